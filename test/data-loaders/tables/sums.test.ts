import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {table as auditAges} from "../../../data-loaders/tables/audit/auditAges.js";
import {table as auditAnswers} from "../../../data-loaders/tables/audit/auditAnswers.js";
import {table as auditMeans} from "../../../data-loaders/tables/audit/means.js";
import {table as auditMeasures} from "../../../data-loaders/tables/audit/auditMeasures.js";
import {table as auditParticipants} from "../../../data-loaders/tables/audit/auditParticipants.js";
import {table as auditRoundChanges} from "../../../data-loaders/tables/audit/auditRoundChanges.js";
import {table as auditVariation} from "../../../data-loaders/tables/audit/variation.js";
import {answerLines, bandOf, has, lineOf, measureLines, registrationsBand, type Raw} from "./recount.js";
import {modelsOf, open, tiny} from "./tinyAudit.js";

let session: Session;
beforeAll(async () => {
  session = await open();
});
afterAll(() => session.close());

/** A registration that keeps every rule: at most one answer of a single choice, none of these alone. */
const registrations: fc.Arbitrary<Raw> = fc.constantFrom(...Object.keys(tiny.forms)).chain((profession) => {
  const {questions} = tiny.forms[profession]!;
  const single = (q: string) => fc.constantFrom(...questions[q]!.map((a) => [`${q}.${a}`]), []);
  const several = (q: string, answers: string[]) => fc.subarray(answers.map((a) => `${q}.${a}`));
  return fc.record({
    round: fc.constantFrom(1, 2),
    profession: fc.constant(profession),
    participant: fc.constantFrom("1", "2", "3", "a-b"),
    consultation: fc.constantFrom("first" as const, "later" as const, null),
    age: fc.option(fc.constantFrom(17, 18, 29, 30, 45, 79, 80, 99)),
    sex: fc.constantFrom("female" as const, "male" as const, null),
    given: fc
      .tuple(
        single("symptoms"),
        questions.findings ? several("findings", questions.findings) : fc.constant([]),
        fc.oneof(
          several(
            "acts",
            questions.acts!.filter((a) => a !== "none")
          ),
          fc.constant(["acts.none"])
        )
      )
      .map((blocks) => blocks.flat())
  });
});

test("for any registrations the sums hold, and every number is as a recount has it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(registrations, {minLength: 1, maxLength: 60}), async (raws) => {
      const models = await modelsOf(session, raws);
      const answers = await auditAnswers.rows(models);
      expect(answers.map(lineOf).sort()).toEqual(answerLines(tiny, raws).sort());
      const measures = await auditMeasures.rows(models);
      expect(measures.map(lineOf).sort()).toEqual(measureLines(tiny, raws).sort());
      for (const row of [...answers, ...measures]) limitsHold(row);
      singleChoiceSums(answers);
      consultationsSum([...answers, ...measures]);
      agesSum(await auditAges.rows(models), raws);
      participantsSum(await auditParticipants.rows(models), raws);
      meansHold(await auditMeans.rows(models), raws);
      spreadsHold(await auditVariation.rows(models), raws);
      changesHold(await auditRoundChanges.rows(models), raws);
    }),
    {numRuns: 60}
  );
});

function limitsHold({percent, low, high}: Row): void {
  if (low === null) return expect(high).toBeNull();
  expect(low).toBeGreaterThanOrEqual(0);
  expect(low).toBeLessThanOrEqual(percent as number);
  expect(high).toBeGreaterThanOrEqual(percent as number);
  expect(high).toBeLessThanOrEqual(100);
}

/** The answers of a single choice and `missing` are everybody, where every form of the row has the same answers. */
function singleChoiceSums(rows: Row[]): void {
  const blocks = by(
    rows.filter((r) => r.question_id === "sex" || (r.question_id === "symptoms" && r.profession !== "all")),
    ["round", "profession", "consultation", "patient_group", "question_id"]
  );
  for (const block of blocks) expect(sum(block, "n")).toBe(block[0]!.total);
}

function consultationsSum(rows: Row[]): void {
  const visits = rows.filter((r) => r.profession !== "nurse_phone");
  for (const own of by(visits, ["round", "profession", "patient_group", "question_id", "answer_id", "measure"])) {
    if (own[0]!.question_id === "age" || own[0]!.question_id === "consultation") {
      expect(own.map((r) => r.consultation)).toEqual(["all"]);
      continue;
    }
    const [all, parts] = [
      own.filter((r) => r.consultation === "all"),
      own.filter((r) => r.consultation === "first" || r.consultation === "later")
    ];
    expect(all.length + parts.length).toBe(own.length);
    expect(all).toHaveLength(1);
    for (const column of ["n", "total"]) expect(sum(parts, column)).toBe(all[0]![column]);
  }
}

