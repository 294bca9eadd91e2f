import {expect, test} from "vitest";
import {assemble} from "../../../data-loaders/disclosure/assemble.js";
import {problemOf} from "../../../data-loaders/disclosure/problemOf.js";
import {protect} from "../../../data-loaders/disclosure/protect/protect.js";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import type {Codebook} from "../../../data-loaders/ground/codebook.js";
import type {Group, Sums, TableProtection} from "../../../data-loaders/tables/counted/group.js";
import {table as patientFlows} from "../../../data-loaders/tables/registers/patientFlows.js";

const sexes: Sums = {
  classifications: [
    {name: "køn", dimension: "sex", parts: (_, of) => (of === undefined ? ["female", "male", "unknown"] : undefined)}
  ],
  others: () => [],
  isEmpty: () => false,
  isExempt: () => false
};

/** 50 people by sex, with all; too few are women, so that one more row is hidden with theirs. */
async function hiddenOf(losses: Record<string, number>): Promise<string[]> {
  const counted: [sex: string | undefined, n: number][] = [
    [undefined, 50],
    ["female", 2],
    ["male", 24],
    ["unknown", 24]
  ];
  const tables = counted.map(([sex, n]) => {
    const name = sex ?? "all";
    const group: Group = sex === undefined ? {who: "anybody"} : {who: "anybody", sex};
    const protection: TableProtection = {counts: () => [{column: "n", group}], loss: () => losses[name] ?? 1};
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

test("of a flow, what readers lose most by is the step of those who stay or are seen no more", () => {
  const {loss} = patientFlows.protection!({} as Codebook, defaultRules);
  const step = (from_specialty: string, to_specialty: string) => loss!({from_specialty, to_specialty});
  expect(step("private", "private")).toBe(step("medicine", "ended"));
  expect(step("private", "private")).toBeGreaterThan(5 * step("private", "medicine"));
});
