import {afterAll, expect, test} from "vitest";
import {endThreads, inThreads} from "../../../data-loaders/engine/inThreads.js";

const square = new URL("./square.ts", import.meta.url);
const options = {threads: 2, size: (value: number) => value};
afterAll(endThreads);

test("results stand in the order of the tasks, whichever is begun first", async () => {
  expect(await inThreads(square, [3, 1, 2], options)).toEqual([9, 1, 4]);
  expect(await inThreads(square, [], options)).toEqual([]);
});

test("two lists of tasks at once do not mix", async () => {
  const lists = [
    [1, 2, 3],
    [4, 5]
  ];
  expect(await Promise.all(lists.map((list) => inThreads(square, list, options)))).toEqual([
    [1, 4, 9],
    [16, 25]
  ]);
});

test("a task that fails is said with its own words, and the next list is worked on", async () => {
  await expect(inThreads(square, [1, -2], options)).rejects.toThrow("-2 is negative");
  expect(await inThreads(square, [5], options)).toEqual([25]);
});
