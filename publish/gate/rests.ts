import {group} from "d3-array";
import type {Assembly} from "../../data-loaders/disclosure/assemble.js";
import type {Rests} from "../../data-loaders/disclosure/rest.js";
import type {System} from "../../data-loaders/disclosure/system.js";
import type {Seen} from "./seen.js";

/**
 * What a total leaves is a group of its own, also where no row names it. Returns the place of
 * each with the number it is the rest of.
 */
export function addRests(
  system: System,
  {pairs, cells}: Assembly,
  {hidden}: Seen,
  {exempt}: Rests
): Map<number, number> {
  const rests = new Map<number, number>();
  for (const [total, main] of new Map(pairs.map((pair) => [pair.join(), pair])).values()) {
    if (!hidden.has(main)) continue;
    const rest = system.cells.push({key: `resten af ${cells[main]!.key}`, low: 0, high: Infinity}) - 1;
    rests.set(rest, main);
    system.relations.push({
      name: `${cells[main]!.key} og resten`,
      terms: [...[main, rest, ...exempt(total, main)].map((cell) => ({cell, factor: 1})), {cell: total, factor: -1}],
      low: 0,
      high: 0
    });
  }
  return rests;
}

/** Of a number in a hidden row what it leaves, and of what it leaves the number. */
export function otherReasons(rests: Map<number, number>): (cell: number) => number[] {
  const restsOfMain = group(rests, ([, main]) => main);
  return (cell) => (rests.has(cell) ? [rests.get(cell)!] : (restsOfMain.get(cell) ?? []).map(([rest]) => rest));
}
