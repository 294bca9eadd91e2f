import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {clusterOf, participantCounts, type ParticipantCount} from "../../../data-loaders/models/participantCounts.js";
import {codebook, handMade, open, register, registration} from "../tables/tinyAudit.js";

let session: Session;
let counts: ParticipantCount[];
beforeAll(async () => {
  session = await open();
  await register(session, handMade);
  counts = await participantCounts(session, codebook);
});
afterAll(() => session.close());

const keyOf = (c: ParticipantCount) =>
  `${c.round} ${c.profession} ${c.participant} ${c.consultation} ${c.severe ? "severe" : "other"}: ${c.total}`;
const find = (key: string) => counts.find((c) => keyOf(c).startsWith(key))!;
/** What is ticked at all, without the zeros. */
const given = (c: ParticipantCount) => Object.fromEntries(Object.entries(c.ticked).filter(([, n]) => n > 0));

test("one count a participant, kind of consultation and patient group, in a fixed order", () => {
  expect(counts.map(keyOf)).toEqual([
    "1 doctor 1 first severe: 1",
    "1 doctor 1 later severe: 1",
    "1 doctor 1 missing other: 1",
    "1 doctor 2 first other: 1",
    "1 nurse 1 first severe: 1",
    "1 nurse 1 later other: 1",
    "1 nurse_phone 1 phone other: 1",
    "1 nurse_phone 1 phone severe: 1",
    "2 doctor 1 first severe: 1"
  ]);
});

test("answers, sex and composites of one registration", () => {
  expect(given(find("1 doctor 1 first"))).toEqual({
    "sex.female": 1,
    "symptoms.leg": 1,
    "findings.root": 1,
    "acts.advice": 1,
    "acts.pills": 1,
    advice_or_exercise: 1,
    any_help: 1,
    severe: 1
  });
});

describe("severely affected", () => {
  test("by a finding alone, with another symptom", () => {
    expect(given(find("1 doctor 1 later"))).toEqual({
      "sex.male": 1,
      "symptoms.back": 1,
      "findings.root": 1,
      "acts.missing": 1,
      severe: 1
    });
  });

  test("by symptoms alone on a form without findings", () => {
    expect(find("1 nurse 1 first").severe).toBe(true);
    expect(find("1 nurse_phone 1 phone severe").ticked["symptoms.leg"]).toBe(1);
  });

  test("not where both blocks are missing", () => {
    expect(find("1 doctor 1 missing").severe).toBe(false);
  });

  test("nobody, where the code book does not say what it is", async () => {
    const {severe: _, ...without} = codebook;
    expect((await participantCounts(session, without)).some((c) => c.severe)).toBe(false);
  });
});

describe("missing blocks", () => {
  test("nothing ticked is missing; none of these is an answer", () => {
    expect(given(find("1 doctor 1 missing"))).toEqual({
      "sex.female": 1,
      "acts.none": 1,
      any_help: 1,
      "symptoms.missing": 1,
      "findings.missing": 1,
      "consultation.missing": 1
    });
  });

  test("a sex that was not filled in is missing", () => {
    expect(given(find("1 nurse 1 first"))).toEqual({
      "sex.missing": 1,
      "symptoms.leg": 1,
      "acts.exercise": 1,
      advice_or_exercise: 1,
      severe: 1
    });
  });

  test("a form's counts know only its own blocks, and what every form has beside them", () => {
    expect(Object.keys(find("1 nurse 1 first").ticked).filter((ref) => ref.endsWith(".missing"))).toEqual([
      "sex.missing",
      "symptoms.missing",
      "acts.missing",
      "age.missing",
      "consultation.missing"
    ]);
  });

  test("an empty form misses every block and an age; on the telephone there is no kind of consultation to miss", () => {
    expect(given(find("1 nurse_phone 1 phone other"))).toEqual({
      "sex.female": 1,
      "symptoms.missing": 1,
      "acts.missing": 1,
      "age.missing": 1
    });
  });
});

test("a participant number is one cluster within its profession only", () => {
  const [doctor, nurse] = [find("1 doctor 1 first"), find("1 nurse 1 first")];
  expect(clusterOf(doctor)).toBe(clusterOf(find("1 doctor 1 later")));
  expect(clusterOf(doctor)).not.toBe(clusterOf(nurse));
});

test("registrations alike are added up", async () => {
  await register(session, [
    registration({given: ["acts.advice"]}),
    registration({given: ["acts.advice", "acts.pills"]}),
    registration()
  ]);
  const [only, ...others] = await participantCounts(session, codebook);
  expect(others).toEqual([]);
  expect(only!.total).toBe(3);
  expect(given(only!)).toEqual({
    "sex.female": 3,
    "acts.advice": 2,
    "acts.pills": 1,
    "acts.missing": 1,
    "symptoms.missing": 3,
    "findings.missing": 3,
    any_help: 2,
    advice_or_exercise: 2
  });
});

test("no registrations, no counts", async () => {
  await register(session, []);
  expect(await participantCounts(session, codebook)).toEqual([]);
});
