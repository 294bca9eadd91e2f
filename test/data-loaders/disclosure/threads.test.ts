import * as fc from "fast-check";
import {afterAll, expect, test} from "vitest";
import {endThreads} from "../../../data-loaders/engine/inThreads.js";
import {attack} from "../../../data-loaders/disclosure/attack/attack.js";
import {knowledge, needsOf} from "../../../data-loaders/disclosure/protect/problem.js";
import {protect} from "../../../data-loaders/disclosure/protect/protect.js";
import {problemOf, shapes} from "../../../bench/randomProblem.js";

afterAll(endThreads);

test("two threads hide the same cells as one, and find the same of what is hidden", async () => {
  for (const [i, shape] of fc.sample(shapes(3, 6), {numRuns: 6, seed: 3}).entries()) {
    const problem = problemOf(shape);
    const [alone, together] = [await protect(problem), await protect(problem, {threads: 2})];
    expect(together, `problem ${i}`).toEqual(alone);
    const known = knowledge(problem, alone.hidden);
    expect(await attack(known, needsOf(problem), {threads: 2})).toEqual(await attack(known, needsOf(problem)));
  }
});
