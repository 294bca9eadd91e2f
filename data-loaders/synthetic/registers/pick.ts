import {text} from "../../engine/session.js";

/** SQL that picks a value by shares: `draw` is a number in [0, 1); shares are of their sum. */
export function pick(draw: string, shares: Record<string, number>): string {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
  let upto = 0;
  const whens = Object.entries(shares).map(
    ([value, share]) => `WHEN ${draw} < ${(upto += share / total)} THEN ${text(value)}`
  );
  return `CASE ${whens.slice(0, -1).join(" ")} ELSE ${text(Object.keys(shares).at(-1)!)} END`;
}
