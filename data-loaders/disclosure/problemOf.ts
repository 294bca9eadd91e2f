import type {Assembly} from "./assemble.js";
import {presolve} from "./attack/presolve.js";
import type {Problem, TrueCell} from "./protect/problem.js";
import {isSmall, type DisclosureRules} from "./rules.js";
import type {Relation} from "./system.js";

/** Whose row is hidden for its own sake, by place of the number that decides. */
export interface Primary {
  few: Set<number>;
  base: Set<number>;
}

/**
 * What is to be protected in an assembly: every count that is small, or leaves few, whether a row prints it or a sum
 * gives it away; a row's numbers go with the total they are a share of.
 */
export function problemOf(assembly: Assembly, rules: DisclosureRules): {problem: Problem; primary: Primary} {
  const {pairs} = assembly;
  const relations = [...assembly.relations];
  const cells: TrueCell[] = assembly.cells.map(({key, value, printed, empty, exempt, rows, totals}) => ({
    key,
    value: value!,
    published: printed || empty,
    hideable: printed && !exempt && value! > 0,
    // A little dearer where a number is printed more than once, so that of equals the detail is hidden.
    cost: rows + 0.01 * totals,
    ...(totals > 1 && {anchor: true}),
    hiddenLow: printed && value! > 0 ? 1 : 0,
    hiddenHigh: Infinity,
    ...(isSmall(value!, rules) && !exempt && {need: {atMost: rules.interval.from, atLeast: rules.interval.to}})
  }));
  const primary: Primary = {few: new Set(), base: new Set()};
  cells.forEach(({need, published}, i) => need && published && primary.few.add(i));
  for (const [total, main] of pairs) {
    const {value: base} = cells[total]!;
    const row = cells[main]!;
    if (assembly.cells[main]!.exempt) continue;
    const rest = base - row.value;
    if (isSmall(rest, rules)) {
      if (row.value > 0) primary.few.add(main);
      addRest(cells, relations, total, main, rest, rules);
    }
    if (base > 0 && base < rules.smallestDenominator) primary.base.add(main);
    // Of so few even "none of them" says something about each.
    if (isSmall(base, rules)) Object.assign(row, {hideable: true, hiddenLow: 0});
  }
  widest(cells, relations);
  const implies = pairs.filter(([, main]) => cells[main]!.value > 0 && !assembly.cells[main]!.exempt);
  return {problem: {cells, relations, implies, primary: [...primary.few, ...primary.base]}, primary};
}

/**
 * No need asks for more than there would be with every number hidden: that somebody is in two parts, since neither is
 * shown as zero, tells that two are in the whole, and that a form is not filled in is shown.
 */
function widest(cells: TrueCell[], relations: Relation[]): void {
  const hidden = cells.map(({key, published, hideable, value, hiddenLow, hiddenHigh}) =>
    published && !hideable ? {key, low: value, high: value} : {key, low: hiddenLow, high: hiddenHigh}
  );
  const {low, high} = presolve({cells: hidden, relations});
  cells.forEach(({need}, i) => need && Object.assign(need, {atMost: Math.max(need.atMost, low[i]!), atLeast: Math.min(need.atLeast, high[i]!)}));
}

/** The rest of a total is a group of its own, also where no row and no sum names it. */
function addRest(cells: TrueCell[], relations: Relation[], total: number, main: number, value: number, {interval}: DisclosureRules): void {
  const key = `${cells[main]!.key} ≠`;
  relations.push({
    name: `${cells[main]!.key} og resten`,
    terms: [{cell: main, factor: 1}, {cell: cells.length, factor: 1}, {cell: total, factor: -1}],
    low: 0,
    high: 0
  });
  cells.push({key, value, published: false, hideable: false, cost: 0, hiddenLow: 0, hiddenHigh: Infinity, need: {atMost: interval.from, atLeast: interval.to}});
}
