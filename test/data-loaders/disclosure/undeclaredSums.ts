import {assemble, type CountedTable} from "../../../data-loaders/disclosure/assemble.js";
import {keyOf, type Sums} from "../../../data-loaders/tables/counted/group.js";
import type {Row} from "../../../data-loaders/engine/session.js";
import {small, Space, type Vector} from "./space.js";

/**
 * Which sample a row belongs to, and the row as it would be in the one sample that stands for all; undefined: in none.
 */
export type SampleOf = (row: Row) => {sample: string; row: Row} | undefined;

/** What holds between the groups that samples count. */
export interface Held {
  /** The groups somebody is in, by name; what nobody is in anywhere is known to be empty. */
  groups: string[];
  /** Sums that hold in every sample, as factors of the groups. */
  sums: Vector[];
  /** One row of each kind, its numbers NULL, as an attacker may find them. */
  tables: CountedTable[];
}

/**
 * Every sum that holds in all samples. With more samples drawn at random than there are
 * groups, it is one that holds always.
 * @param tables with true counts
 * @throws Error when there are too few samples to decide
 */
export function sumsThatHold(tables: CountedTable[], sampleOf: SampleOf): Held {
  const samples = new Map<string, Map<string, number>>();
  const alike = tables.map(({name, protection, rows}): CountedTable => {
    const kinds = new Map<string, Row>();
    for (const row of rows) {
      const placed = sampleOf(row);
      if (!placed) continue;
      const numbers = protection
        .counts(placed.row)
        .flatMap(({column, group, of}) => [
          {column, key: keyOf(group)},
          ...(of ? [{column: of.column, key: keyOf(of.group)}] : [])
        ]);
      if (!samples.has(placed.sample)) samples.set(placed.sample, new Map());
      const values = samples.get(placed.sample)!;
      for (const {column, key} of numbers) values.set(key, row[column] as number);
      kinds.set(numbers.map(({key}) => key).join("|"), {
        ...placed.row,
        ...Object.fromEntries(numbers.map(({column}) => [column, null]))
      });
    }
    return {name, protection, rows: [...kinds.values()]};
  });
  const met = new Set(
    [...samples.values()].flatMap((values) => [...values].flatMap(([key, value]) => (value > 0 ? [key] : [])))
  );
  const groups = [...met].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  if (samples.size < groups.length + 10)
    throw new Error(`${samples.size} samples are too few for ${groups.length} groups`);
  const counts = new Space(groups.length);
  for (const values of samples.values()) counts.add(groups.map((key) => values.get(key) ?? 0));
  return {groups, sums: counts.orthogonal(), tables: alike};
}

/** Sums that hold though they do not follow from those declared, each as `+ [a] + [b] - [c] = 0`. */
export function undeclaredSums({groups, sums: held, tables}: Held, sums: Sums): string[] {
  const declared = declaredBetween(groups, tables, sums);
  return held.flatMap((vector) => {
    const rest = declared.add(vector);
    return rest ? [inWords(rest, groups)] : [];
  });
}

/** What the declared equations say of these groups alone. */
function declaredBetween(groups: string[], tables: CountedTable[], sums: Sums): Space {
  const {cells, relations} = assemble(tables, sums);
  const known = new Map(groups.map((key, i) => [key, i]));
  // Groups that no row prints come first, so that they are the first to be eliminated.
  const inner = cells.flatMap(({key, printed, empty}, cell) => (printed || empty || known.has(key) ? [] : [cell]));
  const place = new Map(inner.map((cell, i) => [cell, i]));
  const all = new Space(inner.length + groups.length);
  for (const {terms, low, high} of relations) {
    if (low !== 0 || high !== 0) continue;
    const vector = new Array<number>(all.size).fill(0);
    for (const {cell, factor} of terms) {
      const group = known.get(cells[cell]!.key);
      const at = group === undefined ? place.get(cell) : inner.length + group;
      if (at !== undefined) vector[at]! += factor;
    }
    all.add(vector);
  }
  const declared = new Space(groups.length);
  for (const vector of all.basis())
    if (inner.every((_, i) => vector[i] === 0)) declared.add(vector.slice(inner.length));
  return declared;
}

function inWords(vector: Vector, groups: string[]): string {
  const terms = groups.map((key, i) => ({key, factor: small(vector[i]!)})).filter(({factor}) => factor !== 0);
  const times = (factor: number) => (Math.abs(factor) === 1 ? "" : `${Math.abs(factor)} `);
  const signed = terms.map(({factor, key}) => `${factor > 0 ? "+" : "-"} ${times(factor)}[${key}]`);
  return `${signed.join(" ")} = 0`;
}
