import {assemble, type Assembly, type CountedTable} from "../../data-loaders/disclosure/assemble.js";
import {Effort} from "../../data-loaders/disclosure/attack/effort.js";
import {attack, type Verdict} from "../../data-loaders/disclosure/attack/attack.js";
import {revealingRelations} from "../../data-loaders/disclosure/attack/explain.js";
import {presolve} from "../../data-loaders/disclosure/attack/presolve.js";
import {percentColumn, type Sums} from "../../data-loaders/tables/counted/group.js";
import {restsOf} from "../../data-loaders/disclosure/rest.js";
import type {DisclosureRules} from "../../data-loaders/ground/rules.js";
import type {Cell, Need, Relation, System} from "../../data-loaders/disclosure/system.js";
import {readBack} from "./readBack.js";
import {addRests, otherReasons} from "./rests.js";
import {lookAt, type Seen} from "./seen.js";
import {shownTooSmall, shownOfFew, shownOfHidden} from "./shownTooSmall.js";

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
const effort = () => new Effort(2_000_000);

/**
 * Attacks published tables with everything they say: counts, shares, and every sum that holds.
 * Knows nothing of what was protected, or why, but what stands in the rows. A number is found
 * when its interval does not reach as far as the rules ask, or that was not proved.
 * @param tables with rows as published, all of one kind of extracts
 * @param threads how many share the work
 */
export async function attacker(
  tables: CountedTable[],
  sums: Sums,
  rules: DisclosureRules,
  threads = 1
): Promise<Attacked> {
  const known = tables.map(readBack);
  const assembly = assembled(known, sums);
  if (typeof assembly === "string") return {faults: [assembly], cells: 0, sums: 0, hidden: 0, parts: 0, largestPart: 0};
  const seen = lookAt(known, assembly, rules);
  const system: System = {
    cells: assembly.cells.map((_, i) => cellOf(assembly, seen, i)),
    relations: [...assembly.relations]
  };
  const left = restsOf(assembly);
  const faults = [
    ...shownTooSmall(assembly, seen, left, rules),
    ...shownOfFew(known),
    ...shownOfHidden(known, assembly, seen)
  ];
  for (const relation of known.flatMap((table) => sharesOf(table, assembly))) system.relations.push(relation);
  const rests = addRests(system, assembly, seen, left);
  const unprotected = everythingHidden(system, assembly, seen);
  const needs = needsOf(system, unprotected, seen, rests, rules);
  const {verdicts, contradiction, parts, largestPart} = await attack(system, needs, {effort, threads});
  if (contradiction !== undefined) faults.push(`Tallene modsiger hinanden, så intet er bevist: ${contradiction}.`);
  for (const {key, result} of verdicts)
    if (result === "unproven") faults.push(`${key}: det kunne ikke bevises, at tallet ikke kan regnes ud.`);
  const narrow = verdicts.filter(
    ({low, high, result, cell}) => result === "narrow" && !isHarmless(seen, rests, cell, low, high, rules)
  );
  const narrower = await narrowerThanNeeded(unprotected, needs, narrow, threads);
  const wide = new Set(
    verdicts.flatMap((verdict) =>
      verdict.result === "protected" || (narrow.includes(verdict) && !narrower.includes(verdict)) ? [verdict.cell] : []
    )
  );
  const mayBeFew = otherReasons(rests);
  for (const {key, low, high, cell} of narrower) {
    // A row that hides few does not say whether the number is small or what it leaves: what
    // surely is neither small nor large may be the other.
    if (high >= rules.interval.to && mayBeFew(cell).some((other) => wide.has(other))) continue;
    const by = await revealingRelations(system, needs.find((need) => need.cell === cell)!);
    faults.push(`${key} kan regnes ud til ${low === high ? low : `mellem ${low} og ${high}`} af: ${by.join("; ")}.`);
  }
  return {faults, cells: system.cells.length, sums: system.relations.length, hidden: needs.length, parts, largestPart};
}

/** Tables as one system, or the sentence that says that two of them count a group differently. */
function assembled(tables: CountedTable[], sums: Sums): Assembly | string {
  try {
    return assemble(tables, sums);
  } catch (error) {
    return `Den samme gruppe er talt forskelligt i to rækker, så intet er bevist: ${(error as Error).message}.`;
  }
}

