import {points} from "../format.js";
import type {PeriodRow} from "../charts/periodTrend.js";
import {overlap, withInterval} from "./withInterval.js";

/** How an area's share has moved from its first period with a value to its last. */
export function trend(rows: readonly PeriodRow[]): string {
  const shown = rows.filter((row) => row.percent !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || first === last) return "Der er ikke tal for to perioder at sammenligne.";
  return (
    `På landsplan er andelen gået fra ${withInterval(first)} i ${first.period} til ${withInterval(last)} i ${last.period}, ` +
    `${points(last.percent! - first.percent!)}. ${overlap(first, last)}`
  ).trim();
}
