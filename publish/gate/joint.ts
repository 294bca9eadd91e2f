import {leaves} from "../../data-loaders/disclosure/assemble.js";
import {attack, type AttackOptions} from "../../data-loaders/disclosure/attack/attack.js";
import {presolve} from "../../data-loaders/disclosure/attack/presolve.js";
import type {Published} from "../../data-loaders/disclosure/published.js";
import type {Need, Relation, System, Term} from "../../data-loaders/disclosure/system.js";
import {mustBePossible, type DisclosureRules} from "../../data-loaders/ground/rules.js";
import {inWords} from "./attacker.js";

/** What a release says of one period or round. */
export interface Reading {
  release: string;
  /** By which it was released. */
  rules: DisclosureRules;
  published: Published;
}

/** Releases as one system of groups. */
interface Joint extends System {
  /** What no release shows and nobody may work out, by the rules of the newest that has it. */
  secret: Map<number, DisclosureRules>;
  /** Releases that can be of the same data, by the first of them: one number a group, by its name. */
  data: {release: string; places: Map<string, number>}[];
  /** The changes between data that are among the cells, by name. */
  changes: Set<string>;
}

/**
 * What follows, though it must not, of releases and another set side by side, and neither of those nor of it alone:
 * each number with what it follows to be.
 */
export async function followsAnew(
  readings: readonly Reading[],
  other: Reading,
  options: AttackOptions
): Promise<string[]> {
  const nothing: Joint = {cells: [], relations: [], secret: new Map(), data: [], changes: new Set()};
  const before = readings.reduce((joint, reading) => laidBeside(joint, reading).joint, nothing);
  const {joint, at} = laidBeside(before, other);
  const needs = [...joint.secret].flatMap(([cell, rules]): Need[] =>
    joint.cells[cell]!.low < rules.threshold ? [{cell, ...mustBePossible(rules), mayBeOther: true}] : []
  );
  const {verdicts} = await attack(joint, needs, options);
  const narrow = needs.flatMap(({cell}, n) => (verdicts[n] === "protected" ? [] : [cell]));
  const rangesIn = async (system: System, places: ReadonlyMap<number, number>) => {
    const there = narrow.filter((cell) => places.has(cell));
    const {ranges} = await attack(system, [], {...options, ranges: there.map((cell) => places.get(cell)!)});
    return new Map(there.map((cell, i) => [cell, inWords(ranges[i]!)]));
  };
  // What is added is added behind, so that a place among those before is the same place.
  const same = ({cells}: System) => new Map(cells.map((_, cell) => [cell, cell]));
  const together = await rangesIn(joint, same(joint));
  const alone = [
    await rangesIn(before, same(before)),
    await rangesIn(other.published.system, new Map(at.map((cell, i) => [cell, i])))
  ];
  return narrow
    .filter((cell) => alone.every((ranges) => ranges.get(cell) !== together.get(cell)))
    .map((cell) => `${joint.cells[cell]!.key} (${together.get(cell)})`);
}

/**
 * Lays a release beside others. Where nothing contradicts that both are of the same data, a group of both is one
 * number, as who compares them will guess; else it is two, whose difference counts those who came, or those who left.
 * @returns with the place of each of the release's cells
 */
function laidBeside(joint: Joint, {release, rules, published}: Reading): {joint: Joint; at: number[]} {
  const same = joint.data.flatMap((data) => {
    const merged = merge(joint, data.places, published);
    return merged.cells.every(({low, high}) => low <= high) && presolve(merged).contradiction === undefined
      ? [{data, merged}]
      : [];
  })[0];
  const {at, ...system} = same?.merged ?? merge(joint, new Map(), published);
  const {cells} = published.assembly;
  const own = {
    release: same?.data.release ?? release,
    places: new Map([...(same?.data.places ?? []), ...cells.map(({key}, i) => [key, at[i]!] as const)])
  };
  const secret = new Map(joint.secret);
  published.system.cells.forEach(({low, high}, i) => {
    const place = at[i]!;
    const wasShown = place < joint.cells.length && !joint.secret.has(place);
    if (low === high || wasShown || cells[i]?.exempt) secret.delete(place);
    else secret.set(place, rules);
  });
  const data = same ? joint.data.map((one) => (one === same.data ? own : one)) : [...joint.data, own];
  const grown = {...system, secret, data, changes: new Set(joint.changes)};
  data.forEach((one, i) => {
    if (one !== own)
      compare(grown, rules, published, ...(i < data.indexOf(own) ? ([one, own] as const) : ([own, one] as const)));
  });
  return {joint: grown, at};
}

/** A system with the cells of another release, those of groups in `places` being the same. */
function merge(
  {cells, relations}: System,
  places: ReadonlyMap<string, number>,
  {assembly, system}: Published
): System & {at: number[]} {
  const all = cells.map((cell) => ({...cell}));
  const at = system.cells.map((cell, i) => {
    const place = i < assembly.cells.length ? places.get(cell.key) : undefined;
    if (place === undefined) return all.push({...cell}) - 1;
    const known = all[place]!;
    Object.assign(known, {low: Math.max(known.low, cell.low), high: Math.min(known.high, cell.high)});
    return place;
  });
  const moved = system.relations.map(
    (relation): Relation => ({...relation, terms: movedTo(relation.terms, (cell) => at[cell]!)})
  );
  return {at, cells: all, relations: [...relations, ...moved]};
}

/**
 * Adds how many more, and how many fewer, later data have in each group, and in what each number leaves of its total.
 */
function compare(
  {cells, relations, secret, changes}: Joint,
  rules: DisclosureRules,
  {assembly}: Published,
  before: Joint["data"][number],
  after: Joint["data"][number]
): void {
  const placesIn = ({places}: Joint["data"][number], terms: Term[]) =>
    movedTo(terms, (cell) => places.get(assembly.cells[cell]!.key) ?? Number.NaN);
  const add = (what: string, terms: Term[]) => {
    const [then, now] = [placesIn(before, terms), placesIn(after, terms)];
    if ([...then, ...now].some(({cell}) => Number.isNaN(cell))) return;
    for (const [many, more, less] of [["flere", now, then] as const, ["færre", then, now] as const]) {
      const name = `${what}, så mange ${many} i ${after.release} end i ${before.release}`;
      if (changes.has(name)) continue;
      changes.add(name);
      secret.set(cells.length, rules);
      const difference = [...more, ...less.map(({cell, factor}) => ({cell, factor: -factor}))];
      relations.push({name, terms: [...difference, {cell: cells.length, factor: -1}], low: 0, high: 0});
      cells.push({key: name, low: -Infinity, high: Infinity});
    }
  };
  assembly.cells.forEach(({key, exempt}, cell) => exempt || add(key, [{cell, factor: 1}]));
  for (const count of assembly.counts) {
    const {key, exempt} = assembly.cells[count.main]!;
    if (count.total !== undefined && !exempt) add(`resten af ${key}`, leaves(count));
  }
}

function movedTo(terms: readonly Term[], placeOf: (cell: number) => number): Term[] {
  return terms.map(({cell, factor}) => ({cell: placeOf(cell), factor}));
}