function cellOf({cells}: Assembly, {atLeastOne}: Seen, place: number): Cell {
  const {key, value} = cells[place]!;
  return value === undefined
    ? {key, low: Number(atLeastOne.has(place)), high: Infinity}
    : {key, low: value, high: value};
}

/** Counts of a hidden number as a rounded share of a total. */
function sharesOf({name, protection, rows}: CountedTable, {placeOf, cells}: Assembly): Relation[] {
  return rows.flatMap((row) => {
    if (row.status === "incomplete") return [];
    return protection.counts(row).flatMap(({column, group, of}): Relation[] => {
      const percent = row[percentColumn({column})];
      if (!of || typeof percent !== "number") return [];
      const [part, whole] = [placeOf(group)!, placeOf(of.group)!];
      if (part === whole || (cells[part]!.value !== undefined && cells[whole]!.value !== undefined)) return [];
      const rounding = Math.abs(10 * percent - Math.round(10 * percent)) < 1e-9 ? 0.05 : 1e-7;
      const share = (p: number): Relation["terms"] => [
        {cell: part, factor: 100},
        {cell: whole, factor: -p}
      ];
      const said = `procenten i ${name} (${cells[part]!.key})`;
      return [
        {name: said, terms: share(percent - rounding), low: 0, high: Infinity},
        {name: said, terms: share(percent + rounding), low: -Infinity, high: 0}
      ];
    });
  });
}

/** What is published, had every number been hidden that may be. */
function everythingHidden({cells, relations}: System, assembly: Assembly, {atLeastOne}: Seen): System {
  return {
    cells: cells.map((cell, i): Cell => {
      const {printed, exempt, value} = assembly.cells[i] ?? {printed: false, exempt: false, value: undefined};
      return printed && !exempt && value !== 0
        ? {...cell, low: value === undefined ? Number(atLeastOne.has(i)) : 1, high: Infinity}
        : cell;
    }),
    relations: relations.filter(({revealedBy}) => revealedBy === undefined)
  };
}

/**
 * How far the interval of each unknown count must reach, and no further than if every number were hidden: that there is
 * somebody in two parts means that there are two in the whole.
 */
function needsOf(
  {cells}: System,
  unprotected: System,
  {hidden}: Seen,
  rests: Map<number, number>,
  {interval}: DisclosureRules
): Need[] {
  const widest = presolve(unprotected);
  return cells.flatMap(({low, high}, cell) => {
    if (low === high) return [];
    const few = hidden.get(rests.get(cell) ?? cell) === "few";
    return [
      {
        cell,
        atMost: few ? Math.max(interval.from, widest.low[cell]!) : Infinity,
        atLeast: Math.min(interval.to, widest.high[cell]!)
      }
    ];
  });
}

/**
 * Of narrow intervals those that reach less far than asked, or than they would have, had every number been hidden: then
 * the cell could be one smaller, or one larger. An end where that is not ruled out counts as one that could.
 */
async function narrowerThanNeeded(
  unprotected: System,
  needs: Need[],
  found: Verdict[],
  threads: number
): Promise<Verdict[]> {
  const asked = new Map(needs.map((need) => [need.cell, need]));
  const further = found.flatMap(({cell, low, high}): Need[] => [
    ...(low > asked.get(cell)!.atMost ? [{cell, atMost: low - 1, atLeast: -Infinity}] : []),
    ...(high < asked.get(cell)!.atLeast ? [{cell, atMost: Infinity, atLeast: high + 1}] : [])
  ]);
  const {verdicts, contradiction} = await attack(unprotected, further, {effort, intervals: false, threads});
  if (contradiction !== undefined) return found;
  const narrower = new Set(verdicts.filter(({result}) => result !== "narrow").map(({cell}) => cell));
  return found.filter(({cell}) => narrower.has(cell));
}

/** A narrow interval reveals no small group where it is surely large, or where nobody need be in it. */
function isHarmless(
  {hidden}: Seen,
  rests: Map<number, number>,
  cell: number,
  low: number,
  high: number,
  {threshold}: DisclosureRules
): boolean {
  if (low >= threshold || high === 0) return true;
  return low === 0 && !hidden.has(cell) && hidden.get(rests.get(cell) ?? -1) !== "few";
}
