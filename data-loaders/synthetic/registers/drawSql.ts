import {text} from "../../engine/session.js";

/** SQL for whether a person is among a share of all; one purpose is one draw. */
export function chosen(purpose: string, share: number): string {
  return `u(person, ${text(purpose)}) < ${share}`;
}

/** SQL for a day from `low` days after the index date, or before it, until `high` days. */
export function dayAround(purpose: string, low: number, high: number): string {
  return `(seen_on + ${low} + floor(u(person, ${text(purpose)}) * ${high - low})::INTEGER)::DATE`;
}

/** SQL that picks a value by shares: `draw` is a number in [0, 1); shares are of their sum. */
export function pick(draw: string, shares: Record<string, number>): string {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  let upto = 0;
  const whens = Object.entries(shares).map(
    ([value, share]) => `WHEN ${draw} < ${(upto += share / total)} THEN ${text(value)}`
  );
  return `CASE ${whens.slice(0, -1).join(" ")} ELSE ${text(Object.keys(shares).at(-1)!)} END`;
}
