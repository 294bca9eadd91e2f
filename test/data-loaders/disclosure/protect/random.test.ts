// @module-tag slow: tries every table of a thousand.
import * as fc from "fast-check";
import {expect, test} from "vitest";
import {fewestByEnumeration, keptByEnumeration} from "../../../../bench/everyTable.js";
import {problemOf, shapes} from "../../../../bench/randomProblem.js";
import {protect} from "../../../../data-loaders/disclosure/protect/protect.js";

test("no protected cell of 1,000 random tables is recovered by trying every table, by either method", async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(shapes(3, 4), fc.constantFrom(200, 0), async (shape, mostExact) => {
      const problem = problemOf(shape);
      const {hidden, attack} = await protect(problem, {mostExact});
      const kept = keptByEnumeration(problem, hidden);
      if (kept === undefined) return;
      checked++;
      expect(kept).toBe(true);
      expect(attack.verdicts.every(({result}) => result === "protected")).toBe(true);
      // What is shown is the true value, and zeros stay.
      expect([...hidden].every((i) => problem.cells[i]!.value > 0)).toBe(true);
    }),
    {numRuns: 1000}
  );
  expect(checked).toBeGreaterThan(400);
});

test("the integer program hides as few cells as any choice that trying them all can find; the heuristic leaves none that could be shown", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(shapes(3, 4), async (shape) => {
      const problem = problemOf(shape);
      const fewest = fewestByEnumeration(problem, 9);
      if (fewest === undefined) return;
      const {hidden} = await protect(problem);
      compared++;
      expect(hidden.size - problem.primary.length).toBe(fewest);
      const heuristic = await protect(problem, {mostExact: 0});
      for (const cell of heuristic.hidden) {
        if (problem.primary.includes(cell)) continue;
        expect(keptByEnumeration(problem, new Set([...heuristic.hidden].filter((other) => other !== cell)))).not.toBe(
          true
        );
      }
    }),
    {numRuns: 150}
  );
  expect(compared).toBeGreaterThan(40);
});
