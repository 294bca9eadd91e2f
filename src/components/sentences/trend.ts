import {percent, points} from "../words/format.js";
import type {PeriodRow} from "../charts/periodTrend.js";
import {overlap} from "./withInterval.js";

/**
 * How the country's share has moved from its first period with a value to its last; follows
 * the sentence on the share itself.
 */
export function trend(rows: readonly PeriodRow[]): string {
  const shown = rows.filter((row) => row.percent !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || first === last) return "Der er ikke tal for to perioder at sammenligne.";
  return (
    `Fra ${first.period} til ${last.period} er den gået fra ${percent(first.percent)} til ${percent(last.percent)}, ` +
    `${points(last.percent! - first.percent!)}. ${overlap(first, last)}`
  ).trim();
}
