import {expect, test} from "vitest";
import {assemble} from "../../../data-loaders/disclosure/assemble.js";
import {problemOf} from "../../../data-loaders/disclosure/problemOf.js";
import {protect} from "../../../data-loaders/disclosure/protect/protect.js";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import type {Group, Sums, TableProtection} from "../../../data-loaders/tables/counted/group.js";

const sexes: Sums = {
  classifications: [
    {name: "køn", dimension: "sex", parts: (_, of) => (of === undefined ? ["female", "male", "unknown"] : undefined)}
  ],
  others: () => [],
  isEmpty: () => false,
  isExempt: () => false
};

/** 50 people by sex, with all; too few are women, so that one more row is hidden with theirs. */
async function hiddenOf(losses: Record<string, number | undefined>): Promise<string[]> {
  const counted: [sex: string | undefined, n: number][] = [
    [undefined, 50],
    ["female", 2],
    ["male", 24],
    ["unknown", 24]
  ];
  const tables = counted.map(([sex, n]) => {
    const name = sex ?? "all";
    const group: Group = sex === undefined ? {who: "anybody"} : {who: "anybody", sex};
    const protection: TableProtection = {counts: () => [{column: "n", group}], loss: losses[name]};
    return {name, protection, rows: [{n, status: "shown"}]};
  });
  const {problem} = problemOf(assemble(tables, sexes), defaultRules);
  const {hidden} = await protect(problem);
  return [...hidden].map((cell) => problem.cells[cell]!.key.replace(/ ?who=anybody/, "") || "all").sort();
}

test("what readers lose most by is shown, and something else hidden in its place", async () => {
  expect(await hiddenOf({male: 5})).toEqual(["sex=female", "sex=unknown"]);
  expect(await hiddenOf({unknown: 5})).toEqual(["sex=female", "sex=male"]);
  expect(await hiddenOf({male: 5, unknown: 5})).toEqual(["all", "sex=female"]);
});

test("a table that says nothing of it loses 1 a row", async () => {
  const said = {all: 1, female: 1, male: 1, unknown: 1};
  expect(await hiddenOf(said)).toEqual(await hiddenOf({}));
});
