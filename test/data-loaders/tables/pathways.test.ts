import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {table as pathways} from "../../../data-loaders/tables/registers/pathways.js";
import {openDelivery, parameters, type Delivery} from "../models/registers/delivery.js";

/**
 * 30 patients seen in medicine, of whom 25 live in Aarhus and 5 in København; 22 seen acutely who get
 * an opioid after as many days as their number; 19 seen in surgery: one too few for a row of their own.
 */
const people = Array.from({length: 71}, (_, i) => ({
  id: `p${i}`,
  specialty: i < 30 ? "Reumatologi" : i < 52 ? "Skadestue" : "Neurokirurgi",
  i
}));
const delivery: Delivery = {
  persons: people.map(({id}) => ({person_id: id, sex: "female", born: "1970-01-01"})),
  residences: people.map(({id, i}) => ({
    person_id: id,
    snapshot: "2023-12-31",
    municipality: i < 25 ? "0751" : "0101",
    region: i < 25 ? "1082" : "1084"
  })),
  contacts: people.map(({id, specialty}) => ({
    contact_id: id,
    person_id: id,
    start_date: "2024-01-15",
    contact_type: "ALCA00",
    specialty
  })),
  diagnoses: people.map(({id}) => ({contact_id: id, code: "DM545", type: "A"})),
  prescriptions: people.slice(30, 52).map(({id, i}) => ({
    person_id: id,
    date: new Date(Date.UTC(2024, 0, 15 + i - 29)).toISOString().slice(0, 10),
    atc: "N02AX02",
    packages: 1
  }))
};

let session: Session;
let rows: Row[];
beforeAll(async () => {
  session = await openDelivery(delivery);
  rows = await pathways.rows(await analyseRegisters(session, parameters));
});
afterAll(() => session.close());

const of = (area_id: string) =>
  rows
    .filter((row) => row.area_id === area_id && row.patients !== 0)
    .map((row) => [row.start_specialty, row.sequence, row.patients, row.total, row.median_days]);

describe("the commonest sequences", () => {
  test("have a row for the country when at least 20 patients have them; the others by where they begin", () => {
    expect(of("country")).toEqual([
      ["acute", "acute analgesic", 22, 71, 12],
      ["medicine", "medicine", 30, 71, null],
      ["surgery", "other", 19, 71, null]
    ]);
  });

  test("are the same in every region, with their true zeros", () => {
    expect(of("1082")).toEqual([["medicine", "medicine", 25, 25, null]]);
    expect(of("1084")).toEqual([
      ["acute", "acute analgesic", 22, 46, 12],
      ["medicine", "medicine", 5, 46, null],
      ["surgery", "other", 19, 46, null]
    ]);
    expect(rows.filter((row) => row.area_id === "1081")).toHaveLength(7);
  });

  test("and the others sum to all patients", () => {
    for (const area of new Set(rows.map((row) => row.area_id))) {
      const own = rows.filter((row) => row.area_id === area);
      expect(own.reduce((sum, row) => sum + (row.patients as number), 0)).toBe(own[0]!.total);
    }
  });
});
