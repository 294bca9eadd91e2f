import type {Computed} from "../printed/computed.js";
import type {Explanations} from "./explanations.js";
import type {Finding} from "./finding.js";

/** One of the figures a claim rests on: a claim holds when all of them do. */
export interface Measured {
  /** Whose figure it is: a form's id, or what distinguishes it. */
  group: string;
  /** NaN where it cannot be computed, which never holds; absent where words are compared. */
  value?: number;
  /** In Danish, with its figure. */
  text: string;
  holds: boolean;
}

/** How a claim is measured on what has been computed, of the audit where nothing is said. */
export interface Measurement<C = Computed> {
  /** In Danish: which answers, which groups, what margin. */
  how: string;
  measure(computed: C): Measured[];
}

/** A claim of the report and what it says. */
export interface Claim<C = Computed> {
  id: string;
  where: string;
  text: string;
  /** Absent where nobody has said how to measure it. */
  measurement?: Measurement<C> | undefined;
  /** Why the data cannot show it. */
  notAbout?: string | undefined;
}

/**
 * The verdict on a claim; known misprints explain it only when every figure that fails is one of them. A claim that
 * nobody has said how to measure counts as unmet, so that a new row is never passed over in silence.
 */
export function judge<C>(source: string, claim: Claim<C>, computed: C, explanations: Explanations): Finding {
  const {id, where, text, measurement, notAbout} = claim;
  const about = {source, key: id, where: `${id}, ${where}`, printed: text};
  if (notAbout) return {...about, computed: "–", measured: notAbout, verdict: "not_about"};
  if (!measurement) {
    const measured = "Ingen måling er beskrevet for udsagnet.";
    return {...about, computed: "ikke målt", measured, verdict: "not_met"};
  }
  const measured = measurement.measure(computed);
  const finding = {...about, computed: measured.map((m) => m.text).join("; "), measured: measurement.how};
  const failing = measured.filter((m) => !m.holds);
  if (measured.length > 0 && failing.length === 0) return {...finding, verdict: "met"};
  const reasons = failing.map((m) => explanations.explain(source, `${id}/${m.group}`, m.value));
  const [first] = reasons;
  return {...finding, verdict: "not_met", ...(first && reasons.every((reason) => reason !== undefined) && first)};
}
