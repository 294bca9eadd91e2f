import type {ReconciliationFacts} from "../../data-loaders/reconcile/facts.js";
import type {Column, Row} from "./column.js";
import {count} from "./format.js";

type Source = ReconciliationFacts["sources"][number];
type Verdict = keyof Source["verdicts"];

/** What a reader sees of each verdict, in the order of the tables. */
export const verdictWords: Record<Source["kind"], Partial<Record<Verdict, string>>> = {
  figures: {equal: "Ens", explained: "Afviger, forklaret", different: "Afviger, uforklaret", not_printed: "Tomt felt i rapporten"},
  claims: {met: "Opfyldt", not_met: "Ikke opfyldt", not_about: "Kan ikke ses i auditten"}
};

/** One row per part of the report; a verdict that never came up is a zero. */
export function sourceRows({sources}: Pick<ReconciliationFacts, "sources">, kind: Source["kind"]): Row[] {
  const verdicts = Object.keys(verdictWords[kind]) as Verdict[];
  return sources
    .filter((source) => source.kind === kind)
    .map((source) => ({title: source.title, total: source.total, ...Object.fromEntries(verdicts.map((v) => [v, source.verdicts[v] ?? 0]))}));
}

/** The columns of {@link sourceRows}. */
export function sourceColumns(kind: Source["kind"]): Column[] {
  const counts = Object.entries(verdictWords[kind]).map(([field, label]) => ({field, label}));
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

/** Claims in the order a reader asks for them: those not met, those met, and those that registrations cannot show. */
export function claimRows({claims}: Pick<ReconciliationFacts, "claims">): Row[] {
  const order = ["not_met", "met", "not_about"];
  return claims.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)).map((claim) => ({...claim}));
}

/** Claims of the report by how they are measured: the report's own sentences stay in the report. */
export const claimColumns: Column[] = [
  {field: "where", label: "Udsagn om", format: (value) => String(value).replace(/^(\w\d+), (.+)$/, "$2 ($1)")},
  {field: "measured", label: "Hvad der måles"},
  {field: "computed", label: "Beregnet"},
  {field: "verdict", label: "Vurdering", format: (value) => verdictWords.claims[value as Verdict] ?? String(value)},
  {field: "explanation", label: "Forklaring"}
];

/** Known misprints. */
export const misprintColumns: Column[] = [
  {field: "id", label: "Nr."},
  {field: "where", label: "Sted i rapporten"},
  {field: "printed", label: "Trykt"},
  {field: "recomputed", label: "Beregnet"},
  {field: "explanation", label: "Forklaring"}
];
