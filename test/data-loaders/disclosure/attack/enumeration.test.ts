import * as fc from "fast-check";
import {expect, test} from "vitest";
import {attack} from "../../../../data-loaders/disclosure/attack/attack.js";
import {knowledge, needsOf} from "../../../../data-loaders/disclosure/protect/problem.js";
import {enumerate} from "../../../../bench/everyTable.js";
import {problemOf, shapes} from "../../../../bench/randomProblem.js";

test("the attacker's whole-number intervals are those of trying every table", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(shapes(3, 4), fc.array(fc.nat(30), {maxLength: 5}), async (shape, also) => {
      const problem = problemOf(shape);
      const hidden = new Set([...problem.primary, ...also.filter((i) => problem.cells[i]?.hideable)]);
      const system = knowledge(problem, hidden);
      const seen = system.cells.map(() => [Infinity, -Infinity] as [number, number]);
      const all = enumerate(problem.relations, system.cells, (table) =>
        table.forEach((value, i) => (seen[i] = [Math.min(seen[i]![0], value), Math.max(seen[i]![1], value)]))
      );
      if (!all) return;
      compared++;
      const needs = needsOf(problem);
      const {verdicts} = await attack(system, needs);
      expect(verdicts).toHaveLength(needs.length);
      for (const {cell, result, low, high} of verdicts) {
        const wide = seen[cell]![0] <= 1 && seen[cell]![1] >= shape.threshold;
        expect(result).toBe(wide ? "protected" : "narrow");
        if (!wide) expect([low, high]).toEqual(seen[cell]);
      }
    }),
    {numRuns: 300}
  );
  expect(compared).toBeGreaterThan(200);
});
