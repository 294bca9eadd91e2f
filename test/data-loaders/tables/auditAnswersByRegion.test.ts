import {afterAll, beforeAll, expect, test} from "vitest";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {table} from "../../../data-loaders/tables/audit/auditAnswersByRegion.js";
import {table as auditAnswers} from "../../../data-loaders/tables/audit/auditAnswers.js";
import {coversRegions} from "../../../data-loaders/tables/sums/audit.js";
import {codebook, open, registration, rowsOf} from "./tinyAudit.js";

let session: Session;
beforeAll(async () => void (session = await open()));
afterAll(() => session.close());

const doctor = (region: string | null, participant: string, given: string[]) =>
  registration({region, participant, given});
const nurse = (region: string | null, given: string[]) =>
  registration({profession: "nurse", region, consultation: "later", given});

const raws = [
  doctor("n", "1", ["symptoms.back", "acts.advice", "findings.root"]),
  doctor("n", "1", ["symptoms.back"]),
  doctor("n", "2", ["symptoms.leg", "acts.advice"]),
  doctor("s", "3", ["symptoms.none", "acts.pills"]),
  doctor(null, "3", ["symptoms.none", "acts.advice"]),
  nurse("s", ["acts.exercise"]),
  registration({profession: "nurse_phone", region: "s", consultation: null, given: ["acts.advice"]})
];

const key = ({participant_region, profession, question_id, answer_id}: Row) =>
  `${participant_region} ${profession} ${question_id}.${answer_id}`;

test("each profession's answers in each region, with the participants there, of all consultations and patients", async () => {
  const rows = await rowsOf(session, table, raws);
  const found = Object.fromEntries(rows.map((row) => [key(row), [row.n, row.total, row.participants]]));
  expect(found).toMatchObject({
    "n doctor acts.advice": [2, 3, 2],
    "n doctor acts.missing": [1, 3, 2],
    "n doctor symptoms.back": [2, 3, 2],
    "s doctor acts.advice": [0, 1, 1],
    "s doctor acts.pills": [1, 1, 1],
    "s nurse acts.exercise": [1, 1, 1],
    "s nurse symptoms.missing": [1, 1, 1]
  });
  // Only doctors note findings, no nurse works in the north, and telephone forms are compared with none.
  expect(Object.keys(found).filter((one) => / findings| nurse_phone|^n nurse/.test(one))).toEqual([]);
});

test("where no region is known there are no rows", async () => {
  expect(
    await rowsOf(
      session,
      table,
      raws.map((raw) => ({...raw, region: null}))
    )
  ).toEqual([]);
});

test("a registration whose region is unknown is in the profession's answers and in no region's", async () => {
  const regions = (await rowsOf(session, table, raws)).filter(
    (row) => row.profession === "doctor" && row.answer_id === "advice"
  );
  const [whole] = (await rowsOf(session, auditAnswers, raws)).filter(
    (row) =>
      row.profession === "doctor" &&
      row.answer_id === "advice" &&
      row.consultation === "all" &&
      row.patient_group === "all"
  );
  expect(regions.reduce((sum, row) => sum + (row.n as number), 0)).toBe(2);
  expect(whole!.n).toBe(3);
});

test("what has no row is known to be nobody: a form in a region, but not an unknown region, and no other question", () => {
  const covers = coversRegions(codebook);
  const nurses = {round: "1", profession: "nurse", region: "n"};
  expect([nurses, {...nurses, "acts.advice": "yes"}, {...nurses, symptoms: "leg"}].every(covers)).toBe(true);
  expect(
    [
      {...nurses, region: "unknown"},
      {...nurses, profession: "nurse_phone"},
      {...nurses, "acts.advice": "no"},
      {...nurses, severe: "yes"},
      {...nurses, profession: "doctor", "findings.root": "yes"},
      {round: "1", region: "n"}
    ].some(covers)
  ).toBe(false);
});
