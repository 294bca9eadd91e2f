import {sum} from "d3-array";
import type {Assembly} from "./assemble.js";
import {presolve} from "./attack/presolve.js";
import type {Problem, TrueCell} from "./protect/problem.js";
import {restsOf, type Rests} from "./rest.js";
import {hidesZero, isSmall, isSmallBase, type DisclosureRules, type Reason} from "../ground/rules.js";
import {isRevealed, type Relation} from "./system.js";

/** Whose row is hidden for its own sake, by reason and place of the number that decides. */
export type Primary = Record<Exclude<Reason, "protects">, Set<number>>;

/**
 * Wholes of so many parts, such as regions and the country, stay shown as long as their parts can protect each other.
 */
const manyParts = 6;

/**
 * What is to be protected in an assembly: every count that is small, or leaves few, whether a row prints it or a sum
 * gives it away; a row's numbers go with the total they are a share of.
 */
export function problemOf(assembly: Assembly, rules: DisclosureRules): {problem: Problem; primary: Primary} {
  const {pairs} = assembly;
  const relations = [...assembly.relations];
  const large = new Set(
    relations
      .filter(({terms}) => terms.length > manyParts)
      .flatMap(({terms}) => terms.filter(({factor}) => factor === -1).map(({cell}) => cell))
  );
  const cells: TrueCell[] = assembly.cells.map(({key, value, printed, empty, exempt, assumed, loss, totals}, i) => ({
    key,
    value: value!,
    published: printed || empty,
    hideable: printed && !exempt && value! > 0,
    // A little dearer where a number is printed more than once, or large, so that of equals the detail is hidden.
    cost: (loss + 0.01 * totals) * (1 + Math.log10(1 + value!) / 4),
    ...((totals > 1 || large.has(i)) && {anchor: true}),
    hiddenLow: printed && value! > 0 ? 1 : 0,
    hiddenHigh: Infinity,
    ...(isSmall(value!, rules) &&
      !exempt &&
      !assumed && {need: {atMost: rules.interval.from, atLeast: rules.interval.to}})
  }));
  const rests = restsOf(assembly);
  const primary: Primary = {few: new Set(), base: new Set()};
  cells.forEach(({need, published}, i) => need && published && primary.few.add(i));
  for (const [total, main] of pairs) {
    const {value: base} = cells[total]!;
    const row = cells[main]!;
    if (assembly.cells[main]!.exempt) continue;
    const rest = base - row.value - sum(rests.exempt(total, main), (cell) => cells[cell]!.value);
    if (isSmall(rest, rules)) {
      if (row.value > 0) primary.few.add(main);
      addRest(cells, relations, [total, main], rest, rules, rests);
    }
    if (isSmallBase(base, rules)) primary.base.add(main);
    if (hidesZero(base, rules)) Object.assign(row, {hideable: true, hiddenLow: 0});
  }
  const hidden = new Set([...primary.few, ...primary.base]);
  const known = relations.filter((relation) => isRevealed(relation, (cell) => !hidden.has(cell)));
  widest(cells, known);
  const implies = pairs.filter(([, main]) => cells[main]!.value > 0 && !assembly.cells[main]!.exempt);
  return {problem: {cells, relations: known, implies, primary: [...hidden]}, primary};
}

/**
 * No need asks for more than each sum alone leaves when every number is hidden; `lower` finds what sums together leave.
 */
function widest(cells: TrueCell[], relations: Relation[]): void {
  const hidden = cells.map(({key, published, hideable, value, hiddenLow, hiddenHigh}) =>
    published && !hideable ? {key, low: value, high: value} : {key, low: hiddenLow, high: hiddenHigh}
  );
  const {low, high} = presolve({
    cells: hidden,
    relations: relations.filter((relation) => isRevealed(relation, (cell) => !cells[cell]!.hideable))
  });
  cells.forEach(
    ({need}, i) =>
      need && Object.assign(need, {atMost: Math.max(need.atMost, low[i]!), atLeast: Math.min(need.atLeast, high[i]!)})
  );
}

/**
 * The rest of a total is a group of its own, also where no row names it: the other parts
 * together, where the total is split, and nothing new where there is but one other part.
 */
function addRest(
  cells: TrueCell[],
  relations: Relation[],
  [total, main]: [number, number],
  value: number,
  {interval}: DisclosureRules,
  rests: Rests
): void {
  const exempt = new Set(rests.exempt(total, main));
  const split = rests.split(total, main);
  const others = split
    ? split.terms.filter(({cell}) => cell !== total && cell !== main && !exempt.has(cell))
    : [
        {cell: total, factor: 1},
        {cell: main, factor: -1}
      ];
  if (split && others.length === 1) return;
  relations.push({
    name: `${cells[main]!.key} og resten`,
    terms: [...others, {cell: cells.length, factor: -1}],
    low: 0,
    high: 0
  });
  const need = {atMost: interval.from, atLeast: interval.to};
  cells.push({
    key: `${cells[main]!.key} ≠`,
    value,
    published: false,
    hideable: false,
    cost: 0,
    hiddenLow: 0,
    hiddenHigh: Infinity,
    need
  });
}
