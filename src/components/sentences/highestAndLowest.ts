import {maxIndex, minIndex} from "d3-array";
import {percent} from "../words/format.js";
import {overlap, withInterval} from "./withInterval.js";

/** One profession's share of one thing. */
export interface ShareRow {
  profession: string;
  percent: number | null;
  low: number | null;
  high: number | null;
}

/**
 * Which profession has the highest and which the lowest share, with their intervals and whether these overlap.
 * @param what the share in words, such as `Andelen af mænd`
 */
export function highestAndLowest(what: string, rows: ShareRow[], professions: {id: string; inText: string}[]): string {
  const shown = rows.filter((row) => row.percent !== null);
  const high = shown[maxIndex(shown, (row) => row.percent!)];
  const low = shown[minIndex(shown, (row) => row.percent!)];
  if (!high || !low || shown.length < 2) return "Der er ikke nok tal til at sammenligne faggrupperne.";
  if (percent(high.percent) === percent(low.percent))
    return `${what} er den samme hos alle faggrupper: ${percent(high.percent)}.`;
  const say = (row: ShareRow) =>
    `${professions.find((p) => p.id === row.profession)?.inText ?? row.profession}: ${withInterval(row)}`;
  return `${what} er størst hos ${say(high)} og mindst hos ${say(low)}. ${overlap(high, low)}`.trim();
}
