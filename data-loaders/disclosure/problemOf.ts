import {group} from "d3-array";
import {leaves, leavesKnown, restOf, type Assembly, type PrintedCount} from "./assemble.js";
import {silence, type Problem, type TrueCell} from "./protect/problem.js";
import {isSmall, isSmallBase, largestBase, mustBePossible, type DisclosureRules, type Reason} from "../ground/rules.js";
import {isRevealed, splitOf, type Relation} from "./system.js";

/**
 * Wholes of so many parts, such as regions and the country, stay shown as long as their parts can protect each other.
 */
const manyParts = 6;

/**
 * What is to be protected in an assembly: every count that is small, or leaves few, whether a row prints it or a sum
 * gives it away. An attacker knows of each hidden number why it is hidden.
 */
export function problemOf(
  assembly: Assembly,
  rules: DisclosureRules
): {problem: Problem; primary: Map<PrintedCount, Reason>} {
  const {counts} = assembly;
  const need = mustBePossible(rules);
  const few: [number, number] = [1, rules.threshold - 1];
  const relations = [...assembly.relations];
  const values = assembly.cells.map(({value}) => value!);
  const costs = costsOf(assembly);
  const large = wholesOfMany(relations);
  const cells = assembly.cells.map(({key, printed, empty, exempt, known, assumed, totals}, i): TrueCell => {
    const value = values[i]!;
    return {
      key,
      value,
      published: printed || empty || known,
      hideable: printed && !exempt && !known && value > 0,
      ...(printed && !exempt && !known && value === 0 && {zero: true}),
      cost: costs[i]!,
      ...((totals > 1 || large.has(i)) && {anchor: true}),
      hiddenLow: 0,
      hiddenHigh: Infinity,
      ...(isSmall(value, rules) && !exempt && !known && !assumed && {need})
    };
  });
  const primary = new Map<PrintedCount, Reason>();
  const parts = partsOfFew(assembly, rules);
  const shownZeros = new Set(
    counts.flatMap(({main, total}) =>
      values[main] === 0 && !parts.has(main) && !isBase(total, values, rules) ? [main] : []
    )
  );
  const revealing: number[] = [];
  for (const count of counts) {
    const {main, total, alone} = count;
    const row = cells[main]!;
    if (assembly.cells[main]!.known) {
      // It stays shown: what it leaves is protected by its total, unless everybody knows that too.
      const rest = total === undefined || leavesKnown(count, assembly.cells) ? 0 : restOf(count, assembly.cells);
      if (!isSmall(rest, rules)) continue;
      addRest(cells, relations, count, rest, [0, Infinity], need);
      revealing.push(total!);
      continue;
    }
    if (assembly.cells[main]!.exempt) {
      // What says nothing of a person is shown however small, but for its total where that is hidden.
      row.silent = true;
      if (isBase(total, values, rules)) primary.set(count, "base");
      continue;
    }
    if (parts.has(main) || isBase(total, values, rules)) {
      if (shownZeros.has(main)) continue;
      primary.set(count, "base");
      silence(row);
      continue;
    }
    if (row.need) primary.set(count, "few");
    if (alone && row.value > 0) learn(row, row.need ? few : [rules.threshold, Infinity]);
    if (total === undefined) continue;
    if (alone) learnBase(cells[total]!, largestBase(rules) + 1);
    if (row.value === 0) continue;
    const rest = restOf(count, assembly.cells);
    const terms = leaves(count);
    const name = `${row.key} og resten`;
    if (leavesKnown(count, assembly.cells)) continue;
    if (!isSmall(rest, rules))
      relations.push({name, terms, low: Math.min(rest, rules.threshold), high: rest === 0 ? 0 : Infinity, about: main});
    else {
      if (!row.need) primary.set(count, "rest");
      addRest(cells, relations, count, rest, row.need ? [0, Infinity] : few, need);
    }
  }
  const hidden = new Set([...[...primary.keys()].map(({main}) => main), ...revealing]);
  // A total may be small though every number of its rows is zero.
  cells.forEach(({need, published}, i) => need && published && hidden.add(i));
  const known = relations.filter((relation) => isRevealed(relation, (cell) => !hidden.has(cell)));
  const implies = counts.flatMap(({total, main}): [number, number][] =>
    total !== undefined && !assembly.cells[main]!.known && (values[main]! > 0 || assembly.cells[main]!.exempt)
      ? [[total, main]]
      : []
  );
  return {problem: {cells, relations: known, implies, primary: [...hidden]}, primary};
}

/**
 * Cells that are parts of few, however a sum splits them: which of them are empty would tell how few. Nor are the parts
 * of those shown. Where everybody knows the few, an empty part says more than elsewhere of the others: then what is
 * empty as a whole is not shown either, since that says it of each part.
 */
