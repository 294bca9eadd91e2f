import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {publishedRows} from "../../../data-loaders/disclosure/withhold.js";
import {table as auditParticipants} from "../../../data-loaders/tables/audit/auditParticipants.js";
import {table as auditVariation} from "../../../data-loaders/tables/audit/variation.js";
import {handMade, open, registration, rowsOf, ticked} from "./tinyAudit.js";

let session: Session;
beforeAll(async () => {
  session = await open();
});
afterAll(() => session.close());

const own = (rows: Row[], measure: string, participant = "1", profession = "doctor") =>
  rows.find((r) => r.measure === measure && r.participant_no === participant && r.profession === profession)!;

describe("audit_participants", () => {
  test.each([
    [1, null],
    [2, null],
    [3, "3-4"],
    [4, "3-4"],
    [5, "5-9"],
    [9, "5-9"],
    [10, "10-19"],
    [19, "10-19"],
    [20, "20-49"],
    [49, "20-49"],
    [50, "50+"],
    [400, "50+"]
  ])("%i registrations are published as %s", async (n, band) => {
    const rows = await rowsOf(session, auditParticipants, ticked("acts.advice", n, n));
    expect(own(rows, "registrations")).toMatchObject({
      registrations_band: band,
      total: n,
      percent: null,
      status: band ? "shown" : "hidden"
    });
    expect(own(rows, "acts.advice")).toMatchObject({
      registrations_band: band,
      percent: band ? 100 : null,
      status: band ? "shown" : "hidden"
    });
  });

  test("fewer than three registrations show nothing, not even a zero, once published", async () => {
    const rows = publishedRows(
      auditParticipants,
      await rowsOf(session, auditParticipants, ticked("acts.advice", 1, 2))
    );
    for (const row of rows) expect(row).toMatchObject({registrations_band: null, percent: null, status: "hidden"});
  });

  test("shares in whole percent over all consultations and patients, zeros among them", async () => {
    const raws = [...ticked("acts.advice", 1, 4), ...ticked("symptoms.leg", 2, 4, {consultation: "later"})];
    const rows = await rowsOf(session, auditParticipants, raws);
    // 1 of 8 is 12.5 %.
    expect(own(rows, "acts.advice")).toMatchObject({n: 1, total: 8, percent: 13, status: "shown"});
    expect(own(rows, "severe")).toMatchObject({n: 2, total: 8, percent: 25});
    expect(own(rows, "acts.pills")).toMatchObject({n: 0, total: 8, percent: 0, status: "none"});
  });

  test("compares on every answer and composite of the form; where nobody is compared, only that they took part", async () => {
    const rows = await rowsOf(session, auditParticipants, handMade);
    const measures = (profession: string) =>
      rows
        .filter((r) => r.profession === profession && r.participant_no === "1" && r.round === 1)
        .map((r) => r.measure);
    expect(measures("doctor")).toEqual([
      "registrations",
      "sex.female",
      "sex.male",
      "symptoms.none",
      "symptoms.back",
      "symptoms.leg",
      "findings.root",
      "findings.normal",
      "acts.advice",
      "acts.pills",
      "acts.none",
      "any_help",
      "severe"
    ]);
    expect(measures("nurse")).toEqual([
      "registrations",
      "sex.female",
      "sex.male",
      "symptoms.back",
      "symptoms.leg",
      "acts.advice",
      "acts.exercise",
      "acts.none",
      "advice_or_exercise",
      "any_help"
    ]);
    expect(measures("nurse_phone")).toEqual(["registrations"]);
  });

  test("participants of two professions and two rounds with the same number stay apart", async () => {
    const rows = await rowsOf(session, auditParticipants, handMade);
    const totals = rows
      .filter((r) => r.measure === "registrations")
      .map((r) => [r.round, r.profession, r.participant_no, r.total].join(" "));
    expect(totals).toEqual(["1 doctor 1 3", "1 doctor 2 1", "1 nurse 1 2", "1 nurse_phone 1 2", "2 doctor 1 1"]);
  });
});

describe("variation", () => {
  const of = async (raws: Parameters<typeof rowsOf>[2], measure = "acts.advice") =>
    (await rowsOf(session, auditVariation, raws)).filter((r) => r.measure === measure);

  test("by hand: 1 of 4 and 3 of 4", async () => {
    const [row] = await of([...ticked("acts.advice", 1, 4), ...ticked("acts.advice", 3, 4, {participant: "2"})]);
    // √(Σ n (p_i − ½)² / N) = ¼; √(½ · ½ · 1 / 8); their squares' quotient ½, so that the intra-class correlation is
    // (2 − 1) / (4 − 1), and the SCV as much, p being ½; true shares differ by √(½ · ½ / 3); sd √⅛ over ½.
    expect(row).toMatchObject({
      subject: "audit_doctor",
      round: 1,
      units: 2,
      observed_spread: 25,
      chance_share: 50,
      chance_share_high: 100,
      between_spread_low: 0,
      extremal_quotient: 3,
      status: "shown"
    });
    expect(row!.expected_spread).toBeCloseTo(17.6777, 4);
    expect(row!.between_spread).toBeCloseTo(50 / Math.sqrt(3), 9);
    expect(row!.scv).toBeCloseTo(100 / 3, 9);
    expect(row!.cv).toBeCloseTo(70.7107, 4);
  });

  test("a participant is one unit however the consultations were, and also with two registrations", async () => {
    const raws = [
      ...ticked("acts.advice", 1, 1),
      ...ticked("acts.advice", 0, 3, {consultation: "later"}),
      ...ticked("acts.advice", 1, 2, {participant: "2"})
    ];
    const [row] = await of(raws);
    // p = 2/6; 4 (1/4 − 1/3)² + 2 (1/2 − 1/3)² = 1/36 + 2/36, over 6.
    expect(row!.units).toBe(2);
    expect(row!.observed_spread).toBeCloseTo(100 * Math.sqrt(3 / 36 / 6), 9);
    expect(row!.chance_share).toBe(100);
  });

  test("nobody ticked: a true zero, and nothing to explain", async () => {
    const [row] = await of([...ticked("acts.advice", 0, 4), ...ticked("acts.advice", 0, 4, {participant: "2"})]);
    expect(row).toMatchObject({
      units: 2,
      observed_spread: 0,
      expected_spread: 0,
      chance_share: null,
      chance_share_low: null,
      between_spread: null,
      scv: null,
      extremal_quotient: null,
      cv: null,
      status: "none"
    });
  });

  test("somebody at zero leaves the quotient open", async () => {
    const [row] = await of([...ticked("acts.advice", 0, 4), ...ticked("acts.advice", 2, 4, {participant: "2"})]);
    expect(row!.extremal_quotient).toBeNull();
    expect(row!.status).toBe("shown");
  });

  test("one participant does not vary", async () => {
    const [row] = await of(ticked("acts.advice", 1, 4));
    expect(row).toMatchObject({
      units: 1,
      observed_spread: null,
      expected_spread: null,
      chance_share: null,
      scv: null,
      cv: null
    });
  });

  test("rounds and professions apart; none where nobody is compared", async () => {
    const raws = [
      registration(),
      registration({round: 2}),
      registration({profession: "nurse"}),
      registration({profession: "nurse_phone", consultation: null})
    ];
    expect((await of(raws)).map((r) => `${r.subject} ${r.round} ${r.units}`)).toEqual([
      "audit_doctor 1 1",
      "audit_doctor 2 1",
      "audit_nurse 1 1"
    ]);
  });
});
