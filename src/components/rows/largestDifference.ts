import {group} from "d3-array";
import {differenceOfShares} from "../../statistics/differenceOfShares.js";
import type {Limits} from "../../statistics/limits.js";
import {widened, widening} from "../../statistics/simultaneous.js";
import type {Range} from "./range.js";

/** A value with its 95 % limits; null where there is none. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
  /** Between what a hidden value lies. */
  range?: Range | undefined;
  /** Participants that the limits rest on, where they rest on clusters. */
  clusters?: number | undefined;
}

/** Two things compared, the higher first. */
export interface Difference<Row> {
  high: Row;
  low: Row;
  /** Higher minus lower, in the unit of the values. */
  by: number;
  /** Limits of `by` that hold for all differences compared at once; null where one of the two has none. */
  limits: Limits | null;
}

/** Which of many differences stand out. */
export interface Largest<Row> {
  largest: Difference<Row>;
  /** The one that is surely largest, where chance does not explain it. */
  surest: Difference<Row> | undefined;
  compared: number;
}

/** How many differences there are between rows with a value of the same group. */
export function comparisonsBetween<Row>(
  rows: readonly Row[],
  groupOf: (row: Row) => unknown,
  estimateOf: (row: Row) => Estimate
): number {
  return pairsWithin([...group(rows, groupOf).values()], estimateOf).length;
}

/**
 * The largest of all differences between rows of the same group, and whether no hidden row can be part of a larger one.
 *
 * @param groupOf rows of the same group are compared with each other
 * @param besides comparisons of other rows that the limits are to hold for too
 * @returns undefined where no group has two rows with a value
 */
export function largestBetween<Row>(
  rows: readonly Row[],
  groupOf: (row: Row) => unknown,
  estimateOf: (row: Row) => Estimate,
  besides = 0
): (Largest<Row> & {isProven: boolean}) | undefined {
  const groups = [...group(rows, groupOf).values()];
  const pairs = pairsWithin(groups, estimateOf);
  const compared = pairs.length + besides;
  const found = largestOf(pairs.map(([a, b]) => differenceOf(a, b, estimateOf, compared)));
  const endsOf = (row: Row): Range[] => {
    const {value, range} = estimateOf(row);
    return value !== null ? [{least: value, most: value}] : range ? [range] : [];
  };
  return (
    found && {
      ...found,
      compared,
      isProven: groups.every((own) => furthest(own.flatMap(endsOf)) <= found.largest.by)
    }
  );
}

/** The largest of some differences, and the one whose lower limit is highest where that is above 0. */
export function largestOf<Row>(differences: readonly Difference<Row>[]): Largest<Row> | undefined {
  const [largest] = differences.toSorted((a, b) => b.by - a.by);
  const [surest] = differences.filter(isSure).toSorted((a, b) => b.limits!.low - a.limits!.low);
  return largest && {largest, surest, compared: differences.length};
}

/** Whether chance does not explain a difference. */
export function isSure({limits}: Pick<Difference<unknown>, "limits">): boolean {
  return limits !== null && limits.low > 0;
}

/** Two estimates compared, as one of so many comparisons. */
export function differenceOf<Row>(a: Row, b: Row, estimateOf: (row: Row) => Estimate, compared = 1): Difference<Row> {
  const [high, low] = estimateOf(a).value! >= estimateOf(b).value! ? [a, b] : [b, a];
  const [one, other] = [estimateOf(high), estimateOf(low)].map(({value, clusters, ...limits}) =>
    limits.low === null || limits.high === null
      ? null
      : {share: value!, ...widened(value!, limits as Limits, widening(compared, clusters))}
  );
  const by = estimateOf(high).value! - estimateOf(low).value!;
  return {high, low, by, limits: one && other ? differenceOfShares(one, other) : null};
}

/** Every two rows with a value of the same group, once. */
function pairsWithin<Row>(groups: readonly Row[][], estimateOf: (row: Row) => Estimate): [Row, Row][] {
  return groups.flatMap((own) => pairsOf(own.filter((row) => estimateOf(row).value !== null)));
}

/** Every two of some rows, once. */
function pairsOf<Row>(rows: readonly Row[]): [Row, Row][] {
  return rows.flatMap((a, i) => rows.slice(i + 1).map((b): [Row, Row] => [a, b]));
}

/** How far two values can lie from each other at most; −∞ of fewer than two. */
function furthest(ends: readonly Range[]): number {
  return Math.max(...ends.flatMap((a, i) => ends.flatMap((b, j) => (i === j ? [] : [a.most - b.least]))));
}
