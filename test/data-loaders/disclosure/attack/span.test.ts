import * as fc from "fast-check";
import {expect, test} from "vitest";
import {Effort} from "../../../../data-loaders/disclosure/attack/effort.js";
import {intervals} from "../../../../data-loaders/disclosure/attack/interval.js";
import {spans} from "../../../../data-loaders/disclosure/attack/span.js";
import type {System} from "../../../../data-loaders/disclosure/system.js";

const plenty = () => new Effort(100_000);
const never = () => false;

/** x + y = 10 and y + z = 7. */
const chain: System = {
  cells: ["x", "y", "z", "alone"].map((key) => ({key, low: 0, high: Infinity})),
  relations: [
    {
      name: "10",
      terms: [
        {cell: 0, factor: 1},
        {cell: 1, factor: 1}
      ],
      low: 10,
      high: 10
    },
    {
      name: "7",
      terms: [
        {cell: 1, factor: 1},
        {cell: 2, factor: 1}
      ],
      low: 7,
      high: 7
    }
  ]
};

test("follows an interval to both ends where it never is wide: y is at most 7, so x at least 3", async () => {
  expect(await spans(chain, [0, 1, 2], never, plenty)).toEqual([
    {cell: 0, low: 3, high: 10, result: "narrow"},
    {cell: 1, low: 0, high: 7, result: "narrow"},
    {cell: 2, low: 0, high: 7, result: "narrow"}
  ]);
});

test("stops where it is wide enough, also of a cell that nothing bounds", async () => {
  const found = await spans(chain, [0, 3], (low, high) => high - low >= 4, plenty);
  expect(found.map(({result}) => result)).toEqual(["wide", "wide"]);
});

test("a known cell is narrow, and no effort proves nothing", async () => {
  const known = {...chain, cells: chain.cells.map((cell, i) => (i === 1 ? {...cell, low: 4, high: 4} : cell))};
  expect(await spans(known, [0], (low, high) => high > low, plenty)).toEqual([
    {cell: 0, low: 6, high: 6, result: "narrow"}
  ]);
  expect((await spans(chain, [0], never, () => new Effort(0)))[0]!.result).toBe("unproven");
});

test("gives the interval of an integer program on random sums", async () => {
  const sum = fc.record({
    cells: fc.uniqueArray(fc.integer({min: 0, max: 4}), {minLength: 2, maxLength: 4}),
    factors: fc.array(fc.constantFrom(1, 2), {minLength: 4, maxLength: 4})
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({min: 0, max: 9}), {minLength: 5, maxLength: 5}),
      fc.array(sum, {minLength: 1, maxLength: 3}),
      async (values, sums) => {
        const relations = sums.map(({cells, factors}, r) => {
          const terms = cells.map((cell, i) => ({cell, factor: factors[i]!}));
          const told = terms.reduce((all, {cell, factor}) => all + factor * values[cell]!, 0);
          return {name: String(r), terms, low: told, high: told};
        });
        const system: System = {cells: values.map((_, i) => ({key: String(i), low: 0, high: 12})), relations};
        const all = values.map((_, i) => i);
        const expected = (await intervals(system, all)).map(({whole: [low, high]}) => [low, high]);
        expect((await spans(system, all, never, plenty)).map(({low, high}) => [low, high])).toEqual(expected);
      }
    ),
    {numRuns: 15}
  );
});
