import {afterAll, beforeAll, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {table as auditRoundChanges} from "../../../data-loaders/tables/audit/auditRoundChanges.js";
import {open, rowsOf, ticked} from "./tinyAudit.js";

let session: Session;
beforeAll(async () => {
  session = await open();
});
afterAll(() => session.close());

const advice = async (raws: Parameters<typeof rowsOf>[2], profession = "doctor") =>
  (await rowsOf(session, auditRoundChanges, raws)).find((r) => r.profession === profession && r.answer_id === "advice");
const pair = (participant: string, [y1, n1]: number[], [y2, n2]: number[], last = 2) => [
  ...ticked("acts.advice", y1!, n1!, {participant}),
  ...ticked("acts.advice", y2!, n2!, {participant, round: last, consultation: "later"})
];

test("by hand: three participants, and two who were there only once", async () => {
  const raws = [
    ...pair("a", [1, 4], [3, 4]),
    ...pair("b", [2, 4], [2, 4]),
    ...pair("c", [1, 2], [2, 2]),
    ...ticked("acts.advice", 9, 9, {participant: "d"}),
    ...ticked("acts.advice", 0, 9, {participant: "e", round: 2})
  ];
  const row = (await advice(raws))!;
  expect(row).toMatchObject({
    round_before: 1,
    round_after: 2,
    participants: 3,
    total_before: 10,
    total_after: 10,
    status: "shown"
  });
  expect(row.percent_before).toBeCloseTo(40, 9);
  expect(row.percent_after).toBeCloseTo(70, 9);
  expect(row.change).toBeCloseTo(30, 9);
  // z: .08, −.12, .04; variance 3/2 · .0224 = .0336; of 4, 4 and 2 registrations (10 − 3.6)² / (36 − 27.2 + 12.96)
  // degrees of freedom; t(.975; 1.882353) = 4.570918; .3 − 4.570918 √.0336 = −.537862, the other end cut at 1.
  expect(row.low).toBeCloseTo(-53.786, 3);
  expect(row.high).toBe(100);
});

test("the same number in another profession is somebody else", async () => {
  const raws = [...ticked("acts.advice", 1, 2), ...ticked("acts.advice", 1, 2, {profession: "nurse", round: 2})];
  expect(await advice(raws)).toMatchObject({
    participants: 0,
    total_before: 0,
    total_after: 0,
    change: null,
    low: null,
    high: null
  });
  expect(await advice(raws, "nurse")).toMatchObject({participants: 0});
});

test("one participant gives a change without limits", async () => {
  expect(await advice(pair("a", [1, 4], [2, 4]))).toMatchObject({
    participants: 1,
    change: 25,
    low: null,
    high: null,
    status: "shown"
  });
});

test("nobody in either round is a true zero", async () => {
  expect(await advice(pair("a", [0, 4], [0, 4]))).toMatchObject({change: 0, status: "none"});
});

test("of three rounds, the first and the last", async () => {
  const raws = [...pair("a", [0, 2], [2, 2], 5), ...ticked("acts.advice", 1, 2, {participant: "a", round: 3})];
  expect(await advice(raws)).toMatchObject({round_before: 1, round_after: 5, percent_before: 0, percent_after: 100});
});

test("one round changes nothing", async () => {
  expect(await rowsOf(session, auditRoundChanges, ticked("acts.advice", 1, 4))).toEqual([]);
});

test("every answer of every form that took part, missing blocks aside", async () => {
  const rows = await rowsOf(session, auditRoundChanges, pair("a", [1, 4], [3, 4]));
  expect(rows.map((r) => `${r.profession} ${r.question_id}.${r.answer_id}`)).toEqual(
    [
      "sex.female",
      "sex.male",
      "symptoms.none",
      "symptoms.back",
      "symptoms.leg",
      "findings.root",
      "findings.normal",
      "acts.advice",
      "acts.pills",
      "acts.none"
    ].map((ref) => `doctor ${ref}`)
  );
});
