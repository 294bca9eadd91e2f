import {greatest, group, least} from "d3-array";
import type {AreaRow} from "../charts/areaDots.js";
import {overlap} from "./withInterval.js";

/**
 * In which group the areas part most: highest and lowest with their intervals, and whether
 * these overlap. The country and rows that are hidden are passed over.
 * @param areas the areas compared, by id, as they stand in a sentence
 * @param say the value with its interval
 */
export function areaDifference(
  rows: readonly AreaRow[],
  areas: Record<string, string>,
  say: (row: AreaRow) => string
): string {
  const shown = rows.filter((row) => row.value !== null && areas[row.area] !== undefined);
  const pairs = [...group(shown, (row) => row.group).values()].flatMap((own) => {
    const [high, low] = [greatest(own, (row) => row.value!)!, least(own, (row) => row.value!)!];
    return own.length > 1 ? [{high, low, difference: high.value! - low.value!}] : [];
  });
  const most = greatest(pairs, (pair) => pair.difference);
  if (!most) return "Der er ikke nok tal til at sammenligne regionerne.";
  const {high, low} = most;
  if (say(high) === say(low)) return "Tallene er de samme i alle regioner.";
  const text = high.group
    ? `Størst forskel er der for »${high.group}«: ${say(high)} i ${areas[high.area]} mod ${say(low)} i ${areas[low.area]}.`
    : `Tallet er højest i ${areas[high.area]}: ${say(high)}, og lavest i ${areas[low.area]}: ${say(low)}.`;
  return `${text} ${overlap(high, low)}`.trim();
}
