import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import {table as auditAnswers} from "../../../data-loaders/tables/audit/auditAnswers.js";
import {table as auditMeasures} from "../../../data-loaders/tables/audit/auditMeasures.js";
import {auditSums} from "../../../data-loaders/tables/sums/audit.js";
import {answerLines, lineOf, measureLines} from "./recount.js";
import {codebook, handMade, open, registration, rowsOf, ticked, tiny} from "./tinyAudit.js";

let session: Session;
let answers: Row[];
let measures: Row[];
beforeAll(async () => {
  session = await open();
  answers = await rowsOf(session, auditAnswers, handMade);
  measures = await rowsOf(session, auditMeasures, handMade);
});
afterAll(() => session.close());

/** `n/total status` of an answer or a composite. */
const at = (rows: Row[], profession: string, consultation: string, patient_group: string, ref: string, round = 1) => {
  const own = rows.filter(
    (r) =>
      r.round === round &&
      r.profession === profession &&
      r.consultation === consultation &&
      r.patient_group === patient_group &&
      (r.measure ?? `${r.question_id}.${r.answer_id}`) === ref
  );
  expect(own.length).toBeLessThanOrEqual(1);
  return own[0] ? `${own[0].n}/${own[0].total} ${own[0].status}` : "absent";
};

describe("audit_answers", () => {
  test("counts by hand", () => {
    expect(at(answers, "doctor", "all", "all", "acts.advice")).toBe("2/4 shown");
    expect(at(answers, "doctor", "all", "all", "acts.missing")).toBe("1/4 shown");
    expect(at(answers, "doctor", "first", "all", "acts.advice")).toBe("2/2 shown");
    expect(at(answers, "doctor", "first", "all", "acts.none")).toBe("0/2 none");
    expect(at(answers, "doctor", "later", "all", "acts.none")).toBe("1/2 shown");
    expect(at(answers, "doctor", "all", "severe", "symptoms.leg")).toBe("1/2 shown");
    expect(at(answers, "nurse", "all", "severe", "acts.exercise")).toBe("1/1 shown");
    expect(at(answers, "nurse", "all", "all", "sex.missing")).toBe("1/2 shown");
    expect(at(answers, "all", "all", "all", "acts.none")).toBe("2/6 shown");
    expect(at(answers, "all", "all", "severe", "symptoms.leg")).toBe("2/3 shown");
    expect(at(answers, "doctor", "all", "all", "acts.advice", 2)).toBe("1/1 shown");
  });

  test("a consultation that was not filled in is a later one, and is told beside all", () => {
    expect(new Set(answers.map((r) => r.consultation))).toEqual(new Set(["all", "first", "later"]));
    expect(at(answers, "doctor", "all", "all", "consultation.missing")).toBe("1/4 shown");
    expect(at(answers, "nurse", "all", "all", "consultation.missing")).toBe("0/2 none");
    expect(at(answers, "all", "all", "all", "consultation.missing")).toBe("1/6 shown");
    expect(at(answers, "nurse_phone", "all", "all", "consultation.missing")).toBe("absent");
  });

  test("an age that was not filled in is told beside all, of telephone forms too", () => {
    expect(at(answers, "doctor", "all", "all", "age.missing")).toBe("1/4 shown");
    expect(at(answers, "nurse", "all", "all", "age.missing")).toBe("0/2 none");
    expect(at(answers, "nurse_phone", "all", "all", "age.missing")).toBe("1/2 shown");
    expect(at(answers, "all", "all", "all", "age.missing")).toBe("1/6 shown");
  });

  test.each(["age.missing", "consultation.missing"])("%s is told of no part of a form", (ref) => {
    expect(at(answers, "doctor", "first", "all", ref)).toBe("absent");
    expect(at(answers, "doctor", "all", "severe", ref)).toBe("absent");
  });

  test("what a form lacks protects nothing, and is not protected", () => {
    const {isExempt} = auditSums(codebook, {protectMissing: false});
    const {counts} = auditAnswers.protection!(codebook, defaultRules);
    const exempt = answers.filter((row) => isExempt(counts(row)[0]!.group));
    expect(new Set(exempt.map((r) => r.answer_id))).toEqual(new Set(["missing"]));
    expect(new Set(exempt.map((r) => r.question_id))).toEqual(
      new Set(["sex", "symptoms", "findings", "acts", "consultation", "age"])
    );
  });

  test("telephone consultations are published whole, and never in `all`", () => {
    const phone = answers.filter((r) => r.profession === "nurse_phone");
    expect(new Set(phone.map((r) => r.consultation))).toEqual(new Set(["all"]));
    expect(at(answers, "nurse_phone", "all", "all", "acts.advice")).toBe("1/2 shown");
    expect(at(answers, "nurse_phone", "all", "severe", "acts.advice")).toBe("1/1 shown");
    expect(at(answers, "all", "all", "all", "acts.advice")).toBe("2/6 shown");
  });

  test("`all` has the answers every form has, and no other", () => {
    const pooled = answers.filter(
      (r) => r.profession === "all" && r.round === 1 && r.consultation === "all" && r.patient_group === "all"
    );
    expect(pooled.map((r) => `${r.question_id}.${r.answer_id}`)).toEqual([
      "sex.female",
      "sex.male",
      "sex.missing",
      "symptoms.back",
      "symptoms.leg",
      "symptoms.missing",
      "acts.advice",
      "acts.none",
      "acts.missing",
      "consultation.missing",
      "age.missing"
    ]);
  });

  test("as a recount has it", () => {
    expect(answers.map(lineOf).sort()).toEqual(answerLines(tiny, handMade).sort());
  });
});

