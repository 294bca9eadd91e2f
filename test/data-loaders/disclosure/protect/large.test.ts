import {randomLcg} from "d3-random";
import {expect, test, vi} from "vitest";
import {attack} from "../../../../data-loaders/disclosure/attack/attack.js";
import {knowledge, needsOf, type Problem} from "../../../../data-loaders/disclosure/protect/problem.js";
import {protect} from "../../../../data-loaders/disclosure/protect/protect.js";
import {problemOf} from "../../../../bench/randomProblem.js";

const whole = (leaves: number) => [
  ...Array.from({length: leaves}, () => [] as number[]),
  Array.from({length: leaves}, (_, i) => i)
];

function table(rows: number, columns: number, seed: number): Problem {
  const random = randomLcg(seed);
  const size = (rows + 1) * (columns + 1);
  const values = Array.from({length: size}, () => Math.floor(random() ** 3 * 60));
  return problemOf({
    trees: [whole(rows), whole(columns)],
    values,
    zerosShown: true,
    unpublished: values.map(() => false),
    threshold: 5,
    largest: 1e6
  });
}

test("a table of up to 200 cells is hidden at no more than 1.25 times the least cost any choice has", async () => {
  const problem = table(12, 14, 0.3);
  const {hidden, blocks, attack: proof} = await protect(problem);
  expect(proof.verdicts.every((verdict) => verdict === "protected")).toBe(true);
  expect(blocks).toMatchObject([{exact: true}]);
  expect(hidden.size - problem.primary.length).toBeLessThanOrEqual(1.25 * blocks[0]!.leastCost! + 1e-6);
});

test("a machine that is ever so much slower hides the same cells", async () => {
  const problem = table(12, 14, 0.3);
  const {hidden} = await protect(problem);
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 100_000));
  const slow = await protect(problem);
  clock.mockRestore();
  expect([...slow.hidden]).toEqual([...hidden]);
  expect(slow.attack.verdicts.every((verdict) => verdict === "protected")).toBe(true);
});

test("beyond, the heuristic leaves no single cell that could be shown again without a leak", async () => {
  const problem = table(24, 20, 0.7);
  const {hidden, attack: proof, blocks} = await protect(problem);
  expect(blocks).toMatchObject([{exact: false}]);
  expect(proof.verdicts.every((verdict) => verdict === "protected")).toBe(true);
  for (const cell of hidden) {
    if (problem.primary.includes(cell)) continue;
    const fewer = new Set([...hidden].filter((other) => other !== cell));
    const {verdicts} = await attack(knowledge(problem, fewer), needsOf(problem));
    expect(verdicts).toContain("narrow");
  }
});
