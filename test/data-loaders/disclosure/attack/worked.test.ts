import {expect, test} from "vitest";
import {attack} from "../../../../data-loaders/disclosure/attack/attack.js";
import {revealingRelations} from "../../../../data-loaders/disclosure/attack/explain.js";
import {intervals} from "../../../../data-loaders/disclosure/attack/interval.js";
import {SystemBuilder} from "../../../../data-loaders/disclosure/builder.js";

// registers-and-methods.md, section 5.3: confirmed there with scipy's linprog.
const table = {A: [20, 3, 17], B: [8, 12, 4], C: [15, 9, 22]};

function published(hidden: string[]) {
  const builder = new SystemBuilder();
  const rows = Object.entries(table);
  for (const [row, values] of rows)
    values.forEach((v, i) =>
      builder.cell(`${row}${i + 1}`, hidden.includes(`${row}${i + 1}`) ? {} : {low: v, high: v})
    );
  for (const [row, values] of rows) {
    const total = values.reduce((a, b) => a + b);
    builder.cell(row, {low: total, high: total});
    builder.sum(
      `række ${row}`,
      row,
      [1, 2, 3].map((c) => `${row}${c}`)
    );
  }
  for (const c of [1, 2, 3]) {
    const total = rows.reduce((sum, [, values]) => sum + values[c - 1]!, 0);
    builder.cell(String(c), {low: total, high: total});
    builder.sum(
      `søjle ${c}`,
      String(c),
      rows.map(([row]) => `${row}${c}`)
    );
  }
  const system = builder.build();
  return {system, of: (key: string) => system.cells.findIndex((cell) => cell.key === key)};
}

test("without secondary suppression the two small cells are recovered exactly, and the sums that do it are named", async () => {
  const {system, of} = published(["A2", "B3"]);
  const [a2, b3] = await intervals(system, [of("A2"), of("B3")]);
  expect(a2).toEqual({linear: [3, 3], whole: [3, 3]});
  expect(b3).toEqual({linear: [4, 4], whole: [4, 4]});
  const {verdicts} = await attack(
    system,
    [of("A2"), of("B3")].map((cell) => ({cell, atMost: 1, atLeast: 5}))
  );
  expect(verdicts).toMatchObject([
    {key: "A2", low: 3, high: 3, result: "narrow", linear: true},
    {key: "B3", low: 4, high: 4, result: "narrow", linear: true}
  ]);
  expect(["række A", "søjle 2"]).toContain(
    (await revealingRelations(system, {cell: of("A2"), atMost: 1, atLeast: 5}))[0]
  );
});

test("with A3 and B2 hidden as well the intervals are those of the worked example", async () => {
  const {system, of} = published(["A2", "B3", "A3", "B2"]);
  const cells = ["A2", "A3", "B2", "B3"].map(of);
  const expected = [
    [0, 15],
    [5, 20],
    [0, 15],
    [1, 16]
  ];
  expect(await intervals(system, cells)).toEqual(expected.map((interval) => ({linear: interval, whole: interval})));
  const {verdicts} = await attack(
    system,
    [of("A2"), of("B3")].map((cell) => ({cell, atMost: 1, atLeast: 5}))
  );
  expect(verdicts.map(({result}) => result)).toEqual(["protected", "protected"]);
});

test("what no whole numbers can meet is told", async () => {
  const builder = new SystemBuilder();
  builder.cell("all", {low: 7, high: 7});
  builder.cell("men", {low: 9, high: 9});
  builder.sum("mænd + kvinder = alle", "all", ["men", "women"]);
  expect(await attack(builder.build(), [{cell: 2, atMost: 1, atLeast: 5}])).toMatchObject({
    contradiction: "mænd + kvinder = alle"
  });
});
