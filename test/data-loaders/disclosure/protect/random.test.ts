import * as fc from "fast-check";
import {expect, test} from "vitest";
import {close, knowledge, needsOf, type Problem} from "../../../../data-loaders/disclosure/protect/problem.js";
import {protect} from "../../../../data-loaders/disclosure/protect/protect.js";
import {enumerate, problemOf, shapes} from "../randomProblem.js";

/** What trying every table finds each cell to be; undefined when there are too many. */
function enumerated(problem: Problem, hidden: ReadonlySet<number>): [low: number, high: number][] | undefined {
  const seen = problem.cells.map(() => [Infinity, -Infinity] as [number, number]);
  const all = enumerate(problem.relations, knowledge(problem, hidden).cells, (table) =>
    table.forEach((value, i) => (seen[i] = [Math.min(seen[i]![0], value), Math.max(seen[i]![1], value)]))
  );
  return all ? seen : undefined;
}

/** Whether each need is kept, as far as it can be with everything hidden; undefined when there are too many tables. */
function keptByEnumeration(problem: Problem, hidden: ReadonlySet<number>): boolean | undefined {
  const most = enumerated(problem, everything(problem));
  const left = enumerated(problem, hidden);
  if (!most || !left) return undefined;
  return needsOf(problem).every(({cell, atMost, atLeast}) => left[cell]![0] <= Math.max(atMost, most[cell]![0]) && left[cell]![1] >= Math.min(atLeast, most[cell]![1]));
}

const everything = ({cells}: Problem) => new Set(cells.flatMap(({hideable}, i) => (hideable ? [i] : [])));

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
      const open = problem.cells.flatMap(({hideable}, i) => (hideable && !problem.primary.includes(i) ? [i] : []));
      if (open.length > 9 || keptByEnumeration(problem, everything(problem)) === undefined) return;
      const {hidden} = await protect(problem);
      let fewest = Infinity;
      for (let choice = 0; choice < 2 ** open.length; choice++) {
        const also = open.filter((_, bit) => choice & (1 << bit));
        if (also.length >= fewest) continue;
        const enough = keptByEnumeration(problem, close(new Set([...problem.primary, ...also]), problem.implies));
        if (enough) fewest = also.length;
      }
      compared++;
      expect(hidden.size - problem.primary.length).toBe(fewest);
      const heuristic = await protect(problem, {mostExact: 0});
      for (const cell of heuristic.hidden) {
        if (problem.primary.includes(cell)) continue;
        expect(keptByEnumeration(problem, new Set([...heuristic.hidden].filter((other) => other !== cell)))).not.toBe(true);
      }
    }),
    {numRuns: 150}
  );
  expect(compared).toBeGreaterThan(40);
});
