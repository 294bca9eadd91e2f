import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import type {Group} from "../../../data-loaders/tables/counted/group.js";
import {keptDecision, type Decision} from "../../../data-loaders/disclosure/keptDecision.js";
import type {Problem} from "../../../data-loaders/disclosure/protect/problem.js";
import {protectTables} from "../../../data-loaders/disclosure/protectTables.js";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import type {Row} from "../../../data-loaders/engine/session.js";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "decisions-"))));
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const decision: Decision = {hidden: [0, 2], silent: [], needs: 1, parts: 1, largestPart: 2};

/** Three of 20 are women: the men go with them. */
function problem(): Problem {
  const cell = {published: true, hideable: true, cost: 1, hiddenLow: 1, hiddenHigh: Infinity};
  return {
    cells: [
      {...cell, key: "women", value: 3, need: {from: 1, to: 4}},
      {...cell, key: "all", value: 20, hideable: false},
      {...cell, key: "men", value: 17}
    ],
    relations: [
      {
        name: "sexes",
        terms: [
          {cell: 0, factor: 1},
          {cell: 2, factor: 1},
          {cell: 1, factor: -1}
        ],
        low: 0,
        high: 0
      }
    ],
    implies: [],
    primary: [0]
  };
}

test("the same problem has the same decision, and is not solved again", async () => {
  expect(await keptDecision(folder, problem(), async () => decision)).toEqual(decision);
  const solve = vi.fn(async () => ({...decision, hidden: []}));
  expect(await keptDecision(folder, problem(), solve)).toEqual(decision);
  expect(solve).not.toHaveBeenCalled();
});

describe("is solved anew", () => {
  const another = {...decision, hidden: [0, 1, 2]};
  const solveAnew = async (changed = problem()) =>
    expect(await keptDecision(folder, changed, async () => another)).toEqual(another);
  beforeEach(async () => void (await keptDecision(folder, problem(), async () => decision)));

  test.each<[string, (problem: Problem) => unknown]>([
    ["another count", ({cells}) => (cells[2]!.value = 18)],
    ["another number it must be able to be", ({cells}) => (cells[0]!.need = {from: 0, to: 4})],
    ["another cost", ({cells}) => (cells[2]!.cost = 2)],
    ["a count that may be hidden now", ({cells}) => (cells[1]!.hideable = true)],
    ["a total that was none", ({cells}) => (cells[2]!.anchor = true)],
    ["a limit where there was none", ({cells}) => (cells[0]!.hiddenHigh = 20)],
    ["no limit downwards instead of upwards", ({cells}) => (cells[0]!.hiddenHigh = -Infinity)],
    ["another sum", ({relations}) => (relations[0]!.high = Infinity)],
    ["another factor in a sum", ({relations}) => (relations[0]!.terms[0]!.factor = 2)],
    ["a number that goes with another", ({implies}) => implies.push([1, 0])],
    ["one more that is too small", ({primary}) => primary.push(2)]
  ])("with %s", async (_, change) => {
    const changed = problem();
    change(changed);
    await solveAnew(changed);
    // And what was decided before still holds for what it was decided on.
    expect(await keptDecision(folder, problem(), async () => another)).toEqual(decision);
  });

  test.each<[string, (text: string) => string]>([
    ["cut short", (text) => text.slice(0, 30)],
    ["empty", () => ""],
    ["of something else", () => "null"],
    ["changed by hand", (text) => text.replace("[0,2]", "[0]")]
  ])("where what was kept is %s", async (_, damage) => {
    const [name] = readdirSync(folder);
    const file = join(folder, name!);
    writeFileSync(file, damage(readFileSync(file, "utf8")));
    await solveAnew();
    expect(await keptDecision(folder, problem(), async () => decision)).toEqual(another);
  });

  test("where another problem's decision stands in its place", async () => {
    const [own] = readdirSync(folder);
    await keptDecision(folder, {...problem(), primary: []}, async () => decision);
    const other = readdirSync(folder).find((name) => name !== own)!;
    writeFileSync(join(folder, own!), readFileSync(join(folder, other)));
    await solveAnew();
  });
});

test("what could not be protected is tried again the next time", async () => {
  await expect(keptDecision(folder, problem(), () => Promise.reject(new Error("too small")))).rejects.toThrow(
    "too small"
  );
  expect(readdirSync(folder)).toEqual([]);
  expect(await keptDecision(folder, problem(), async () => decision)).toEqual(decision);
});

test("the newest are kept, and nothing without a folder", async () => {
  for (let value = 5; value < 40; value++) {
    const changed = problem();
    changed.cells[2]!.value = value;
    await keptDecision(folder, changed, async () => decision);
  }
  expect(readdirSync(folder)).toHaveLength(20);
  expect(await keptDecision(undefined, problem(), async () => decision)).toEqual(decision);
});

test("names no group and holds no count", async () => {
  await keptDecision(folder, problem(), async () => decision);
  const [name] = readdirSync(folder);
  expect(Object.keys(JSON.parse(readFileSync(join(folder, name!), "utf8")))).toEqual(["decision", "seal"]);
  expect(readFileSync(join(folder, name!), "utf8")).not.toMatch(/women|sexes/);
});

test("tables are protected alike by a decision that was kept, in other words and columns too, and anew when more is asked", async () => {
  const sums = {
    classifications: [{name: "køn", dimension: "sex", parts: () => ["f", "m", "x"]}],
    others: () => [],
    isEmpty: () => false,
    isExempt: () => false
  };
  const rows = Object.entries({f: 3, m: 17, x: 30, all: 50}).map(([sex, n]) => ({sex, n, label: sex}));
  const groupOf = ({sex}: Row): Group => (sex === "all" ? {} : {sex: String(sex)});
  const tables = (label: string) => [
    {
      name: "t",
      rows: rows.map((row) => ({...row, label})),
      protection: {counts: (row: Row) => [{column: "n", group: groupOf(row)}]}
    }
  ];
  const step = vi.fn();
  const first = await protectTables(tables("a"), sums, defaultRules, {decisions: folder, step});
  expect(first.reasons.get("t")).toEqual(["few", undefined, "protects", undefined]);
  expect(step).toHaveBeenCalled();
  step.mockClear();
  const {reasons, report} = await protectTables(tables("b"), sums, defaultRules, {decisions: folder, step});
  expect({reasons, report}).toEqual({reasons: first.reasons, report: first.report});
  expect(step).not.toHaveBeenCalled();
  await protectTables(tables("b"), sums, {...defaultRules, threshold: 8}, {decisions: folder, step});
  expect(step).toHaveBeenCalled();
});
