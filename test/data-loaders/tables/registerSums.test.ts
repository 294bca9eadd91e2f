// @module-tag slow: recounts the sums of random deliveries.
import {join} from "node:path";
import fc from "fast-check";
import {group, sum} from "d3-array";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {registerTables} from "../../../data-loaders/tables/index.js";
import {checkout} from "../../support/project.js";
import {randomDelivery} from "../indicators/randomDelivery.js";
import {fill, openDelivery, parameters, type Delivery} from "../models/registers/delivery.js";

type Tables = Record<string, Row[]>;

let session: Session;
beforeAll(async () => void (session = await openDelivery({})));
afterAll(() => session.close());

const {municipalities} = readCodelists(join(checkout, "data/codelists"));
const regionOf = new Map(
  municipalities
    .filter(({valid_from, valid_to}) => valid_from <= "2024" && (valid_to === "" || valid_to >= "2024"))
    .map(({code, region}) => [code, region])
);

/** Christiansø has a region only; some are in no snapshot. */
const home = fc.constantFrom<[string | null, string] | undefined>(
  ["0101", "1084"],
  ["0400", "1084"],
  ["0751", "1082"],
  ["0461", "1083"],
  [null, "1084"],
  undefined
);
const hospital = fc.record({
  region: fc.constantFrom("1081", "1084", null),
  department: fc.constantFrom("private", "public", null)
});
const sex = fc.constantFrom("female", "male");
const some = {minLength: 1, maxLength: 7};

/** People of every sort of home and sex, seen in public and private hospitals of several regions. */
const delivery: fc.Arbitrary<Delivery> = fc
  .record({
    made: randomDelivery,
    homes: fc.array(home, some),
    hospitals: fc.array(hospital, some),
    sexes: fc.array(sex, some)
  })
  .map(({made, homes, hospitals, sexes}) => {
    const turn = <T>(list: T[], i: number) => list[i % list.length]!;
    const homeOf = new Map(made.persons!.map(({person_id}, i) => [person_id, turn(homes, i)]));
    return {
      ...made,
      persons: made.persons!.map((person, i) => ({...person, sex: turn(sexes, i)})),
      contacts: made.contacts!.map((contact, i) => ({...contact, ...turn(hospitals, i)})),
      organisations: [
        {department: "private", private: true},
        {department: "public", name: "Rygcenter", private: false, region: "1085"}
      ],
      prescriptions: made.prescriptions!.map((row, i) => ({...row, prescriber: turn(["r1", "r2", "r3"], i)})),
      prescribers: [
        {recu: "r1", sector: "primary"},
        {recu: "r2", sector: "secondary"}
      ],
      residences: made.residences!.flatMap((row) => {
        const [municipality, region] = homeOf.get(row.person_id!) ?? [];
        return region ? [{...row, municipality: municipality!, region}] : [];
      })
    };
  });

test("for any delivery the sums hold between and within the computed tables", async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(delivery, async (rows) => {
      await fill(session, rows);
      const models = await analyseRegisters(session, parameters);
      const tables: Tables = {};
      for (const table of registerTables) tables[table.name] = await table.rows(models, (name) => tables[name]!);
      flowsHold(tables);
      for (const [name, rest] of byArea) areasSum(tables[name]!, rest);
      indicatorsSum(tables);
      hospitalsSum(tables);
      meansSum(tables);
      for (const [name, rows] of Object.entries(tables)) if (rows.some((row) => row.status === "shown")) met.add(name);
    }),
    {numRuns: 15, seed: 4810}
  );
  // Population counts are no part of these deliveries.
  expect(registerTables.map(({name}) => name).filter((name) => !met.has(name))).toEqual(["residents", "area_ranks"]);
});

/** Whoever comes to a contact leaves it or ends there, and the first contacts are everybody's. */
function flowsHold({patient_flows: flows, first_contacts: first}: Tables): void {
  for (const [, own] of group(flows!, of("period", "hospital_region", "start_specialty"))) {
    const {hospital_region, start_specialty} = own[0]!;
    const starts = first!.filter(
      (row) =>
        row.hospital_region === hospital_region && (start_specialty === "all" || row.specialty === start_specialty)
    );
    for (const row of starts) expect(count(own, {contact_no: 1, from_specialty: row.specialty})).toBe(row.patients);
    for (let no = 2; no < parameters.flowContacts; no++) {
      for (const specialty of ["acute", "medicine", "surgery", "private", "other"]) {
        expect(count(own, {contact_no: no, from_specialty: specialty})).toBe(
          count(own, {contact_no: no - 1, to_specialty: specialty})
        );
      }
    }
  }
  // By hospital region or by start, never by both.
  const whole = (column: string) => flows!.filter((row) => row[column] === "all");
  expect(new Set([...whole("hospital_region"), ...whole("start_specialty")]).size).toBe(flows!.length);
  partsSum(whole("start_specialty"), "hospital_region", "all", ["patients"]);
  partsSum(whole("hospital_region"), "start_specialty", "all", ["patients"]);
}

/** Tables by residence, with the columns that count. */
const byArea: [string, string[]][] = [
  ["indicator_values", ["numerator", "denominator"]],
  ["incidence", ["patients"]],
  ["employment_outcomes", ["patients", "total"]],
  ["primary_care_contacts", ["patients", "total"]],
  ["pathways", ["total"]],
  ["pathway_rule_checks", ["patients", "total"]]
];

/**
 * Municipalities make up regions, but for people without one, who have no row of their own, and regions the country.
 */
