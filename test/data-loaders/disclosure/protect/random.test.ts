// @module-tag slow: tries every table of hundreds of problems.
import * as fc from "fast-check";
import {expect, test} from "vitest";
import {canBeTried, fewestByEnumeration, keptByEnumeration} from "../../../../bench/everyTable.js";
import {problemOf, shapes} from "../../../../bench/randomProblem.js";
import {withSilent} from "../../../../data-loaders/disclosure/protect/problem.js";
import {protect} from "../../../../data-loaders/disclosure/protect/protect.js";

const problems = shapes(3, 4).map(problemOf).filter(canBeTried);

test("in 500 random tables every small count can still be every number from 1 to below the threshold, by either method", async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(problems, fc.constantFrom(200, 0), async (problem, mostExact) => {
      const {hidden, silent, attack} = await protect(problem, {mostExact});
      // Nothing bounds what is hidden without a reason: then there may be too many tables to try.
      const kept = keptByEnumeration(withSilent(problem, silent), hidden);
      expect(kept).not.toBe(false);
      if (kept) tried++;
      expect(attack.verdicts.every((verdict) => verdict === "protected")).toBe(true);
      // What is shown is the true value, and zeros stay.
      expect([...hidden].every((i) => problem.cells[i]!.value > 0)).toBe(true);
    }),
    {numRuns: 500}
  );
  expect(tried).toBeGreaterThan(400);
});

test("the integer program hides as few cells as any choice that trying them all can find; the heuristic leaves none that could be shown", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(shapes(3, 4), async (shape) => {
      const problem = problemOf(shape);
      const fewest = fewestByEnumeration(problem, 9);
      if (fewest === undefined) return;
      const {hidden, silent} = await protect(problem);
      if (silent.size > 0) return;
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
