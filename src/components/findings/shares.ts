import type {CountOf} from "../../statistics/surelyConcerned.js";
import {wilson} from "../../statistics/wilson.js";
import type {ComparedShare} from "../charts/comparedShares.js";
import {count, decimal, percent} from "../words/format.js";
import {percentOf} from "./place.js";

/** By how many people a group has more or fewer: `203 færre`. */
export function moreOrFewer(people: number, isMore: boolean): string {
  const more = people === 1 ? "mere" : "flere";
  return `${count(people)} ${isMore ? more : "færre"}`;
}

/** A share in words, to one digit. */
export function shareOf(counted: CountOf): string {
  return percent(percentOf(counted));
}

/** A share with its 95 % limits, by itself. */
export function estimateOf(name: string, counted: CountOf): ComparedShare {
  const {low, high} = wilson(counted.y, counted.n);
  return {name, percent: percentOf(counted), low: 100 * low, high: 100 * high};
}

/** Limits of a difference in percentage points, without its sign: `2,1 til 8,3`. */
export function limitsOf({low, high}: {low: number; high: number}): string {
  const [least, most] = [Math.abs(low), Math.abs(high)].map((one) => 100 * one).toSorted((a, b) => a - b);
  return `${decimal(least!)} til ${decimal(most!)}`;
}
