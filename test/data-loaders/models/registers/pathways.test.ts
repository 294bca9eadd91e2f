// @module-tag slow: recounts random deliveries.
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {readCodelists} from "../../../../data-loaders/ground/codelists.js";
import type {Session} from "../../../../data-loaders/engine/session.js";
import {createRegisterModels} from "../../../../data-loaders/models/registers/registerModels.js";
import {checkout} from "../../../support/project.js";
import {randomDelivery} from "../../indicators/randomDelivery.js";
import {fill, openDelivery, parameters, type Delivery} from "./delivery.js";
import {recomputedPathways} from "./recomputedPathways.js";

let session: Session;
beforeAll(async () => void (session = await openDelivery({})));
afterAll(() => session.close());

test("every patient has the sequence, days and condition that a plain search of the raw rows finds", async () => {
  const codelists = readCodelists(join(checkout, "data/codelists"));
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(randomDelivery, async (delivery) => {
      await fill(session, delivery);
      await createRegisterModels(session, parameters);
      const cohort = await session.rows<{person: string; index: string}>(
        "SELECT person_id AS person, index_date::VARCHAR AS index FROM cohort"
      );
      const found = await session.rows<{row: string; sequence: string; condition: string}>(
        "SELECT person_id || ' ' || sequence || ' ' || coalesce(days::VARCHAR, 'null') || ' ' || condition AS row, sequence, condition FROM pathways"
      );
      expect(found.map(({row}) => row).sort()).toEqual(recomputedPathways(delivery, codelists, cohort).sort());
      for (const {sequence, condition} of found) for (const word of [...sequence.split(" "), condition]) met.add(word);
    }),
    {numRuns: 18, seed: 6015}
  );
  // The deliveries must have had everything, or nothing was held against anything.
  expect([...met].sort()).toEqual(
    [
      "acute",
      "analgesic",
      "chiropractor",
      "disc_herniation",
      "medicine",
      "mri",
      "nerve_root",
      "operation",
      "other",
      "physiotherapist",
      "plan",
      "surgery",
      "unspecific",
      "|"
    ].sort()
  );
});

const patient: Delivery = {
  persons: [{person_id: "p", sex: "female", born: "1970-01-01"}],
  contacts: [
    {
      contact_id: "a",
      person_id: "p",
      start_date: "2024-01-15",
      start_time: "10:00",
      contact_type: "ALCA00",
      specialty: "Skadestue"
    },
    {contact_id: "b", person_id: "p", start_date: "2024-03-01", contact_type: "ALCA00", specialty: "Neurokirurgi"},
    {contact_id: "c", person_id: "p", start_date: "2024-04-01", contact_type: "ALCA00", specialty: "Skadestue"}
  ],
  diagnoses: ["a", "b", "c"].map((contact_id) => ({contact_id, code: "DM545", type: "A"}))
};
const service = (week_start: string, number = 1) => ({
  person_id: "p",
  week_start,
  specialty: "53",
  service: "1015",
  number
});
const procedure = (code: string, start_date: string) => ({person_id: "p", code, type: "P", start_date});

async function sequenceOf(more: Delivery): Promise<unknown> {
  await fill(session, {...patient, ...more});
  await createRegisterModels(session, parameters);
  return (await session.rows("SELECT sequence FROM pathways"))[0]?.sequence;
}

describe("the sequence of one patient", () => {
  test("has each specialty once, whoever sees the patient again", async () =>
    expect(await sequenceOf({})).toBe("acute surgery"));

  // 15 January 2024 is a Monday.
  test.each([
    ["the whole week before", "2024-01-08", "chiropractor | acute surgery"],
    ["the week of the index contact", "2024-01-15", "acute surgery"],
    ["the week after", "2024-01-22", "acute chiropractor surgery"],
    ["the first whole week of the half year", "2023-07-17", "chiropractor | acute surgery"],
    ["a week that began before it", "2023-07-10", "acute surgery"]
  ])("care in %s", async (_, week, expected) => expect(await sequenceOf({services: [service(week)]})).toBe(expected));

  test("care that is taken back does not count", async () =>
    expect(await sequenceOf({services: [service("2024-01-01"), service("2024-01-08", -1)]})).toBe("acute surgery"));

  test("one day is in the order contact, scan, operation, plan, prescription", async () => {
    const day = "2024-03-01";
    expect(
      await sequenceOf({
        prescriptions: [{person_id: "p", date: day, atc: "N02AX02", packages: 1}],
        procedures: [procedure("ZZ0175X", day), procedure("KABC16", day), procedure("UXME30", day)]
      })
    ).toBe("acute surgery mri operation plan analgesic");
  });

  test("a scan before the index contact is before it, an operation before it is none", async () =>
    expect(await sequenceOf({procedures: [procedure("UXME30", "2023-12-01"), procedure("KABC16", "2023-12-02")]})).toBe(
      "mri | acute surgery"
    ));

  test("a plan after the year belongs to no sequence", async () => {
    expect(
      await sequenceOf({procedures: [procedure("KABC16", "2025-01-10"), procedure("ZZ0175X", "2025-01-20")]})
    ).toBe("acute surgery operation");
    expect(await session.rows("SELECT day, kind, beyond FROM pathway_events WHERE beyond")).toEqual([
      {day: 371, kind: "plan", beyond: true}
    ]);
  });
});
