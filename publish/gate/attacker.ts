import type {CountedTable} from "../../data-loaders/disclosure/assemble.js";
import {attack} from "../../data-loaders/disclosure/attack/attack.js";
import {Effort} from "../../data-loaders/disclosure/attack/effort.js";
import {possibleNeeds} from "../../data-loaders/disclosure/attack/possible.js";
import {revealingRelations} from "../../data-loaders/disclosure/attack/explain.js";
import {readPublished, type Published} from "../../data-loaders/disclosure/published.js";
import {rangesByPlace, rangesOfRow} from "../../data-loaders/disclosure/ranges.js";
import type {Need, Range} from "../../data-loaders/disclosure/system.js";
import {isRangeName} from "../../data-loaders/disclosure/rangeColumns.js";
import type {DisclosureRules} from "../../data-loaders/ground/rules.js";
import type {Sums} from "../../data-loaders/tables/counted/group.js";
import {shownOfFew, shownOfHidden, shownTooSmall} from "./shownTooSmall.js";

/** What the attacker tried, for the report. */
export interface Attacked {
  faults: string[];
  /** Counts, the sums between them, and counts that must not become known. */
  cells: number;
  sums: number;
  hidden: number;
  parts: number;
  largestPart: number;
}

/** What is not proved with so much effort is not proved. */
export const effort = () => new Effort(2_000_000);

/**
 * Attacks published tables with everything they say: counts, shares, ranges, why each number is hidden, and every sum
 * that holds. Knows nothing of what was protected but what stands in the rows. A number is found when it cannot be
 * every number that a small count can be, or that was not proved; a range is wrong when another follows from the rows.
 * @param tables with rows as published, all of one kind of extracts
 * @param threads how many share the work
 */
export async function attacker(
  tables: CountedTable[],
  sums: Sums,
  rules: DisclosureRules,
  threads = 1
): Promise<Attacked> {
  const published = readable(tables, sums, rules);
  if (typeof published === "string")
    return {faults: [published], cells: 0, sums: 0, hidden: 0, parts: 0, largestPart: 0};
  const {assembly, system, needs, hidden} = published;
  const faults = [
    ...shownTooSmall(assembly, rules),
    ...shownOfFew(tables),
    ...shownOfHidden(tables, assembly, new Set(hidden))
  ];
  const {verdicts, ranges, contradiction, parts, largestPart} = await attack(system, needs, {
    ranges: hidden,
    effort,
    threads
  });
  if (contradiction !== undefined) faults.push(`Tallene modsiger hinanden, så intet er bevist: ${contradiction}.`);
  else {
    for (const {cell} of needs.filter((_, n) => verdicts[n] === "unproven"))
      faults.push(`${system.cells[cell]!.key}: det kunne ikke bevises, at tallet ikke kan regnes ud.`);
    const narrow = await narrower(
      published,
      needs.filter((_, n) => verdicts[n] === "narrow")
    );
    for (const need of narrow) {
      const {ranges: found} = await attack(system, [], {ranges: [need.cell], effort});
      const by = await revealingRelations(system, need);
      faults.push(`${system.cells[need.cell]!.key} kan regnes ud til ${inWords(found[0]!)} af: ${by.join("; ")}.`);
    }
    const found = rangesByPlace(published, ranges);
    for (const table of tables) faults.push(...wrongRanges(table, published, found));
  }
  return {faults, cells: system.cells.length, sums: system.relations.length, hidden: needs.length, parts, largestPart};
}

/** Needs that are not met, though they would be, had every number been hidden that may be. */
async function narrower({assembly, system}: Published, narrow: Need[]): Promise<Need[]> {
  const cells = system.cells.map((cell, i) => {
    const {printed, exempt} = assembly.cells[i] ?? {printed: true, exempt: false};
    return printed && !exempt ? {...cell, low: 0, high: Infinity} : cell;
  });
  const relations = system.relations.flatMap(({witnessLow: _, ...relation}) =>
    relation.revealedBy === undefined ? [relation] : []
  );
  // What surely is neither nobody nor many is small: then it must be able to be every small number.
  const strict = narrow.map(({cell, from, to}): Need => ({cell, from, to}));
  const possible = await possibleNeeds({cells, relations}, strict, {effort});
  const {verdicts} = await attack(system, possible, {effort});
  return possible.filter((_, n) => verdicts[n] !== "protected");
}

/** What is published, or the sentence that says that two rows count a group differently. */
export function readable(tables: CountedTable[], sums: Sums, rules: DisclosureRules): Published | string {
  try {
    return readPublished(tables, sums, rules);
  } catch (error) {
    return `Den samme gruppe er talt forskelligt i to rækker, så intet er bevist: ${(error as Error).message}.`;
  }
}

export function inWords({least, most}: Range): string {
  return least === most ? String(least) : `mellem ${least} og ${most}`;
}

/** Ranges that are not what follows from the published rows, the first of each column. */
function wrongRanges(table: CountedTable, published: Published, found: ReadonlyMap<number, Range>): string[] {
  const wrong = new Map<string, string>();
  for (const row of table.rows) {
    const follows = rangesOfRow(table, row, published, found);
    for (const column of Object.keys(row).filter(isRangeName)) {
      const [said, right] = [row[column] ?? null, follows[column] ?? null];
      if (said === right || wrong.has(column)) continue;
      wrong.set(
        column,
        `${table.name}: ${column} er ${String(said ?? "tom")}, men af det offentliggjorte følger ${String(right ?? "intet")}.`
      );
    }
  }
  return [...wrong.values()];
}
