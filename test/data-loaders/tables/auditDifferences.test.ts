import {afterAll, beforeAll, expect, test} from "vitest";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {table as auditAnswers} from "../../../data-loaders/tables/audit/auditAnswers.js";
import {table as auditDifferences} from "../../../data-loaders/tables/audit/auditDifferences.js";
import type {AuditModels} from "../../../data-loaders/tables/table.js";
import {open, rowsOf, ticked} from "./tinyAudit.js";

let session: Session;
beforeAll(async () => {
  session = await open();
});
afterAll(() => session.close());

/** Three participants: registrations with advice, of all, at the first consultation and later. */
const raws = [
  [1, 4, 3, 4],
  [2, 4, 2, 4],
  [1, 2, 2, 2]
].flatMap(([y1, n1, y2, n2], i) => [
  ...ticked("acts.advice", y1!, n1!, {participant: `${i}`, consultation: "first"}),
  ...ticked("acts.advice", y2!, n2!, {participant: `${i}`, consultation: "later"})
]);
const isAdvice = ({profession, answer_id, consultation, patient_group}: Row) =>
  profession === "doctor" && answer_id === "advice" && consultation === "first" && patient_group === "all";

test("by hand: first consultations beside later ones of the same three participants", async () => {
  const rows = (await rowsOf(session, auditDifferences, raws)).filter(isAdvice);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({compared: "consultation", round: 1, status: "shown"});
  expect(rows[0]!.percent).toBeCloseTo(40, 9);
  expect(rows[0]!.percent_others).toBeCloseTo(70, 9);
  expect(rows[0]!.difference).toBeCloseTo(-30, 9);
  // z: −.08, .12, −.04; variance 3/2 · .0224 = .0336. Of sizes 4, 4 and 2 the contributions' covariance has .048, .048
  // and .032 on its diagonal, −.032, −.016 and −.016 beside: .128² / .008704 degrees of freedom, R: qt(.975, 1.882353).
  expect(rows[0]!.low).toBe(-100);
  expect(rows[0]!.high).toBeCloseTo(53.786, 3);
});

test("a difference is shown where both of its shares are", async () => {
  const rows = (await rowsOf(session, auditDifferences, raws)).filter(isAdvice);
  const answers = await rowsOf(session, auditAnswers, raws);
  const shownWith = (hide: (row: Row) => boolean, status = "hidden_secondary") =>
    auditDifferences.rowsOfShown!(
      {} as AuditModels,
      () =>
        answers.map((row) =>
          row.profession === "doctor" && row.answer_id === "advice" && row.patient_group === "all" && hide(row)
            ? {...row, n: null, percent: null, status}
            : row
        ),
      rows
    );
  const hidden = {percent: null, percent_others: null, difference: null, low: null, high: null};
  expect(await shownWith(() => false)).toEqual(rows);
  expect(await shownWith(({consultation}) => consultation === "all")).toEqual(rows);
  expect(await shownWith(({consultation}) => consultation === "later")).toMatchObject([
    {...hidden, status: "hidden_secondary"}
  ]);
  expect(await shownWith(({consultation}) => consultation === "first", "hidden")).toMatchObject([
    {...hidden, status: "hidden"}
  ]);
});

test("the severely affected beside the others, and no form of telephone consultations by kind", async () => {
  const withPain = raws.map((raw, i) => ({
    ...raw,
    given: [...raw.given, i % 3 === 0 ? "symptoms.leg" : "symptoms.back"]
  }));
  const rows = await rowsOf(session, auditDifferences, withPain);
  expect(rows.some(({compared, patient_group}) => compared === "patient_group" && patient_group === "severe")).toBe(
    true
  );
  expect(rows.filter(({compared, profession}) => compared === "consultation" && profession === "nurse_phone")).toEqual(
    []
  );
});
