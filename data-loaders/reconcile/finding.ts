/**
 * What a comparison came to. Figures: `equal`, `explained` (a known misprint), `different`,
 * `not_printed` (a blank cell). Claims: `met`, `not_met`. Either: `not_about` (there is
 * nothing in the data to compute it from, and `measured` says why).
 */
export type Verdict = "equal" | "explained" | "different" | "not_printed" | "met" | "not_met" | "not_about";

/** One printed figure or claim beside what the data give. Texts are Danish. */
export interface Finding {
  /** The file in `data/published` it stands in. */
  source: string;
  /** What in that file, stable: `gp/PATIENTENS KØN/Mand/count`, `S019`. */
  key: string;
  where: string;
  printed: string;
  computed: string;
  verdict: Verdict;
  /** How it was measured, where that is not plain, or why it was not. */
  measured?: string;
  /** The id of the misprint that explains a difference, and its explanation. */
  inconsistency?: string;
  explanation?: string;
}

/** The reports that print something: on the audit, and the annual report of the back database. */
export type ReportId = "audit" | "registers";

/** Every printed figure or claim of one file, in its order. */
export interface SourceFindings {
  report: ReportId;
  source: string;
  title: string;
  kind: "figures" | "claims";
  findings: Finding[];
}

/** A difference nobody has explained: what `reconcile` fails on. */
export function isUnexplained({verdict, inconsistency}: Finding): boolean {
  return verdict === "different" || (verdict === "not_met" && inconsistency === undefined);
}