function agesSum(rows: Row[], raws: Raw[]): void {
  for (const own of by(rows, ["round", "profession", "sex"])) {
    const {round, profession, sex} = own[0]!;
    const ages = raws
      .filter((raw) => raw.round === round && isOfForm(raw, profession) && raw.sex === sex)
      .flatMap((raw) => raw.age ?? []);
    expect(sum(own, "n")).toBe(ages.length);
    expect(own.map((r) => r.age_band)).toEqual(
      expect.arrayContaining(["18-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80+"])
    );
    for (const row of own) {
      expect(row.n).toBe(ages.filter((age) => bandOf(age) === row.age_band).length);
      expect(row.total).toBe(ages.length);
      expect(row.percent).toBe((100 * (row.n as number)) / ages.length);
    }
  }
  const known = raws.filter((raw) => raw.age !== null && raw.sex !== null);
  const ofForms = rows.filter((r) => r.profession !== "all");
  expect(sum(ofForms, "n")).toBe(known.length);
  const pooled = rows.filter((r) => r.profession === "all");
  expect(sum(pooled, "n")).toBe(known.filter((raw) => raw.profession !== "nurse_phone").length);
  expect(rows.some((r) => r.age_band === "17")).toBe(known.some((raw) => raw.age === 17));
}

/** Whether a registration is of a form, or of all together: that is of every form but the telephone one. */
function isOfForm(raw: Raw, profession: unknown): boolean {
  return profession === "all" ? raw.profession !== "nurse_phone" : raw.profession === profession;
}

function participantsSum(rows: Row[], raws: Raw[]): void {
  expect(
    sum(
      rows.filter((r) => r.measure === "registrations"),
      "total"
    )
  ).toBe(raws.length);
  for (const own of by(rows, ["round", "profession", "measure"])) {
    const {round, profession, measure} = own[0]!;
    const theirs = raws.filter((raw) => raw.round === round && raw.profession === profession);
    expect(sum(own, "total")).toBe(theirs.length);
    for (const row of own) {
      const mine = theirs.filter((raw) => raw.participant === row.participant_no);
      const n = measure === "registrations" ? null : mine.filter((raw) => has(tiny, raw, measure as string)).length;
      const shown = mine.length >= 3;
      expect(row).toMatchObject({
        n,
        total: mine.length,
        registrations_band: registrationsBand(mine.length),
        percent: shown && n !== null ? Math.round((100 * n) / mine.length) : null,
        status: !shown ? "hidden" : n === 0 ? "none" : "shown"
      });
    }
  }
}

function meansHold(rows: Row[], raws: Raw[]): void {
  for (const row of rows) {
    const ages = raws
      .filter((raw) => raw.round === row.round && isOfForm(raw, row.profession))
      .filter((raw) => (row.sex === "all" ? raw.sex !== null : raw.sex === row.sex))
      .flatMap((raw) => raw.age ?? []);
    expect(row.n).toBe(ages.length);
    expect(row.mean).toBeCloseTo(ages.reduce((a, b) => a + b, 0) / ages.length, 9);
  }
  const known = raws.filter((raw) => raw.age !== null && raw.sex !== null && raw.profession !== "nurse_phone");
  expect(
    sum(
      rows.filter((r) => r.profession === "all" && r.sex === "all"),
      "n"
    )
  ).toBe(known.length);
}

function spreadsHold(rows: Row[], raws: Raw[]): void {
  const compared = raws.filter((raw) => raw.profession !== "nurse_phone");
  expect(by(rows, ["subject", "round"])).toHaveLength(
    new Set(compared.map((raw) => `${raw.profession} ${raw.round}`)).size
  );
  for (const row of rows) {
    const theirs = raws.filter((raw) => raw.round === row.round && `audit_${raw.profession}` === row.subject);
    expect(row.units).toBe(new Set(theirs.map((raw) => raw.participant)).size);
    expect(row.status).toBe(theirs.some((raw) => has(tiny, raw, row.measure as string)) ? "shown" : "none");
    expect(row.observed_spread === null).toBe((row.units as number) < 2);
  }
}

function changesHold(rows: Row[], raws: Raw[]): void {
  if (new Set(raws.map((raw) => raw.round)).size < 2) return expect(rows).toEqual([]);
  for (const row of rows) {
    const theirs = raws.filter((raw) => raw.profession === row.profession);
    const there = (round: number) => new Set(theirs.filter((raw) => raw.round === round).map((raw) => raw.participant));
    const paired = theirs.filter((raw) => there(1).has(raw.participant) && there(2).has(raw.participant));
    const percent = (round: number) => {
      const own = paired.filter((raw) => raw.round === round);
      return own.length === 0
        ? null
        : (100 * own.filter((raw) => has(tiny, raw, `${row.question_id}.${row.answer_id}`)).length) / own.length;
    };
    expect(row.participants).toBe(new Set(paired.map((raw) => raw.participant)).size);
    for (const [column, value] of [
      ["percent_before", percent(1)],
      ["percent_after", percent(2)]
    ] as const) {
      if (value === null) expect(row[column]).toBeNull();
      else expect(row[column]).toBeCloseTo(value, 9);
    }
    if (row.low !== null) expect(row.low).toBeLessThanOrEqual(row.change as number);
  }
}

function by(rows: Row[], columns: string[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = columns.map((column) => row[column]).join("|");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function sum(rows: Row[], column: string): number {
  return rows.reduce((total, row) => total + (row[column] as number), 0);
}