function partsOfFew({cells, relations, counts}: Assembly, rules: DisclosureRules): Set<number> {
  const splits = relations.flatMap((relation) => splitOf(relation) ?? []);
  const partsOf = group(splits, ({whole}) => whole);
  const mayHide = (cell: number) => !cells[cell]!.exempt && !cells[cell]!.known;
  const parts = (whole: number) => (partsOf.get(whole) ?? []).flatMap(({parts}) => parts).filter(mayHide);
  const few = cells.flatMap((cell, i) => (isSmall(cell.value!, rules) && !cell.exempt && !cell.assumed ? [i] : []));
  const bases = counts.flatMap(({main, total}) =>
    total !== undefined && isSmallBase(cells[total]!.value!, rules) ? [main] : []
  );
  const known = few.filter((cell) => cells[cell]!.known);
  const isZero = (cell: number) => cells[cell]!.value === 0;
  const wholesOf = group(
    known.length > 0 ? splits.flatMap(({whole, parts}) => parts.map((part) => ({whole, part}))) : [],
    ({part}) => part
  );
  const emptyWholes = (part: number) =>
    (wholesOf.get(part) ?? []).map(({whole}) => whole).filter((whole) => isZero(whole) && mayHide(whole));
  return new Set([
    ...reached([...few, ...bases], parts),
    ...reached([...reached(known, parts)].filter(isZero), emptyWholes)
  ]);
}

/** Whatever can be reached from some cells, step by step. */
function reached(from: number[], next: (cell: number) => number[]): Set<number> {
  const found = new Set<number>();
  const queue = [...from];
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    for (const near of next(cell)) {
      if (found.has(near)) continue;
      found.add(near);
      queue.push(near);
    }
  }
  return found;
}

/** Whether a number is a share of too few. */
function isBase(total: number | undefined, values: number[], rules: DisclosureRules): boolean {
  return total !== undefined && isSmallBase(values[total]!, rules);
}

/** Notes what a row that is not hidden for its total says of the total. */
function learnBase(cell: TrueCell, low: number): void {
  cell.baseLow = low;
  cell.hiddenLow = Math.max(cell.hiddenLow, low);
}

/** Narrows what is known of a number when it is hidden. */
function learn(cell: TrueCell, [low, high]: [number, number]): void {
  if (cell.silent) return;
  cell.hiddenLow = Math.max(cell.hiddenLow, low);
  cell.hiddenHigh = Math.min(cell.hiddenHigh, high);
}

function wholesOfMany(relations: Relation[]): Set<number> {
  return new Set(
    relations
      .filter(({terms}) => terms.length > manyParts)
      .flatMap(({terms}) => terms.filter(({factor}) => factor === -1).map(({cell}) => cell))
  );
}

/**
 * What readers lose with each number, by what its tables declare and how many people would be expected in it: an equal
 * part of the smallest whole it is a part of. The number itself has no say, so that what is hidden says nothing of it.
 */
function costsOf({cells, relations}: Assembly): number[] {
  const expected = new Float64Array(cells.length).fill(Infinity);
  for (const {whole, parts} of relations.flatMap((relation) => splitOf(relation) ?? [])) {
    const people = cells[whole]!.value! / parts.length;
    for (const part of parts) expected[part] = Math.min(expected[part]!, people);
  }
  return cells.map(({loss, totals, value}, i) => {
    const people = Number.isFinite(expected[i]) ? expected[i]! : value!;
    return (loss + 0.01 * totals) * (1 + Math.log10(1 + people) / 4);
  });
}

/**
 * The rest of a total is a group of its own, also where no row names it: the other parts together, where the total is
 * split, and nothing new where there is but one other part.
 */
function addRest(
  cells: TrueCell[],
  relations: Relation[],
  count: PrintedCount,
  value: number,
  [hiddenLow, hiddenHigh]: [number, number],
  need: {from: number; to: number}
): void {
  const {main, total, exempt, split} = count;
  const name = `${cells[main]!.key} og resten`;
  const others = split
    ? split.terms.filter(({cell}) => cell !== total && cell !== main && !exempt.includes(cell))
    : [
        {cell: total!, factor: 1},
        {cell: main, factor: -1}
      ];
  if (split && others.length === 1) {
    const other = cells[others[0]!.cell]!;
    // The reason of this row says it also of a number that has a row, and another reason, of its own.
    if (other.published) relations.push({name, terms: leaves(count), low: hiddenLow, high: hiddenHigh, about: main});
    else Object.assign(other, {hiddenLow, hiddenHigh, restOf: main});
    return;
  }
  relations.push({
    name,
    terms: [...others, {cell: cells.length, factor: -1}],
    low: 0,
    high: 0
  });
  cells.push({
    key: `${cells[main]!.key} ≠`,
    value,
    published: false,
    hideable: false,
    cost: 0,
    hiddenLow,
    hiddenHigh,
    restOf: main,
    need
  });
}