function areasSum(rows: Row[], counts: string[]): void {
  for (const [, own] of group(
    rows,
    of("indicator_id", "period", "outcome", "provider", "rule_id", "verdict", "sequence", "start_specialty")
  )) {
    for (const column of counts) {
      const all = (type: string) =>
        sum(
          own.filter((row) => row.area_type === type),
          (row) => row[column] as number
        );
      // A sequence has a row for the country alone where it is a rare one with an operation.
      if (own.some((row) => row.area_type === "region")) expect(all("region")).toBe(all("country"));
      if (!own.some((row) => row.area_type === "municipality")) continue;
      const inRegions = own
        .filter((row) => row.area_type === "region")
        .map((region) => {
          const inside = own.filter(
            (row) => row.area_type === "municipality" && regionOf.get(String(row.area_id)) === region.area_id
          );
          const people = sum(inside, (row) => row[column] as number);
          expect(people).toBeLessThanOrEqual(region[column] as number);
          return people;
        });
      expect(sum(inRegions)).toBe(all("municipality"));
    }
  }
}

/** Numerator and rest make up the denominator, and each breakdown the part it is of. */
function indicatorsSum(tables: Tables): void {
  const country = tables.indicator_values!.filter((row) => row.area_type === "country");
  for (const {indicator_id, period, numerator, denominator} of country) {
    const own = (table: string) =>
      tables[table]!.filter((row) => row.indicator_id === indicator_id && row.period === period);
    const rest = (denominator as number) - (numerator as number);
    expect(rest).toBeGreaterThanOrEqual(0);
    for (const [, types] of group(own("drug_types"), (row) => row.timing)) {
      expect(types[0]!.total).toBe(denominator);
      expect(count(types)).toBe(types[0]!.timing === "after" ? rest : denominator);
    }
    for (const row of own("prescribers")) expect(row.total).toBe(rest);
    if (own("prescribers").length > 0) expect(count(own("prescribers"))).toBe(rest);
    if (indicator_id === "labour_market_retention") {
      const outcomes = tables.employment_outcomes!.filter((row) => row.area_type === "country");
      expect(count(outcomes)).toBe(rest);
      for (const row of outcomes) expect(row.total).toBe(rest);
    }
    if (indicator_id !== "primary_care_before") continue;
    const of = (provider: string) => count(tables.primary_care_contacts!, {area_type: "country", provider});
    expect(of("either")).toBe(numerator);
    expect(of("chiropractor") + of("physiotherapist") - of("both")).toBe(numerator);
  }
}

/**
 * Diagnosis groups, and specialties of the first contact, make up a hospital region's
 * patients, and regions the country's.
 */
function hospitalsSum({
  diagnoses,
  first_contact_kinds: kinds,
  first_contacts: first,
  incidence,
  indicator_hospitals: indicators,
  indicator_values: values,
  pathways
}: Tables): void {
  partsSum(indicators!, "hospital_region", "all", ["numerator", "denominator"]);
  for (const {indicator_id, period, numerator, denominator} of indicators!.filter(
    (row) => row.hospital_region === "all"
  ))
    expect(values).toContainEqual(
      expect.objectContaining({indicator_id, period, area_type: "country", numerator, denominator})
    );
  const patients = count(incidence!, {area_type: "country"});
  for (const [rows, whole] of [
    [diagnoses!, "country"],
    [first!, "all"],
    [kinds!, "all"]
  ] as const) {
    for (const [, own] of group(rows, of("period", "hospital_region"))) {
      expect(count(own)).toBe(own[0]!.total);
      if (own[0]!.hospital_region === whole) expect(count(own)).toBe(patients);
    }
    partsSum(rows, "hospital_region", whole, ["patients"]);
  }
  for (const [, own] of group(pathways!, of("period", "area_type", "area_id"))) expect(count(own)).toBe(own[0]!.total);
}

function meansSum({means, key_figures: key, incidence}: Tables): void {
  for (const [, own] of group(means!, of("subject", "period"))) {
    expect(
      sum(
        own.filter((row) => row.sex !== "all"),
        (row) => row.n as number
      )
    ).toBe(own.find((row) => row.sex === "all")!.n);
  }
  const value = (name: string) => (key!.find((row) => row.key === name)?.value ?? 0) as number;
  expect(value("patients_total")).toBe(count(incidence!, {area_type: "country"}));
  expect(value("population_included")).toBe(value("patients_total"));
  const left = ["prevalent", "unknown_age", "minor"].map((reason) => value(`population_left_out_${reason}`));
  expect(value("population_included") + sum(left)).toBe(value("population_seen"));
}

/** Rows that differ in one column only sum to the row of the whole. */
function partsSum(rows: Row[], column: string, whole: string, counts: string[]): void {
  const others = [
    "period",
    "hospital_region",
    "start_specialty",
    "contact_no",
    "from_specialty",
    "to_specialty",
    "specialty",
    "diagnosis_group"
  ].filter((name) => name !== column);
  for (const [, own] of group(rows, of(...others))) {
    for (const name of counts) {
      const all = own.filter((row) => row[column] === whole);
      expect(sum(own, (row) => row[name] as number)).toBe(2 * sum(all, (row) => row[name] as number));
    }
  }
}

function count(rows: Row[], where: Row = {}): number {
  return sum(
    rows.filter((row) => Object.entries(where).every(([column, value]) => row[column] === value)),
    (row) => row.patients as number
  );
}

function of(...columns: string[]): (row: Row) => string {
  return (row) => columns.map((column) => row[column]).join(" ");
}
