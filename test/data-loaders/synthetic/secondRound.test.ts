import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {mean, rollup} from "d3-array";
import {beforeAll, expect, test} from "vitest";
import {writeAuditTwin} from "../../../data-loaders/synthetic/audit.js";
import {readSecondRound} from "../../../data-loaders/synthetic/secondRound.js";
import {auditFiles} from "../../../data-loaders/sources/audit.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";
import {checkout} from "../../support/project.js";
import {codebook} from "./twin.js";

const data = join(checkout, "data");
const folder = temporaryFolder();
const secondRound = join(data, "synthetic/second_round.yaml");
let first: Record<string, string>[];
let second: Record<string, string>[];

beforeAll(async () => {
  await writeAuditTwin(folder, {
    codebook,
    published: join(data, "published"),
    assumptions: join(data, "synthetic/audit.yaml"),
    seed: 20101,
    scale: 1,
    secondRound
  });
  const [again, before] = auditFiles(folder).map((file) => [...csvParse(readFileSync(file, "utf8"))]);
  [first, second] = [before!, again!];
});

const share = (rows: typeof first, profession: string, answer: string) =>
  mean(
    rows.filter((row) => row.profession === profession && row[answer] !== ""),
    (row) => Number(row[answer])
  )!;

test("about three in four take part again, with as many registrations each", () => {
  const sizes = (rows: typeof first) =>
    rollup(
      rows,
      (own) => own.length,
      ({profession, participant_no}) => `${profession} ${participant_no}`
    );
  const [before, after] = [sizes(first), sizes(second)];
  expect(after.size / before.size).toBeGreaterThan(0.65);
  expect(after.size / before.size).toBeLessThan(0.85);
  for (const [who, n] of after) expect(n).toBe(before.get(who));
  expect(second.every(({round}) => round === "2")).toBe(true);
});

test.each([
  ["gp", "actions.self_management_advice", 0.5, 0],
  ["gp", "actions.opioids", 0, 0.5],
  ["chiropractor", "actions.information_prognosis", 0.2, 0],
  ["chiropractor", "actions.exercise_instruction", 0, 0]
])(
  "%s, %s: of those without it %d change, of those with it %d, and nothing else",
  (profession, answer, without, lost) => {
    const before = share(first, profession, answer);
    const expected = before + without * (1 - before) - lost * before;
    const n = second.filter((row) => row.profession === profession).length;
    // Drawn by participant: the spread is somewhat larger than of independent draws.
    expect(Math.abs(share(second, profession, answer) - expected)).toBeLessThan(4 * Math.sqrt(0.25 / n));
  }
);

test("who says none of these says nothing else", () => {
  const none = second.filter((row) => row.profession === "gp" && row["actions.none"] === "1");
  expect(none.length).toBeGreaterThan(0);
  for (const row of none)
    expect(Object.entries(row).filter(([column, value]) => /^actions\./.test(column) && value === "1")).toHaveLength(1);
});

test("refuses an answer that the form does not have", () => {
  const file = join(folder, "second_round.yaml");
  writeFileSync(file, readFileSync(secondRound, "utf8").replace("actions.opioids", "actions.ct"));
  expect(() => readSecondRound(file, codebook)).toThrow(/"actions\.ct" findes ikke på skemaet "gp"; ret navnet/);
});
