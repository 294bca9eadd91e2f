import {group} from "d3-array";
import type {ReconciliationFacts} from "../../data-loaders/reconcile/facts.js";
import {capital} from "./capital.js";
import type {Column, Row} from "./column.js";
import {count} from "./format.js";

type Source = ReconciliationFacts["sources"][number];
type Verdict = keyof Source["verdicts"];
type Claim = ReconciliationFacts["claims"][number];

/** What a reader sees of each verdict, in the order of the tables. */
export const verdictWords: Record<Source["kind"], Partial<Record<Verdict, string>>> = {
  figures: {
    equal: "Ens",
    explained: "Afviger, forklaret",
    different: "Afviger, uforklaret",
    not_printed: "Tomt felt i rapporten",
    not_about: "Kan ikke beregnes"
  },
  claims: {met: "Opfyldt", not_met: "Ikke opfyldt", not_about: "Kan ikke beregnes"}
};

/** Left out of a table where no part of the report has any. */
const onlyWhereAny: Verdict[] = ["not_printed", "not_about"];

/** What concerns one of the reports. */
export function factsOfReport(facts: ReconciliationFacts, report: Source["report"]): ReconciliationFacts {
  const sources = facts.sources.filter((source) => source.report === report);
  const files = new Set(sources.map(({source}) => source));
  return {
    ...facts,
    sources,
    differences: facts.differences.filter(({source}) => files.has(source)),
    claims: facts.claims.filter(({source}) => files.has(source)),
    misprints: facts.misprints.filter((misprint) => misprint.report === report)
  };
}

/** One row per part of a report; a verdict that never came up is a zero. */
export function sourceRows({sources}: Pick<ReconciliationFacts, "sources">, kind: Source["kind"]): Row[] {
  const verdicts = Object.keys(verdictWords[kind]) as Verdict[];
  return sources
    .filter((source) => source.kind === kind)
    .map((source) => ({title: source.title, total: source.total, ...Object.fromEntries(verdicts.map((v) => [v, source.verdicts[v] ?? 0]))}));
}

/** The columns of {@link sourceRows}. */
export function sourceColumns(facts: Pick<ReconciliationFacts, "sources">, kind: Source["kind"]): Column[] {
  const rows = sourceRows(facts, kind);
  const counts = Object.entries(verdictWords[kind])
    .map(([field, label]) => ({field, label}))
    .filter(({field}) => !onlyWhereAny.includes(field as Verdict) || rows.some((row) => row[field] !== 0));
  return [
    {field: "title", label: "Del af rapporten"},
    ...[{field: "total", label: "I\u00A0alt"}, ...counts].map((column) => ({...column, format: (value: unknown) => count(value as number)}))
  ];
}

/** Printed figures that the twin does not meet, and why. */
export const differenceColumns: Column[] = [
  {field: "where", label: "Sted i rapporten"},
  {field: "printed", label: "Trykt"},
  {field: "computed", label: "Beregnet"},
  {field: "explanation", label: "Forklaring"}
];

/**
 * Claims in the order a reader asks for them: those not met, those met, and those that the data cannot show, in one row
 * for each reason.
 */
export function claimRows({sources, claims}: Pick<ReconciliationFacts, "sources" | "claims">): Row[] {
  const [notMet, met] = (["not_met", "met"] as const).map((verdict) => claims.filter((claim) => claim.verdict === verdict));
  const byReason = group(claims.filter(({verdict}) => verdict === "not_about"), ({source, measured}) => `${source} ${measured}`);
  return [...notMet!, ...met!, ...[...byReason.values()].map((alike) => together(alike, sources))].map((claim) => ({...claim}));
}

/** One claim for several alike, named by the part of the report and their ids. */
function together(claims: Claim[], sources: Source[]): Claim {
  const [first] = claims as [Claim];
  if (claims.length === 1) return first;
  const title = sources.find(({source}) => source === first.source)?.title;
  return {...first, where: `${title}: ${claims.map(({key}) => key).join(", ")}`};
}

/**
 * Claims of a report by how they are measured: the report's own sentences stay in the report. Explanations only where there
 * is something to explain.
 */
export function claimColumns({claims}: Pick<ReconciliationFacts, "claims">): Column[] {
  return claims.some(({explanation}) => explanation !== undefined) ? [...aboutClaims, {field: "explanation", label: "Forklaring"}] : aboutClaims;
}

const aboutClaims: Column[] = [
  {field: "where", label: "Udsagn om", format: (value) => capital(String(value).replace(/^(\w*\d), (.+)$/, "$2 ($1)"))},
  {field: "measured", label: "Hvad der måles"},
  {field: "computed", label: "Beregnet"},
  {field: "verdict", label: "Vurdering", format: (value) => verdictWords.claims[value as Verdict] ?? String(value)}
];

/** Known misprints. */
export const misprintColumns: Column[] = [
  {field: "id", label: "Nr."},
  {field: "where", label: "Sted i rapporten"},
  {field: "printed", label: "Trykt"},
  {field: "recomputed", label: "Beregnet"},
  {field: "explanation", label: "Forklaring"}
];
