import type {Computed} from "./computed.js";
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

/** A claim of the report and what it says. */
export interface Claim {
  source: string;
  id: string;
  where: string;
  text: string;
}

/** How a claim is measured on what has been computed, of the audit where nothing is said. */
export interface Measurement<C = Computed> {
  /** In Danish: which answers, which groups, what margin. */
  how: string;
  measure(computed: C): Measured[];
}

/** The verdict on a claim; known misprints explain it only when every figure that fails is one of them. */
export function judge<C>(claim: Claim, measurement: Measurement<C>, computed: C, explanations: Explanations): Finding {
  const measured = measurement.measure(computed);
  const finding = {
    ...findingOf(claim),
    computed: measured.map((m) => m.text).join("; "),
    measured: measurement.how
  };
  const failing = measured.filter((m) => !m.holds);
  if (measured.length > 0 && failing.length === 0) return {...finding, verdict: "met"};
  const reasons = failing.map((m) => explanations.explain(claim.source, `${claim.id}/${m.group}`, m.value));
  const [first] = reasons;
  return {...finding, verdict: "not_met", ...(first && reasons.every((reason) => reason !== undefined) && first)};
}

/** A claim that the data cannot show. */
export function notAbout(claim: Claim, why: string): Finding {
  return {...findingOf(claim), computed: "–", measured: why, verdict: "not_about"};
}

/** A claim nobody has said how to measure: counts as unmet, so that a new row is never passed over in silence. */
export function unmeasured(claim: Claim): Finding {
  return {
    ...findingOf(claim),
    computed: "ikke målt",
    measured: "Ingen måling er beskrevet for udsagnet.",
    verdict: "not_met"
  };
}

function findingOf({source, id, where, text}: Claim) {
  return {source, key: id, where: `${id}, ${where}`, printed: text};
}
