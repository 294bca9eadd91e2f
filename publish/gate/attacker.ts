import {assemble, type Assembly, type CountedTable} from "../../data-loaders/disclosure/assemble.js";
import {attack} from "../../data-loaders/disclosure/attack/attack.js";
import {presolve} from "../../data-loaders/disclosure/attack/presolve.js";
import type {Count, GroupRelation, Sums} from "../../data-loaders/disclosure/group.js";
import {isSmall, type DisclosureRules} from "../../data-loaders/disclosure/rules.js";
import type {Cell, Need, Relation, System} from "../../data-loaders/disclosure/system.js";
import type {Row} from "../../data-loaders/engine/session.js";
import {withCounts} from "./participantCounts.js";

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

/**
 * Attacks published tables with everything they say: counts, shares, and every sum that holds. Knows nothing of what was
 * protected, or why, but what stands in the rows. A number is found when its interval does not reach as far as the rules
 * ask, or that was not proved in time.
 * @param tables with rows as published, all of one kind of extracts
 */
export async function attacker(tables: CountedTable[], sums: Sums, rules: DisclosureRules): Promise<Attacked> {
  const known = tables.map(readBack);
  const assembly = assembled(known, sums);
  if (typeof assembly === "string") return {faults: [assembly], cells: 0, sums: 0, hidden: 0, parts: 0, largestPart: 0};
  const seen = lookAt(known, assembly);
  const system: System = {cells: assembly.cells.map((_, i) => cellOf(assembly, seen, i)), relations: [...assembly.relations]};
  const faults = [...shownTooSmall(assembly, seen, rules), ...toldOfHidden(known, assembly)];
  for (const relation of known.flatMap((table) => sharesOf(table, assembly))) system.relations.push(relation);
  const rests = addRests(system, assembly, seen);
  const needs = needsOf(system, assembly, seen, rests, rules);
  const {verdicts, contradiction, parts, largestPart} = await attack(system, needs);
  if (contradiction !== undefined) faults.push(`Tallene modsiger hinanden, så intet er bevist: ${contradiction}.`);
  for (const {key, low, high, result, by, cell} of verdicts) {
    if (result === "unproven") faults.push(`${key}: det kunne ikke bevises i tide, at tallet ikke kan regnes ud.`);
    if (result !== "narrow" || isHarmless(seen, rests, cell, low, high, rules)) continue;
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

/** What rows say of a count: whether one hides it, for its own sake or another's, and whether a zero would have been shown. */
interface Seen {
  hidden: Map<number, "few" | "other">;
  atLeastOne: Set<number>;
  /** Rows that count it, by table. */
  rows: Map<number, {table: string; total?: number}>;
}

function lookAt(tables: CountedTable[], {placeOf, cells}: Assembly): Seen {
  const seen: Seen = {hidden: new Map(), atLeastOne: new Set(), rows: new Map()};
  for (const {name, row, count} of countsOf(tables)) {
    const place = placeOf(count.group)!;
    const total = count.of && placeOf(count.of.group)!;
    seen.rows.set(place, {table: name, total});
    if (!isHidden(row)) continue;
    seen.hidden.set(place, row.status === "hidden" ? "few" : seen.hidden.get(place) ?? "other");
    // A true zero is shown, unless even that would tell something of the few it is a share of.
    if (total === undefined || cells[total]!.value !== undefined) seen.atLeastOne.add(place);
  }
  return seen;
}

function isHidden({status}: Row): boolean {
  return String(status).startsWith("hidden");
}

function* countsOf(tables: CountedTable[]): Generator<{name: string; row: Row; count: Count}> {
  for (const {name, protection, rows} of tables) {
    for (const row of rows) if (row.status !== "incomplete") for (const count of protection.counts(row)) yield {name, row, count};
  }
}

function cellOf({cells}: Assembly, {atLeastOne}: Seen, place: number): Cell {
  const {key, value} = cells[place]!;
  return value === undefined ? {key, low: Number(atLeastOne.has(place)), high: Infinity} : {key, low: value, high: value};
}

/** Rows with the counts that their other columns give away. */
function readBack({name, protection, rows}: CountedTable): CountedTable {
  if (name === "audit_participants") {
    const [fewest, most] = (["fewest", "most"] as const).map((which) => withCounts(rows, which));
    const states = (): GroupRelation[] => {
      const upper = protection.states?.(most!) ?? [];
      return (protection.states?.(fewest!) ?? []).map((relation, i) => ({...relation, high: upper[i]!.high}));
    };
    return {name, rows: fewest!, protection: {...protection, states}};
  }
  if (name !== "key_figures") return {name, protection, rows};
  return {name, protection, rows: rows.map((row) => ({...row, ...(row.unit === "patienter" && {n: row.value}), ...(row.unit === "%" && {percent: row.value})}))};
}

/** Counts of a hidden number as a rounded share of a total. */
function sharesOf({name, protection, rows}: CountedTable, {placeOf, cells}: Assembly): Relation[] {
  return rows.flatMap((row) => {
    if (row.status === "incomplete") return [];
    return protection.counts(row).flatMap(({column, group, of}): Relation[] => {
      const percent = row[`percent${column.startsWith("n_") ? column.slice(1) : ""}`];
      if (!of || typeof percent !== "number") return [];
      const [part, whole] = [placeOf(group)!, placeOf(of.group)!];
      if (part === whole || (cells[part]!.value !== undefined && cells[whole]!.value !== undefined)) return [];
      const rounding = Math.abs(10 * percent - Math.round(10 * percent)) < 1e-9 ? 0.05 : 1e-7;
      const share = (p: number): Relation["terms"] => [{cell: part, factor: 100}, {cell: whole, factor: -p}];
      const said = `procenten i ${name} (${cells[part]!.key})`;
      return [
        {name: said, terms: share(percent - rounding), low: 0, high: Infinity},
        {name: said, terms: share(percent + rounding), low: -Infinity, high: 0}
      ];
    });
  });
}

/** What is shown though it is too small, or leaves too few, or is a share of too few. */
function shownTooSmall(assembly: Assembly, {rows}: Seen, rules: DisclosureRules): string[] {
  const {cells, pairs} = assembly;
  const shown = cells.flatMap(({key, value, printed, exempt}, i) =>
    printed && !exempt && value !== undefined && isSmall(value, rules) ? [`${rows.get(i)?.table ?? "En tabel"} viser ${value} for ${key}; så få skal være skjult.`] : []
  );
  const rests = pairs.flatMap(([total, main]) => {
    const [whole, part] = [cells[total]!.value, cells[main]!.value];
    if (whole === undefined || part === undefined || cells[main]!.exempt || part === 0) return [];
    if (isSmall(whole - part, rules)) return [`${rows.get(main)?.table} viser ${part} af ${whole} for ${cells[main]!.key}, så de ${whole - part} andre kan ses.`];
    return whole < rules.smallestDenominator ? [`${rows.get(main)?.table} viser en andel af kun ${whole} for ${cells[main]!.key}.`] : [];
  });
  return [...new Set([...shown, ...rests])];
}

/** Rows that tell of a group whose own number is hidden. */
function toldOfHidden(tables: CountedTable[], {placeOf, cells}: Assembly): string[] {
  return tables.flatMap(({name, protection, rows}) => {
    const told = rows.find((row) => {
      const about = protection.about?.(row);
      const place = about && placeOf(about);
      return place !== undefined && cells[place]!.printed && cells[place]!.value === undefined && !isHidden(row) && row.status !== "none";
    });
    return told ? [`${name} viser ${String(told.measure)}, selv om tallet for alle er skjult.`] : [];
  });
}

/** What a known total leaves is a group of its own, also where no row names it. Returns the place of each with the number it is the rest of. */
function addRests(system: System, {pairs, cells}: Assembly, {hidden}: Seen): Map<number, number> {
  const rests = new Map<number, number>();
  for (const [total, main] of pairs) {
    if (!hidden.has(main) || cells[total]!.value === undefined) continue;
    const rest = system.cells.push({key: `resten af ${cells[main]!.key}`, low: 0, high: Infinity}) - 1;
    rests.set(rest, main);
    system.relations.push({name: `${cells[main]!.key} og resten`, terms: [{cell: main, factor: 1}, {cell: rest, factor: 1}, {cell: total, factor: -1}], low: 0, high: 0});
  }
  return rests;
}

/**
 * How far the interval of each unknown count must reach, and no further than if every number were hidden: that there is
 * somebody in two parts tells that there are two in the whole.
 */
function needsOf({cells, relations}: System, assembly: Assembly, {hidden, atLeastOne}: Seen, rests: Map<number, number>, {interval}: DisclosureRules): Need[] {
  const allHidden = cells.map((cell, i): Cell => {
    const {printed, exempt, value} = assembly.cells[i] ?? {printed: false, exempt: false, value: undefined};
    return printed && !exempt && value !== 0 ? {...cell, low: value === undefined ? Number(atLeastOne.has(i)) : 1, high: Infinity} : cell;
  });
  const widest = presolve({cells: allHidden, relations});
  return cells.flatMap(({low, high}, cell) => {
    if (low === high) return [];
    const few = hidden.get(rests.get(cell) ?? cell) === "few";
    return [{cell, atMost: few ? Math.max(interval.from, widest.low[cell]!) : Infinity, atLeast: Math.min(interval.to, widest.high[cell]!)}];
  });
}

/** A narrow interval tells of no small group where it is surely large, or where nobody need be in it. */
function isHarmless({hidden}: Seen, rests: Map<number, number>, cell: number, low: number, high: number, {threshold}: DisclosureRules): boolean {
  if (low >= threshold || high === 0) return true;
  return low === 0 && !hidden.has(cell) && hidden.get(rests.get(cell) ?? -1) !== "few";
}
