import type {CountedTable} from "../../../data-loaders/disclosure/assemble.js";
import type {Row} from "../../../data-loaders/engine/session.js";
import {where, type Group, type Sums} from "../../../data-loaders/tables/counted/group.js";

const split = (dimension: string, values: string[]) => ({
  name: `${dimension} udgør alle`,
  dimension,
  parts: () => values
});
export const sums: Sums = {
  classifications: [split("place", ["A", "B", "C"]), split("kind", ["1", "2", "3"]), split("severe", ["yes", "no"])],
  others: () => [],
  isEmpty: () => false,
  isExempt: () => false
};

export const groupOf = (row: Row): Group =>
  where(
    {},
    Object.fromEntries(
      ["place", "kind", "severe"].map((name) => [
        name,
        row[name] === undefined || row[name] === "all" ? undefined : String(row[name])
      ])
    )
  );
export const table = (name: string, rows: Row[]): CountedTable => ({
  name,
  rows,
  protection: {counts: (row) => [{column: "n", group: groupOf(row)}]}
});
/** Rows with their share of the place's total. */
export const shares = (name: string, rows: Row[]): CountedTable => ({
  name,
  rows,
  protection: {
    counts: (row) => [{column: "n", group: groupOf(row), of: {column: "total", group: groupOf({place: row.place})}}]
  }
});

/** The worked example of the reference, section 5.3: three places, three kinds, margins shown. */
type Counts = Record<string, number[]>;
export const counts: Counts = {A: [20, 3, 17], B: [8, 12, 4], C: [15, 9, 22]};
const total = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0);
/** Why cells are hidden, by place and kind. */
export type Hidden = Record<string, "hidden" | "hidden_secondary">;
export function example(hidden: Hidden, of = counts): Row[] {
  const inner = Object.entries(of).flatMap(([place, ns]) =>
    [...ns, total(ns)].map((n, i) => ({place, kind: i === 3 ? "all" : String(i + 1), n}))
  );
  const bottom = [0, 1, 2, 3].map((i) => ({
    place: "all",
    kind: i === 3 ? "all" : String(i + 1),
    n: total(Object.values(of).map((ns) => (i === 3 ? total(ns) : ns[i]!)))
  }));
  return [...inner, ...bottom].map((row) => {
    const status = hidden[row.place + row.kind];
    return status ? {...row, n: null, status} : {...row, status: "shown"};
  });
}
export const few = {A2: "hidden", B3: "hidden"} as const;
export const fourHidden = {...few, A3: "hidden_secondary", B2: "hidden_secondary"} as const;
export const protectedWell = {...fourHidden, C2: "hidden_secondary", C3: "hidden_secondary"} as const;
