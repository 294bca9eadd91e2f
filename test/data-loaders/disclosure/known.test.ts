import * as fc from "fast-check";
import {expect, test} from "vitest";
import type {CountedTable} from "../../../data-loaders/disclosure/assemble.js";
import {protectTables} from "../../../data-loaders/disclosure/protectTables.js";
import {addRanges} from "../../../data-loaders/disclosure/ranges.js";
import {publishedRows} from "../../../data-loaders/disclosure/withhold.js";
import {Refusal} from "../../../data-loaders/ground/refusal.js";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import {where, type Group, type GroupRelation, type Sums} from "../../../data-loaders/tables/counted/group.js";
import type {TableShape} from "../../../data-loaders/tables/table.js";
import {attacker} from "../../../publish/gate/attacker.js";

const places = ["A", "B", "C"];
const kinds = ["1", "2", "3"];
const sums: Sums = {
  classifications: [
    {name: "stederne udgør alle", dimension: "place", parts: () => places},
    {name: "slagsene udgør alle", dimension: "kind", parts: () => kinds}
  ],
  others: () => [],
  isEmpty: () => false,
  isExempt: () => false
};

const groupOf = (place: string, kind: string): Group =>
  where({}, {place: place === "all" ? undefined : place, kind: kind === "all" ? undefined : kind});
const shape: TableShape = {
  name: "t",
  title: "",
  place: 1,
  columns: [
    {name: "place", type: "VARCHAR", meaning: "", english: ""},
    {name: "kind", type: "VARCHAR", meaning: "", english: ""},
    {name: "n", type: "INTEGER", meaning: "", english: "", counts: "patients"},
    {name: "total", type: "INTEGER", meaning: "", english: "", counts: "patients"},
    {name: "status", type: "VARCHAR", meaning: "", english: ""}
  ]
};
const protection: CountedTable["protection"] = {
  counts: ({place, kind}) => {
    const of = {column: "total", group: groupOf(place as string, "all")};
    return [{column: "n", group: groupOf(place as string, kind as string), of}];
  }
};

/**
 * What is published of people by place and kind, where everybody knows some of the numbers; and what is found of it.
 */
async function publish(inner: number[][], isKnown: (place: string, kind: string) => boolean) {
  const n = (place: string, kind: string) =>
    places
      .flatMap((p, i) =>
        kinds.map((k, j) => ((place === "all" || p === place) && (kind === "all" || k === kind) ? inner[i]![j]! : 0))
      )
      .reduce((sum, one) => sum + one, 0);
  const cells = [...places, "all"].flatMap((place) => [...kinds, "all"].map((kind) => [place, kind] as const));
  const known = cells
    .filter(([place, kind]) => isKnown(place, kind))
    .map(([place, kind]): GroupRelation => {
      const value = n(place, kind);
      return {name: `trykt ${place} ${kind}`, terms: [[groupOf(place, kind), 1]], low: value, high: value};
    });
  const all = {...sums, known};
  const rows = cells.map(([place, kind]) => {
    const count = n(place, kind);
    return {place, kind, n: count, total: n(place, "all"), status: count === 0 ? "none" : "shown"};
  });
  const hidden = await protectTables([{name: "t", protection, rows}], all, defaultRules);
  const shown: CountedTable = {name: "t", protection, rows: publishedRows(shape, rows, hidden)};
  await addRanges([shown], all, defaultRules);
  const at = (place: string, kind: string) => shown.rows.find((row) => row.place === place && row.kind === kind)!;
  return {
    n,
    at,
    shown,
    faults: (await attacker([shown], all, defaultRules)).faults,
    withoutPrint: (await attacker([shown], sums, defaultRules)).faults
  };
}

const inner = [
  [20, 3, 17],
  [8, 12, 14],
  [15, 9, 22]
];

test("a small count that is printed is shown; who does not know of the print refuses it", async () => {
  const {at, faults, withoutPrint} = await publish(
    inner,
    (place, kind) => place === "A" && ["2", "all"].includes(kind)
  );
  expect(at("A", "2")).toMatchObject({n: 3, total: 40, status: "shown"});
  expect(faults).toEqual([]);
  expect(withoutPrint).toContain("t viser 3 for kind=2 place=A; så få skal være skjult.");
});

test("so is what follows from what is printed: the last kind of a place whose others and whole are", async () => {
  const {at, faults} = await publish(inner, (place, kind) => place === "A" && kind !== "2");
  expect(at("A", "2")).toMatchObject({n: 3, status: "shown"});
  expect(faults).toEqual([]);
});

test("a printed number that leaves few of a whole that is not printed is shown, and the whole hidden", async () => {
  const {at, faults} = await publish([[37, 3, 0], ...inner.slice(1)], (place, kind) => place === "A" && kind === "1");
  expect(at("A", "1")).toMatchObject({n: 37, total: null});
  expect(at("A", "2").n).toBeNull();
  expect(at("A", "all").n).toBeNull();
  expect(faults).toEqual([]);
});

test("how few that are printed are split is protected, in numbers that the print leaves possible", async () => {
  // Everybody knows that three of the first kind are in A or in B, as C and the whole are printed.
  const split = [
    [2, 20, 17],
    [1, 12, 14],
    [15, 9, 22]
  ];
  const {at, faults} = await publish(split, (place, kind) => kind === "1" && ["C", "all"].includes(place));
  for (const place of ["A", "B"]) expect(at(place, "1")).toMatchObject({n: null, n_least: expect.any(Number)});
  expect(at("A", "1").n_least).toBeLessThanOrEqual(1);
  expect(at("A", "1").n_most).toBeGreaterThanOrEqual(2);
  expect(faults).toEqual([]);
});

test("whatever is printed, printed numbers are shown, all that is shown is true, and load and gate agree, or load refuses", async () => {
  const number = fc.oneof(fc.integer({min: 0, max: 6}), fc.integer({min: 10, max: 40}));
  const table = fc.array(fc.array(number, {minLength: 3, maxLength: 3}), {minLength: 3, maxLength: 3});
  const names = [...places, "all"].flatMap((place) => [...kinds, "all"].map((kind) => `${place} ${kind}`));
  let published = 0;
  await fc.assert(
    fc.asyncProperty(table, fc.array(fc.boolean(), {minLength: 16, maxLength: 16}), async (counts, printed) => {
      const isKnown = (place: string, kind: string) => printed[names.indexOf(`${place} ${kind}`)]!;
      const outcome = await publish(counts, isKnown).catch((error: unknown) => error);
      if (outcome instanceof Refusal) return;
      if (outcome instanceof Error) throw outcome;
      const {shown, n, at, faults} = outcome as Awaited<ReturnType<typeof publish>>;
      published++;
      expect(faults).toEqual([]);
      for (const {place, kind, n: said} of shown.rows as {place: string; kind: string; n: number | null}[]) {
        if (said !== null) expect(said).toBe(n(place, kind));
        if (isKnown(place, kind)) expect(at(place, kind).n).toBe(n(place, kind));
      }
    }),
    {numRuns: 60, seed: 11}
  );
  expect(published).toBeGreaterThan(45);
});
