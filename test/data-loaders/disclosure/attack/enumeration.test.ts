import * as fc from "fast-check";
import {expect, test} from "vitest";
import {attack} from "../../../../data-loaders/disclosure/attack/attack.js";
import {knowledge, needsOf} from "../../../../data-loaders/disclosure/protect/problem.js";
import {enumerate} from "../../../../bench/everyTable.js";
import {problemOf, shapes} from "../../../../bench/randomProblem.js";

test("what the attacker finds possible, and the range of every number, are those of trying every table", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(shapes(3, 4), fc.array(fc.nat(30), {maxLength: 5}), async (shape, also) => {
      const problem = problemOf(shape);
      const hidden = new Set([...problem.primary, ...also.filter((i) => problem.cells[i]?.hideable)]);
      const system = knowledge(problem, hidden);
      const seen = system.cells.map(() => new Set<number>());
      const all = enumerate(system.relations, system.cells, (table) =>
        table.forEach((value, i) => seen[i]!.add(value))
      );
      if (!all) return;
      compared++;
      const needs = needsOf(problem);
      const {verdicts, ranges} = await attack(system, needs, {ranges: system.cells.map((_, i) => i)});
      expect(verdicts).toEqual(
        needs.map(({cell, from, to}) =>
          Array.from({length: to - from + 1}, (_, i) => from + i).every((value) => seen[cell]!.has(value))
            ? "protected"
            : "narrow"
        )
      );
      expect(ranges).toEqual(
        seen.map((values) => ({least: Math.min(...values), most: Math.max(...values), exact: true}))
      );
    }),
    {numRuns: 300}
  );
  expect(compared).toBeGreaterThan(200);
});
