import type {Comparison, ReconciliationFacts} from "../../../data-loaders/reconcile/facts.js";
import {capital} from "../../domain/words.js";
import type {Column, Row} from "../rows/column.js";
import {count} from "../words/format.js";

type Source = ReconciliationFacts["sources"][number];
type Verdict = keyof Source["verdicts"];

/** What a reader sees of each verdict, in the order of the tables. */
const verdictWords: Record<Source["kind"], Partial<Record<Verdict, string>>> = {
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
  return {
    ...facts,
    sources: facts.sources.filter((source) => source.report === report),
    misprints: facts.misprints.filter((misprint) => misprint.report === report)
  };
}

/** One row per part of a report; a verdict that never came up is a zero. */
export function sourceRows({sources}: Pick<ReconciliationFacts, "sources">, kind: Source["kind"]): Row[] {
  const verdicts = Object.keys(verdictWords[kind]) as Verdict[];
  return sources
    .filter((source) => source.kind === kind)
    .map(({title, total, verdicts: found}) => ({
      title,
      total,
      ...Object.fromEntries(verdicts.map((v) => [v, found[v] ?? 0]))
    }));
}

/** The columns of {@link sourceRows}. */
export function sourceColumns(facts: Pick<ReconciliationFacts, "sources">, kind: Source["kind"]): Column[] {
  const rows = sourceRows(facts, kind);
  const counts = Object.entries(verdictWords[kind])
    .map(([field, label]) => ({field, label}))
    .filter(({field}) => !onlyWhereAny.includes(field as Verdict) || rows.some((row) => row[field] !== 0));
  return [
    {field: "title", label: "Del af rapporten"},
    ...[{field: "total", label: "I\u00A0alt"}, ...counts].map((column) => ({
      ...column,
      format: (value: unknown) => count(value as number)
    }))
  ];
}

/** Known misprints, a row each. */
export function misprintRows({misprints}: Pick<ReconciliationFacts, "misprints">): Row[] {
  return misprints.map((misprint) => ({...misprint}));
}

export const misprintColumns: Column[] = [
  {field: "id", label: "Nr."},
  {field: "where", label: "Sted i rapporten"},
  {field: "printed", label: "Trykt"},
  {field: "recomputed", label: "Beregnet"},
  {field: "explanation", label: "Forklaring"}
];

/** What a reader can ask for of all that is compared. */
export const outcomes = {
  all: "Alle",
  explained: "Afviger, forklaret",
  agrees: "Ens eller opfyldt",
  unexplained: "Afviger, uforklaret",
  nothing: "Intet at sammenholde"
} as const;

export type Outcome = keyof typeof outcomes;

/** What became of a figure or a claim. */
function outcomeOf({verdict, explanation}: Pick<Comparison, "verdict" | "explanation">): Exclude<Outcome, "all"> {
  if (verdict === "equal" || verdict === "met") return "agrees";
  if (verdict === "not_printed" || verdict === "not_about") return "nothing";
  return explanation === undefined ? "unexplained" : "explained";
}

/** What is compared, as rows of a table; `part` is the part of the report. */
export function comparisonRows(comparisons: readonly Comparison[], sources: readonly Source[]): Row[] {
  const bySource = new Map(sources.map((source) => [source.source, source]));
  return comparisons.map((one) => {
    const {title, kind} = bySource.get(one.source)!;
    return {...one, part: title, outcome: outcomeOf(one), verdictText: verdictWords[kind][one.verdict]};
  });
}

export const comparisonColumns: Column[] = [
  {field: "where", label: "Sted", format: (value) => capital(String(value).replace(/^(\w*\d), (.+)$/, "$2 ($1)"))},
  {field: "printed", label: "Trykt", align: "left"},
  {field: "computed", label: "Beregnet", align: "left"},
  {
    field: "verdictText",
    label: "Udfald",
    format: (value, row) =>
      [value, row.explanation]
        .filter((text) => text !== undefined)
        .join(". ")
        .replace(/(\d) %/g, "$1\u00A0%")
  }
];

/** The part of the report that a comparison is about, for the file. */
export const partColumn: Column = {field: "part", label: "Del af rapporten"};

/** The rows of an outcome, of a part of a report or all, with every word sought somewhere in them. */
export function chosenRows(
  rows: readonly Row[],
  {part, outcome, sought}: {part: string; outcome: string; sought: string}
): Row[] {
  const words = sought.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (part !== "all" && row.source !== part) return false;
    if (outcome !== "all" && row.outcome !== outcome) return false;
    const text = [row.where, row.printed, row.computed, row.explanation, row.part].join(" ").toLocaleLowerCase("da");
    return words.every((word) => text.includes(word));
  });
}
