import {sum} from "d3-array";
import {expect, test} from "vitest";
import {attack} from "../../../../data-loaders/disclosure/attack/attack.js";
import {revealingRelations} from "../../../../data-loaders/disclosure/attack/explain.js";
import {systemOf} from "./systemOf.js";

// registers-and-methods.md, section 5.3: confirmed there with scipy's linprog.
const table = {A: [20, 3, 17], B: [8, 12, 4], C: [15, 9, 22]};

function published(hidden: string[]) {
  const rows = Object.entries(table);
  const columns = [1, 2, 3].map(
    (c) => [String(c), rows.map(([row, values]): [string, number] => [`${row}${c}`, values[c - 1]!])] as const
  );
  const lines = [
    ...rows.map(([row, values]) => [row, values.map((v, i): [string, number] => [`${row}${i + 1}`, v])] as const),
    ...columns
  ];
  const cells = columns.flatMap(([, inner]) => inner).filter(([key]) => !hidden.includes(key));
  const totals = lines.map(([line, inner]) => [line, sum(inner, ([, v]) => v)] as const);
  return systemOf(
    Object.fromEntries([...cells, ...totals]),
    lines.map(([line, inner]) => [`linje ${line}`, line, inner.map(([key]) => key)])
  );
}

test("without secondary suppression the two small cells are recovered exactly, and the sums that do it are named", async () => {
  const {system, of} = published(["A2", "B3"]);
  const cells = [of("A2"), of("B3")];
  const needs = cells.map((cell) => ({cell, from: 1, to: 4}));
  const {verdicts, ranges} = await attack(system, needs, {ranges: cells});
  expect(verdicts).toEqual(["narrow", "narrow"]);
  expect(ranges).toEqual([3, 4].map((n) => ({least: n, most: n, exact: true})));
  expect(["linje A", "linje 2"]).toContain((await revealingRelations(system, needs[0]!))[0]);
});

test("with A3 and B2 hidden as well the ranges are those of the worked example", async () => {
  const {system, of} = published(["A2", "B3", "A3", "B2"]);
  const expected = {A2: [0, 15], A3: [5, 20], B2: [0, 15], B3: [1, 16]} as const;
  const cells = Object.keys(expected).map(of);
  const needs = [of("A2"), of("B3")].map((cell) => ({cell, from: 1, to: 4}));
  const {verdicts, ranges} = await attack(system, needs, {ranges: cells});
  expect(ranges).toEqual(Object.values(expected).map(([least, most]) => ({least, most, exact: true})));
  expect(verdicts).toEqual(["protected", "protected"]);
});

test("what no whole numbers can meet is reported", async () => {
  const {system, of} = systemOf({all: 7, men: 9}, [["mænd + kvinder = alle", "all", ["men", "women"]]]);
  expect(await attack(system, [{cell: of("women"), from: 1, to: 4}])).toMatchObject({
    contradiction: "mænd + kvinder = alle"
  });
});

test("that nobody may be left, or many, but not few, widens a range and proves nothing possible", async () => {
  // Of 20 people 6 to 20 are in a group; who is not in it is nobody, or at least 5.
  const system = {
    cells: [{key: "group", low: 6, high: 20}],
    relations: [{name: "rest", terms: [{cell: 0, factor: -1}], low: -20, high: Infinity, witnessLow: -15}]
  };
  const {ranges, verdicts} = await attack(
    {
      cells: [...system.cells, {key: "other", low: 0, high: 1}],
      relations: [
        ...system.relations,
        {
          name: "tie",
          terms: [
            {cell: 0, factor: 1},
            {cell: 1, factor: 1}
          ],
          low: 0,
          high: 21
        }
      ]
    },
    [{cell: 0, from: 16, to: 16}],
    {ranges: [0]}
  );
  expect(ranges).toEqual([{least: 6, most: 20, exact: true}]);
  expect(verdicts).toEqual(["narrow"]);
});

test("of two numbers one may be all of its total while many are left of the other's", async () => {
  // 9 people in two groups, of 8 who can be in each; who is not in a group is nobody, or at least 5: 8 and 1, or 1 and
  // 8.
  const system = {
    cells: ["first", "second"].map((key) => ({key, low: 0, high: 8})),
    relations: [
      {name: "all", terms: [0, 1].map((cell) => ({cell, factor: 1})), low: 9, high: 9},
      ...[0, 1].map((cell) => ({
        name: "rest",
        terms: [{cell, factor: -1}],
        low: -8,
        high: Infinity,
        witnessLow: -3
      }))
    ]
  };
  const needs = [1, 2, 8].flatMap((n) => [0, 1].map((cell) => ({cell, from: n, to: n})));
  const {verdicts} = await attack(system, needs);
  expect(verdicts).toEqual(["protected", "protected", "narrow", "narrow", "protected", "protected"]);
});
