import {expect, test} from "vitest";
import {possibleNeeds} from "../../../../data-loaders/disclosure/attack/possible.js";
import type {System} from "../../../../data-loaders/disclosure/system.js";

/** A number that is a sum of others, each so many times. */
const sumOf = (...parts: [factor: number, low: number, high: number][]): System => ({
  cells: [{key: "sum", low: 0, high: Infinity}, ...parts.map(([, low, high], i) => ({key: `part ${i}`, low, high}))],
  relations: [
    {
      name: "sum",
      terms: [{cell: 0, factor: -1}, ...parts.map(([factor], i) => ({cell: i + 1, factor}))],
      low: 0,
      high: 0
    }
  ]
});
const asked = [{cell: 0, from: 1, to: 4}];

test("what can be every number is asked to be every number", async () => {
  expect(await possibleNeeds(sumOf([1, 0, 3], [1, 0, 9]), asked)).toEqual(asked);
});

test("what cannot be more than two is asked to be one or two", async () => {
  expect(await possibleNeeds(sumOf([1, 0, 1], [1, 0, 1]), asked)).toEqual([{cell: 0, from: 1, to: 2}]);
});

test("of numbers with others left out between, those one after another are asked for", async () => {
  // 1, 2, 4 or 5.
  expect(await possibleNeeds(sumOf([1, 1, 2], [3, 0, 1]), asked)).toEqual([{cell: 0, from: 1, to: 2}]);
});

test("nothing is asked of what is known, or can be no two numbers one after another", async () => {
  expect(await possibleNeeds(sumOf([1, 3, 3]), asked)).toEqual([]);
  expect(await possibleNeeds(sumOf([2, 0, 9]), asked)).toEqual([]);
});
