import type {ComparedShare} from "../charts/comparedShares.js";
import type {Part} from "../charts/partsOfAll.js";
import type {Spread} from "../charts/spreadOfShares.js";
import type {Reasons} from "../../../data-loaders/programme/reasons.js";
import {fewestPeople, mostFindings, type Kind} from "./rules.js";

/** What a finding's chart shows. */
export type Evidence =
  /** Shares beside each other, the one that the finding is about first; `others` lie behind them. */
  | {type: "compared"; rows: ComparedShare[]; others?: number[]; of: string}
  /** A whole and its parts in percent. */
  | {type: "parts"; parts: Part[]; of: string}
  /** Between which shares eight of ten lie. */
  | ({type: "spread"; of: string} & Spread);

/** Something to discuss. */
export interface Finding {
  kind: Kind;
  /** What it is about: an indicator, a rule or an answer. */
  subject: string;
  title: string;
  sentence: string;
  /** How many people it surely concerns; how many were looked at. */
  people: number;
  total: number;
  unit: "patienter" | "registreringer";
  /** Whether it is about more than the place that was asked for, such as the region a municipality lies in. */
  isWider?: boolean;
  evidence: Evidence;
  question: string;
  meaning: string;
  /** Good reasons to differ; absent where there are none to say. */
  reasons?: Reasons;
  /** Where the recommendation or rule stands, and where the numbers do: addresses from the site's root. */
  action: {text: string; address: string};
  numbers: string;
}

/** A finding as one of so many comparisons that are looked at together. */
export type Comparison = (compared: number) => Finding | undefined;

/**
 * The findings that chance does not explain: of each kind the one that surely concerns the most people, those of most
 * people first, and what is about more than the place last. Their limits hold for all comparisons at once, so that the
 * choice makes none of them untrue.
 *
 * @param known what counts without an inference, such as how much is missing
 */
export function findings(comparisons: readonly Comparison[], known: readonly Finding[]): Finding[] {
  const compared = Math.max(1, comparisons.length);
  const sure = comparisons.flatMap((comparison) => comparison(compared) ?? []);
  const best = new Map<Kind, Finding>();
  for (const finding of [...sure, ...known].toSorted(byPeople))
    if (finding.people >= fewestPeople && !best.has(finding.kind)) best.set(finding.kind, finding);
  return [...best.values()]
    .toSorted((a, b) => Number(a.isWider ?? false) - Number(b.isWider ?? false))
    .slice(0, mostFindings);
}

function byPeople(a: Finding, b: Finding): number {
  return b.people - a.people || a.subject.localeCompare(b.subject);
}
