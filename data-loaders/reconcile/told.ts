import type {Reason} from "../ground/rules.js";
import type {Finding, SourceFindings} from "./finding.js";

/** Why a figure is not told: as for a number of a table, or because no published table has what it is made from. */
export type Withheld = Reason | "unpublished";

/** A finding as readers may have it. Without `withheld`, everything in it follows from the published tables. */
export interface Told {
  source: string;
  key: string;
  where: string;
  verdict: Finding["verdict"];
  withheld?: Withheld;
  /** Of a claim it is how it was measured: its words stay in the report. */
  printed?: string;
  computed?: string;
  /** Why there is nothing to compute, or which misprint explains the difference. */
  explanation?: string;
}

/**
 * What may be told of each finding. Nobody says to which cells of which tables a figure
 * belongs: a figure is told when the very same comparison, made on the published tables,
 * comes to the same. Then it follows from what everybody can download.
 * @param published the comparison made on the published tables
 * @param without the same made on everything but what is hidden for one reason
 */
export function tell(
  all: SourceFindings[],
  published: SourceFindings[],
  without: [Reason, SourceFindings[]][]
): Told[] {
  const from = byKey(published);
  const others = without.map(([reason, sources]) => [reason, byKey(sources)] as const);
  return all.flatMap(({source, kind, findings}) =>
    findings.map((finding): Told => {
      const {key, where, verdict} = finding;
      const name = nameOf(finding);
      const about = {source, key, where, verdict};
      if (verdict === "not_about" || isSame(finding, from.get(name))) return {...about, ...contents(finding, kind)};
      const reason = others.find(([, sources]) => !isSame(finding, sources.get(name)))?.[0];
      return {...about, withheld: reason ?? "unpublished"};
    })
  );
}

/** What is told of a finding besides what it is about. */
export function contents(
  {printed, computed, measured, explanation, verdict}: Finding,
  kind: SourceFindings["kind"]
): Pick<Told, "printed" | "computed" | "explanation"> {
  if (verdict === "not_about") return {...(kind === "figures" && {printed}), explanation: measured};
  return {printed: kind === "claims" ? measured : printed, computed, ...(explanation !== undefined && {explanation})};
}

/** The one name of a finding. */
export function nameOf({source, key}: Pick<Finding, "source" | "key">): string {
  return `${source} ${key}`;
}

function byKey(sources: SourceFindings[]): Map<string, Finding> {
  return new Map(sources.flatMap(({findings}) => findings.map((finding) => [nameOf(finding), finding])));
}

function isSame(finding: Finding, other: Finding | undefined): boolean {
  return (
    other !== undefined && !other.lacking && finding.computed === other.computed && finding.verdict === other.verdict
  );
}
