import {expect, test} from "vitest";
import {Effort} from "../../../../data-loaders/disclosure/attack/effort.js";
import {loadSolver, Program} from "../../../../data-loaders/disclosure/attack/program.js";

/** Whole numbers that are hard to find: many sums of many numbers, each between narrow limits. */
async function solve(effort: Effort, integer: boolean) {
  const columns = Array.from({length: 60}, () => ({low: 0, high: 3}));
  const sums = Array.from({length: 30}, (_, r) => ({
    terms: columns
      .map((_, cell) => ({cell, factor: ((r * 7 + cell * 13 + r * cell) % 11) - 3}))
      .filter(({factor}) => factor !== 0),
    low: 40,
    high: 55
  }));
  const program = new Program(await loadSolver(), columns, sums, {integer});
  program.minimise(columns.map((_, cell) => [cell, 1 + ((cell * 31) % 17)]));
  const outcome = program.solve(effort);
  program.dispose();
  return outcome;
}

test.each([[false], [true]])(
  "what takes more effort than there is is given up, and nothing is begun when it is spent (integer: %s)",
  async (integer) => {
    const ample = new Effort(1_000_000);
    expect(await solve(ample, integer)).toMatchObject({status: "optimal"});
    expect(ample.iterations).toBeLessThan(1_000_000);
    const spent = new Effort(3);
    if (!integer) expect(await solve(spent, integer)).toEqual({status: "limit"});
    spent.spend(3, 0);
    expect(spent.isSpent).toBe(true);
    expect(await solve(spent, integer)).toEqual({status: "limit"});
  }
);

test("the same takes the same effort every time, and a node of the integer program more than an iteration", async () => {
  const left = async () => {
    const effort = new Effort(10_000);
    await solve(effort, true);
    return effort.iterations;
  };
  expect(await left()).toBe(await left());
  const [iteration, node] = [new Effort(1000), new Effort(1000)];
  iteration.spend(1, 0);
  node.spend(0, 1);
  expect(node.iterations).toBeLessThan(iteration.iterations);
});
