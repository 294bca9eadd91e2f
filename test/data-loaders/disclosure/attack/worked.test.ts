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
  const {verdicts} = await attack(
    system,
    [of("A2"), of("B3")].map((cell) => ({cell, atMost: 1, atLeast: 5}))
  );
  expect(verdicts).toMatchObject([
    {key: "A2", low: 3, high: 3, result: "narrow"},
    {key: "B3", low: 4, high: 4, result: "narrow"}
  ]);
  expect(["linje A", "linje 2"]).toContain(
    (await revealingRelations(system, {cell: of("A2"), atMost: 1, atLeast: 5}))[0]
  );
});

test("with A3 and B2 hidden as well the intervals are those of the worked example", async () => {
  const {system, of} = published(["A2", "B3", "A3", "B2"]);
  const expected = {A2: [0, 15], A3: [5, 20], B2: [0, 15], B3: [1, 16]} as const;
  for (const [key, [low, high]] of Object.entries(expected)) {
    const asked = [
      [low, high],
      [low - 1, high],
      [low, high + 1]
    ].map(([atMost, atLeast]) => ({cell: of(key), atMost: atMost!, atLeast: atLeast!}));
    expect((await attack(system, asked)).verdicts.map(({result}) => result).sort(), key).toEqual([
      "narrow",
      "narrow",
      "protected"
    ]);
    expect((await attack(system, asked.slice(0, 1))).verdicts, key).toMatchObject([{result: "protected"}]);
  }
  const {verdicts} = await attack(
    system,
    [of("A2"), of("B3")].map((cell) => ({cell, atMost: 1, atLeast: 5}))
  );
  expect(verdicts.map(({result}) => result)).toEqual(["protected", "protected"]);
});

test("what no whole numbers can meet is reported", async () => {
  const {system, of} = systemOf({all: 7, men: 9}, [["mænd + kvinder = alle", "all", ["men", "women"]]]);
  expect(await attack(system, [{cell: of("women"), atMost: 1, atLeast: 5}])).toMatchObject({
    contradiction: "mænd + kvinder = alle"
  });
});