describe("audit_measures", () => {
  test("counts by hand", () => {
    expect(at(measures, "doctor", "all", "all", "severe")).toBe("2/4 shown");
    expect(at(measures, "doctor", "all", "severe", "severe")).toBe("2/2 shown");
    expect(at(measures, "doctor", "later", "all", "severe")).toBe("1/2 shown");
    expect(at(measures, "nurse", "all", "all", "advice_or_exercise")).toBe("1/2 shown");
    expect(at(measures, "all", "all", "all", "any_help")).toBe("4/6 shown");
    expect(at(measures, "nurse_phone", "all", "all", "any_help")).toBe("1/2 shown");
  });

  test("only of forms with all the answers of a composite", () => {
    expect(at(measures, "doctor", "all", "all", "advice_or_exercise")).toBe("absent");
    expect(at(measures, "all", "all", "all", "advice_or_exercise")).toBe("absent");
    expect(at(measures, "nurse", "all", "all", "severe")).toBe("absent");
  });

  test("as a recount has it", () => {
    expect(measures.map(lineOf).sort()).toEqual(measureLines(tiny, handMade).sort());
  });
});

describe("limits", () => {
  /** Four clusters of the reference: 9 of 12, 1 of 11, 2 of 9 and 10 of 14 give .0453697 to .9408879. */
  const clusters: [y: number, n: number][] = [
    [9, 12],
    [1, 11],
    [2, 9],
    [10, 14]
  ];
  const advice = (rows: Row[], profession: string) =>
    rows.find(
      (r) =>
        r.profession === profession && r.consultation === "all" && r.patient_group === "all" && r.answer_id === "advice"
    )!;

  test("rest on participants", async () => {
    const raws = clusters.flatMap(([y, n], i) => ticked("acts.advice", y, n, {participant: String(i)}));
    const row = advice(await rowsOf(session, auditAnswers, raws), "doctor");
    expect(row).toMatchObject({n: 22, total: 46, status: "shown"});
    expect(row.percent).toBeCloseTo(47.82609, 4);
    expect(row.low).toBeCloseTo(4.53697, 4);
    expect(row.high).toBeCloseTo(94.08879, 4);
  });

  test("take the same number in two professions for two participants", async () => {
    const raws = clusters.flatMap(([y, n], i) =>
      ticked("acts.advice", y, n, {participant: String(i % 2), profession: i < 2 ? "doctor" : "nurse"})
    );
    const row = advice(await rowsOf(session, auditAnswers, raws), "all");
    expect(row.low).toBeCloseTo(4.53697, 4);
    expect(row.high).toBeCloseTo(94.08879, 4);
  });

  test("take all kinds of consultation of a participant for one", async () => {
    const raws = clusters.flatMap(([y, n], i) =>
      ticked("acts.advice", y, n, {participant: String(i)}).map((raw, j) => ({
        ...raw,
        consultation: ([null, "first", "later"] as const)[j % 3]!
      }))
    );
    const row = advice(await rowsOf(session, auditAnswers, raws), "doctor");
    expect(row.low).toBeCloseTo(4.53697, 4);
  });

  test("are absent with one participant", async () => {
    const rows = await rowsOf(session, auditAnswers, ticked("acts.advice", 3, 10));
    for (const row of rows) expect([row.low, row.high]).toEqual([null, null]);
    expect(advice(rows, "doctor").percent).toBe(30);
  });

  test("stand around a true zero, and around everybody", async () => {
    const participants = ["1", "2", "3", "4", "5"];
    const raws = participants.flatMap((participant) => ticked("acts.none", 4, 4, {participant}));
    const rows = await rowsOf(session, auditAnswers, raws);
    const all = rows.filter(
      (r) =>
        r.consultation === "all" && r.patient_group === "all" && r.profession === "doctor" && r.question_id === "acts"
    );
    // Exact limits of 0 and all of 20 (t(19) / t(4))² = 20 (2.09302 / 2.77645)².
    const edge = 100 * (1 - 0.025 ** (1 / 11.3657));
    expect(
      all.map((r) => [r.answer_id, r.percent, Math.round(r.low as number), Math.round(r.high as number), r.status])
    ).toEqual([
      ["advice", 0, 0, Math.round(edge), "none"],
      ["pills", 0, 0, Math.round(edge), "none"],
      ["none", 100, Math.round(100 - edge), 100, "shown"],
      ["missing", 0, 0, Math.round(edge), "none"]
    ]);
  });
});

test("two rounds are never pooled", async () => {
  const rows = await rowsOf(session, auditAnswers, [
    registration(),
    registration({round: 3}),
    registration({round: 3})
  ]);
  const totals = rows
    .filter((r) => r.profession === "doctor" && r.consultation === "all" && r.answer_id === "advice")
    .map((r) => [r.round, r.total]);
  expect(totals).toEqual([
    [1, 1],
    [3, 2]
  ]);
});
