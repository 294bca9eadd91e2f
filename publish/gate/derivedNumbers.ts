import {group} from "d3-array";
import type {Row} from "../../data-loaders/engine/session.js";
import {answerKey, answersBehind} from "../../data-loaders/tables/audit/auditDifferences.js";
import {ranksIn} from "../../data-loaders/tables/registers/areaRanks.js";
import {variation} from "../../src/statistics/variation.js";
import type {GatedTable} from "./gatedTables.js";

/** Closer than this, two numbers computed in another order are the same. */
const rounding = 1e-6;

/**
 * Whether numbers that are computed from published counts follow from them: a measure of variation from the areas that
 * are shown, a difference from the two shares it is between. Nothing else may be in them, and a number that follows
 * from what is hidden may not be there. Returns one sentence a fault.
 */
export function derivedNumbers(tables: readonly GatedTable[]): string[] {
  const rowsOf = (name: string) => tables.find(({table}) => table.name === name)?.rows ?? [];
  return [
    ...otherRanks(rowsOf("area_ranks"), ranksIn(rowsOf)),
    ...tables.flatMap((table) => {
      if (table.table.name === "variation") return differing(table, variationOfShown(rowsOf("indicator_values")));
      return table.table.name === "audit_differences"
        ? differing(table, differenceOfShown(rowsOf("audit_answers")))
        : [];
    })
  ];
}

/** A period may stand as it was released before there were ranks; where it has some, it has each of them. */
function otherRanks(published: readonly Row[], following: readonly Row[]): string[] {
  const periods = new Set(published.map(({period}) => period));
  const [has, expects] = [published, following.filter(({period}) => periods.has(period))].map((rows) =>
    rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
  );
  return has!.join() === expects!.join()
    ? []
    : ["area_ranks: placeringerne er andre end dem, der følger af de viste tal; kør npm run build igen."];
}

/** What a row's numbers must be, by column; undefined where nothing is asked of the row. */
type Derive = (row: Row) => Row | undefined;

function differing({table: {name, columns}, rows}: GatedTable, derive: Derive): string[] {
  const decimals = new Map(columns.map((column) => [column.name, column.decimals]));
  for (const row of rows) {
    for (const [column, expected] of Object.entries(derive(row) ?? {})) {
      const published = row[column] ?? null;
      const isEqual =
        typeof published === "number" && typeof expected === "number"
          ? Math.abs(published - expected) <=
            rounding + (decimals.get(column) === undefined ? 0 : 10 ** -decimals.get(column)! / 2)
          : published === expected;
      if (!isEqual)
        return [
          `${name}: ${column} er ${String(published)}, men af de viste tal følger ${String(expected)}; kør npm run build igen.`
        ];
    }
  }
  return [];
}

function variationOfShown(values: readonly Row[]): Derive {
  const shown = group(
    values.filter((row) => row.numerator !== null && row.denominator !== null && row.area_id !== "unknown"),
    (row) => `register_${String(row.area_type)} ${String(row.period)} ${String(row.indicator_id)}`
  );
  return ({subject, period, measure, status}) => {
    if (period === null || status === "incomplete") return undefined;
    const areas = shown.get(`${String(subject)} ${String(period)} ${String(measure)}`) ?? [];
    const found = variation(areas.map((row) => ({y: row.numerator as number, n: row.denominator as number})));
    // The others rest also on the ages and sexes of the areas that are shown.
    return {units: found.units, extremal_quotient: found.extremalQuotient, cv: found.cv};
  };
}

function differenceOfShown(answers: readonly Row[]): Derive {
  const byKey = new Map(answers.map((row) => [answerKey(row), row]));
  return (row) => {
    const isSevere = row.compared === "patient_group";
    const [one, beside] = answersBehind(row).map((key) => byKey.get(key));
    if ([one?.percent, one?.total, beside?.percent, beside?.total].some((value) => value == null))
      return {percent: null, percent_others: null, difference: null, low: null, high: null};
    const [n, total] = ["n", "total"].map((column) => {
      const [own, other] = [one![column] as number, beside![column] as number];
      return isSevere ? other - own : other;
    });
    const [percent, others] = [one!.percent as number, (100 * n!) / total!];
    return {percent, percent_others: others, difference: percent - others};
  };
}
