// @module-tag slow: tries every table of hundreds of problems.
import * as fc from "fast-check";
import {expect, test} from "vitest";
import {canBeTried, fewestByEnumeration, keptByEnumeration} from "../../../../bench/everyTable.js";
import {problemOf, shapes} from "../../../../bench/randomProblem.js";
import {protect} from "../../../../data-loaders/disclosure/protect/protect.js";

const problems = shapes(3, 4).map(problemOf).filter(canBeTried);

test("no protected cell of 500 random tables is recovered by trying every table, by either method", async () => {
  await fc.assert(
    fc.asyncProperty(problems, fc.constantFrom(200, 0), async (problem, mostExact) => {
      const {hidden, attack} = await protect(problem, {mostExact});
      expect(keptByEnumeration(problem, hidden)).toBe(true);
      expect(attack.verdicts.every(({result}) => result === "protected")).toBe(true);
      // What is shown is the true value, and zeros stay.
      expect([...hidden].every((i) => problem.cells[i]!.value > 0)).toBe(true);
    }),
    {numRuns: 500}
  );
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
