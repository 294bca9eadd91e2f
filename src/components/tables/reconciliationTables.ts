import {sum} from "d3-array";
import type {ReconciliationFacts} from "../../../data-loaders/reconcile/facts.js";
import type {Told, Withheld} from "../../../data-loaders/reconcile/told.js";
import {capital} from "../words/capital.js";
import type {Column, Row} from "../rows/column.js";
import {count} from "../words/format.js";

type Source = ReconciliationFacts["sources"][number];
type Verdict = keyof Source["verdicts"];

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

/** Why a figure is hidden. */
export const withheldWords: Record<Withheld, string> = {
  few: "for få",
  base: "andel af for få",
  protects: "ville røbe et lille tal",
  unpublished: "står ikke i de offentliggjorte tabeller"
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
    .map(({title, total, verdicts: found, withheld}) => ({
      title,
      total,
      ...Object.fromEntries(verdicts.map((v) => [v, found[v] ?? 0])),
      withheld: sum(Object.values(withheld))
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
    ...[{field: "total", label: "I\u00A0alt"}, ...counts, {field: "withheld", label: "Heraf skjult"}].map((column) => ({
      ...column,
      format: (value: unknown) => count(value as number)
    }))
  ];
}

/** Known misprints; the numbers of some are hidden, and why. */
export function misprintRows({misprints}: Pick<ReconciliationFacts, "misprints">): Row[] {
  const hidden = {
    printed: "skjult",
    recomputed: "skjult",
    explanation: "Et af de tal, den handler om, er skjult i tabellerne."
  };
  return misprints.map((misprint) => (misprint.printed === undefined ? {...misprint, ...hidden} : {...misprint}));
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
  hidden: "Skjult",
  nothing: "Intet at sammenholde"
} as const;

export type Outcome = keyof typeof outcomes;

/** What became of a figure or a claim. */
export function outcomeOf({
  verdict,
  withheld,
  explanation
}: Pick<Told, "verdict" | "withheld" | "explanation">): Exclude<Outcome, "all"> {
  if (withheld) return "hidden";
  if (verdict === "equal" || verdict === "met") return "agrees";
  if (verdict === "not_printed" || verdict === "not_about") return "nothing";
  return explanation === undefined ? "unexplained" : "explained";
}

/** What is compared, as rows of a table; `part` is the part of the report. */
export function comparisonRows(comparisons: readonly Told[], sources: readonly Source[]): Row[] {
  const bySource = new Map(sources.map((source) => [source.source, source]));
  return comparisons.map((one) => {
    const {title, kind} = bySource.get(one.source)!;
    return {
      ...one,
      part: title,
      outcome: outcomeOf(one),
      ...(one.withheld && {printed: "skjult", computed: "skjult"}),
      verdictText: one.withheld ? `Skjult: ${withheldWords[one.withheld]}` : verdictWords[kind][one.verdict]
    };
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
