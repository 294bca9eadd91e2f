import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {analyseRegisters, type RegisterModels} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {table as registerMeans} from "../../../data-loaders/tables/registers/means.js";
import type {RegisterParameters} from "../../../data-loaders/ground/parameters.js";
import {registerTables} from "../../../data-loaders/tables/index.js";
import {table as indicatorValues} from "../../../data-loaders/tables/registers/indicatorValues.js";
import {table as registerVariation} from "../../../data-loaders/tables/registers/variation.js";
import {openDelivery, parameters, type Delivery} from "../models/registers/delivery.js";

/**
 * Four patients by hand. 1: København, seen acutely, then in surgery, operated, 45 years, full employment
 * then reduced hours, opioid before, both types after. 2: Aarhus, private, 60 years, full employment
 * throughout, nothing redeemed, chiropractor and physiotherapist. 3: no residence, medicine, other diagnosis,
 * neuropathic after from an unknown prescriber. 4: Aarhus, surgery, dies within half a year.
 */
const delivery: Delivery = {
  persons: [
    {person_id: "1", sex: "male", born: "1979-01-01"},
    {person_id: "2", sex: "female", born: "1964-01-01"},
    {person_id: "3", sex: "female", born: "1994-01-01"},
    {person_id: "4", sex: "male", born: "1944-01-01"}
  ],
  residences: [
    {person_id: "1", snapshot: "2023-12-31", municipality: "0101", region: "1084", civil_status: "G"},
    {person_id: "2", snapshot: "2023-12-31", municipality: "0751", region: "1082", civil_status: "U"},
    {person_id: "4", snapshot: "2023-12-31", municipality: "0751", region: "1082", civil_status: "E"}
  ],
  organisations: [
    {department: "pri", name: "Rygcenter Privat", private: true, region: "1082"},
    {department: "spine", name: "Rygcenter Nord", private: false}
  ],
  contacts: [
    {
      contact_id: "1a",
      person_id: "1",
      start_date: "2024-01-15",
      contact_type: "ALCA00",
      specialty: "Skadestue",
      region: "1084"
    },
    {
      contact_id: "1b",
      person_id: "1",
      start_date: "2024-02-15",
      contact_type: "ALCA03",
      specialty: "Neurokirurgi",
      region: "1084"
    },
    {contact_id: "2a", person_id: "2", start_date: "2024-01-15", contact_type: "ALCA00", department: "pri"},
    {
      contact_id: "3a",
      person_id: "3",
      start_date: "2024-01-15",
      contact_type: "ALCA00",
      specialty: "Reumatologi",
      department: "spine"
    },
    {
      contact_id: "4a",
      person_id: "4",
      start_date: "2024-01-15",
      contact_type: "ALCA00",
      specialty: "Neurokirurgi",
      region: "1082"
    }
  ],
  diagnoses: [
    {contact_id: "1a", code: "DM545", type: "A"},
    {contact_id: "1b", code: "DM511", type: "A"},
    {contact_id: "2a", code: "DM542", type: "A"},
    {contact_id: "3a", code: "DM533", type: "A"},
    {contact_id: "4a", code: "DM480", type: "A"}
  ],
  procedures: [{person_id: "1", code: "KABC16", type: "P", start_date: "2024-03-01"}],
  deaths: [{person_id: "4", date: "2024-05-01"}],
  migrations: [{person_id: "4", date: "2020-01-01", direction: "in"}],
  prescriptions: [
    {person_id: "1", date: "2023-12-01", atc: "N02AX02", packages: 1, prescriber: "gp"},
    {person_id: "1", date: "2024-05-01", atc: "N03AX12", packages: 1, prescriber: "hos"},
    {person_id: "1", date: "2024-05-02", atc: "N02AX02", packages: 1, prescriber: "gp"},
    {person_id: "3", date: "2024-05-01", atc: "N06AA09", packages: 1, prescriber: "who"}
  ],
  prescribers: [
    {recu: "gp", sector: "primary"},
    {recu: "hos", sector: "primary", valid_to: "2023-12-31"},
    {recu: "hos", sector: "secondary", valid_from: "2024-01-01"}
  ],
  employment: [
    {person_id: "1", month: "2023-01-01", degree: 1},
    {person_id: "1", month: "2025-01-01", degree: 0.5},
    {person_id: "2", month: "2023-01-01", degree: 0.81},
    {person_id: "2", month: "2025-01-01", degree: 1}
  ],
  services: [
    {person_id: "2", week_start: "2023-12-04", specialty: "53", service: "1015", number: 1},
    {person_id: "2", week_start: "2023-12-04", specialty: "51", service: "0110", number: 2},
    {person_id: "1", week_start: "2023-12-04", specialty: "51", service: "0110", number: 1},
    {person_id: "1", week_start: "2023-12-04", specialty: "51", service: "0110", number: -1}
  ],
  population: [
    {
      period_start: "2023-04-01",
      area_type: "municipality",
      area_id: "0101",
      sex: "male",
      age: 40,
      age_to: 40,
      number: 999
    },
    {
      period_start: "2023-07-01",
      area_type: "municipality",
      area_id: "0101",
      sex: "male",
      age: 40,
      age_to: 40,
      number: 150
    },
    {
      period_start: "2023-07-01",
      area_type: "municipality",
      area_id: "0101",
      sex: "male",
      age: 17,
      age_to: 17,
      number: 700
    },
    {
      period_start: "2023-07-01",
      area_type: "municipality",
      area_id: "0101",
      sex: "female",
      age: 0,
      age_to: 16,
      number: 60
    },
    {
      period_start: "2023-07-01",
      area_type: "municipality",
      area_id: "0751",
      sex: "female",
      age: 18,
      age_to: null,
      number: 250
    },
    {
      period_start: "2023-10-01",
      area_type: "municipality",
      area_id: "0101",
      sex: "male",
      age: 40,
      age_to: 40,
      number: 888
    }
  ]
};

let session: Session;
let models: RegisterModels;
const rows: Record<string, Row[]> = {};
beforeAll(async () => {
  session = await openDelivery(delivery);
  models = await analyseRegisters(session, parameters);
  for (const table of registerTables) rows[table.name] = await table.rows(models, (name) => rows[name]!);
});
afterAll(() => session.close());

const where = (table: string, condition: Row) =>
  rows[table]!.filter((row) => Object.entries(condition).every(([key, value]) => row[key] === value));

describe.each(registerTables)("$name", ({name, columns}) => {
  test("every row has exactly the table's columns, of their types", () => {
    expect(rows[name]!.length).toBeGreaterThan(0);
    const types = {INTEGER: "number", DOUBLE: "number", VARCHAR: "string", BOOLEAN: "boolean", DATE: "string"};
    for (const row of rows[name]!) {
      expect(Object.keys(row).sort()).toEqual(columns.map((c) => c.name).sort());
      for (const {name, type} of columns) {
        if (row[name] !== null) expect(typeof row[name], name).toBe(types[type]);
        if (row[name] !== null && type === "INTEGER") expect(Number.isInteger(row[name]), name).toBe(true);
      }
    }
  });

  test("no row twice", () => {
    const keys = columns
      .filter((c) => (c.type === "VARCHAR" && c.name !== "status") || c.name === "contact_no")
      .map((c) => c.name);
    const seen = rows[name]!.map((row) => keys.map((key) => row[key]).join(" "));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("the same rows again, in the same order", async () => {
    const table = registerTables.find((t) => t.name === name)!;
    expect(await table.rows(models, (name) => rows[name]!)).toEqual(rows[name]);
  });
});

test("indicator_values: 98 municipalities, the regions and the country, with limits by hand", () => {
  const areas = where("indicator_values", {indicator_id: "surgery_within_a_year"});
  // 98; 5 regions and `unknown`, where patient 3 is; the country.
  expect(areas).toHaveLength(98 + 6 + 1);
  const country = where("indicator_values", {indicator_id: "surgery_within_a_year", area_type: "country"})[0]!;
  // Patient 4 has died within the year, and counts all the same. Wilson's limits of 1 of 4.
  expect(country).toMatchObject({
    area_id: "country",
    numerator: 1,
    denominator: 4,
    status: "shown",
    control_low_95: null
  });
  expect(country.low).toBeCloseTo(4.559, 2);
  expect(country.high).toBeCloseTo(69.936, 2);
  expect(country.standardised).toBeCloseTo(25, 10);
  const [copenhagen] = where("indicator_values", {indicator_id: "surgery_within_a_year", area_id: "0101"});
  // Its one patient is the only one of his age and sex, so that one was expected: no more than the country's.
  expect(copenhagen).toMatchObject({
    numerator: 1,
    denominator: 1,
    percent: 100,
    standardised: expect.closeTo(25, 10)
  });
  expect(
    where("indicator_values", {indicator_id: "surgery_within_a_year", area_id: "0101"})[0]!.control_high_998
  ).toBeLessThanOrEqual(100);
  expect(where("indicator_values", {indicator_id: "surgery_within_a_year", area_id: "0461"})[0]).toMatchObject({
    numerator: 0,
    denominator: 0,
    percent: null,
    low: null,
    standardised: null,
    control_low_95: null,
    status: "none"
  });
});

test("indicator_hospitals: by the region of the first contact's hospital, private hospitals a region of their own", () => {
  const of = (indicator_id: string) =>
    where("indicator_hospitals", {indicator_id}).map((r) => [r.hospital_region, r.numerator, r.denominator, r.status]);
  // Patient 2 lives in Region Midtjylland and was seen privately there; of patient 3's hospital the region is unknown.
  expect(of("surgery_within_a_year")).toEqual([
    ["all", 1, 4, "shown"],
    ["1082", 0, 1, "none"],
    ["1084", 1, 1, "shown"],
    ["private", 0, 1, "none"],
    ["unknown", 0, 1, "none"]
  ]);
  const [country] = where("indicator_values", {indicator_id: "surgery_within_a_year", area_type: "country"});
  const {hospital_region: _, ...all} = where("indicator_hospitals", {
    indicator_id: "surgery_within_a_year",
    hospital_region: "all"
  })[0]!;
  expect(country).toMatchObject(all);
  // The only one of his age and sex was expected to be operated: standardised no more than the country's 25 %.
  expect(
    where("indicator_hospitals", {indicator_id: "surgery_within_a_year", hospital_region: "1084"})[0]
  ).toMatchObject({
    percent: 100,
    standardised: expect.closeTo(25, 10)
  });
});

test("patient_flows: contact by contact, for all, for each start and for each hospital region", () => {
  const all = where("patient_flows", {hospital_region: "all", start_specialty: "all"}).map((r) => [
    r.contact_no,
    r.from_specialty,
    r.to_specialty,
    r.patients
  ]);
  expect(all).toEqual([
    [1, "acute", "surgery", 1],
    [1, "medicine", "ended", 1],
    [1, "private", "ended", 1],
    [1, "surgery", "ended", 1],
    [2, "surgery", "ended", 1]
  ]);
  for (const group of [
    {hospital_region: "all", start_specialty: "acute"},
    {hospital_region: "1084", start_specialty: "all"}
  ])
    expect(where("patient_flows", group)).toMatchObject([
      {contact_no: 1, from_specialty: "acute", to_specialty: "surgery", patients: 1},
      {contact_no: 2, from_specialty: "surgery", to_specialty: "ended", patients: 1}
    ]);
  expect(where("patient_flows", {hospital_region: "unknown", start_specialty: "all"})).toMatchObject([
    {from_specialty: "medicine", patients: 1}
  ]);
  // Of one start in one region there are too few.
  expect(
    rows.patient_flows!.filter((r) => r.hospital_region !== "all" && r.start_specialty !== "all").map(String)
  ).toEqual([]);
});

test("pathways: what few have is among the others, by where it begins", () => {
  expect(
    where("pathways", {area_id: "country"}).map((r) => [r.start_specialty, r.sequence, r.patients, r.total])
  ).toEqual([
    ["acute", "other", 1, 4],
    ["medicine", "other", 1, 4],
    ["other", "other", 0, 4],
    ["private", "other", 1, 4],
    ["surgery", "other", 1, 4]
  ]);
});

test("pathway_rule_checks: the operated one without scan, care and plan; nobody stays unspecific and is operated", () => {
  const of = (rule_id: string) =>
    where("pathway_rule_checks", {area_id: "country", rule_id}).map((r) => [r.verdict, r.patients, r.total]);
  expect(of("PR39")).toEqual([
    ["follows", 0, 0],
    ["departs", 0, 0],
    ["undecided", 0, 0]
  ]);
  for (const rule of ["PR40", "PR68", "PR69"])
    expect(of(rule)).toEqual([
      ["follows", 0, 1],
      ["departs", 1, 1],
      ["undecided", 0, 1]
    ]);
  expect(where("pathway_rule_checks", {area_id: "1082", rule_id: "PR40"}).every((r) => r.total === 0)).toBe(true);
});

test("first_contacts and diagnoses: shares of each hospital region, with true zeros", () => {
  expect(where("first_contacts", {hospital_region: "all"}).map((r) => [r.specialty, r.patients, r.total])).toEqual([
    ["acute", 1, 4],
    ["medicine", 1, 4],
    ["other", 0, 4],
    ["private", 1, 4],
    ["surgery", 1, 4]
  ]);
  expect(where("first_contacts", {hospital_region: "private"})).toMatchObject([
    {specialty: "private", patients: 1, percent: 100}
  ]);
  expect(where("first_contacts", {hospital_region: "1084", specialty: "medicine"})).toMatchObject([
    {patients: 0, total: 1, percent: 0, status: "none"}
  ]);
  expect(where("diagnoses", {hospital_region: "country"}).map((r) => [r.diagnosis_group, r.patients])).toEqual([
    ["DM47", 0],
    ["DM48", 1],
    ["DM51", 0],
    ["DM54", 2],
    ["other", 1]
  ]);
});

test("first_contact_kinds: spine centres taken out of their specialty; a private one is private", () => {
  const of = (hospital_region: string) =>
    where("first_contact_kinds", {hospital_region}).map((r) => [r.kind, r.patients, r.total]);
  expect(of("all")).toEqual([
    ["acute", 1, 4],
    ["medicine", 0, 4],
    ["other", 0, 4],
    ["private", 1, 4],
    ["spine_centre", 1, 4],
    ["surgery", 1, 4]
  ]);
  expect(of("unknown").filter(([, patients]) => patients === 1)).toEqual([["spine_centre", 1, 1]]);
  expect(of("private")).toEqual([["private", 1, 1]]);
});

test("incidence: adults on the period's first day, regions and country as sums", () => {
  const of = (area_id: string) => where("incidence", {area_id}).map((r) => [r.patients, r.population, r.per_100000]);
  expect(of("0101")).toEqual([[1, 150, 100_000 / 150]]);
  expect(of("1082")).toEqual([[2, 250, 800]]);
  expect(of("country")).toEqual([[4, 400, 1000]]);
  expect(of("0461")).toEqual([[0, null, null]]);
});

test("residents: adults, and everybody where the count has the children", () => {
  const of = (area_id: string) => where("residents", {area_id}).map((r) => [r.adults, r.inhabitants]);
  expect(of("0101")).toEqual([[150, 910]]);
  expect(of("0751")).toEqual([[250, null]]);
  expect(of("1084")).toEqual([[150, 910]]);
  expect(of("country")).toEqual([[400, null]]);
  expect(of("0461")).toEqual([]);
});

test("contact_coverage: of which contacts of a month residence and department are known, by hospital region", () => {
  const of = (hospital_region: string) =>
    where("contact_coverage", {hospital_region, month: "2024-01"}).map((r) => [r.item, r.known, r.total]);
  expect(of("country")).toEqual([
    ["department", 2, 4],
    ["residence", 3, 4]
  ]);
  expect(of("private")).toEqual([
    ["department", 1, 1],
    ["residence", 1, 1]
  ]);
  expect(of("1084")).toEqual([
    ["department", 0, 1],
    ["residence", 1, 1]
  ]);
  expect(where("contact_coverage", {hospital_region: "1084", month: "2024-01", item: "department"})[0]!.status).toBe(
    "none"
  );
});

test("drug_types: only the one, only the other, or both", () => {
  const of = (indicator_id: string, timing: string) =>
    where("drug_types", {indicator_id, timing}).map((r) => [r.drug_type, r.patients, r.total]);
  expect(of("strong_analgesic_prior_use", "before")).toEqual([
    ["both", 0, 1],
    ["neuropathic", 0, 1],
    ["opioid", 1, 1]
  ]);
  expect(of("strong_analgesic_prior_use", "after")).toEqual([
    ["both", 1, 1],
    ["neuropathic", 0, 1],
    ["opioid", 0, 1]
  ]);
  expect(of("strong_analgesic_no_prior_use", "after")).toEqual([
    ["both", 0, 2],
    ["neuropathic", 1, 2],
    ["opioid", 0, 2]
  ]);
  expect(of("strong_analgesic_no_prior_use", "before")).toEqual([]);
});

test("prescribers: the first one's sector on the day, one a patient", () => {
  const of = (indicator_id: string) => where("prescribers", {indicator_id}).map((r) => [r.sector, r.patients, r.total]);
  expect(of("strong_analgesic_prior_use")).toEqual([
    ["primary", 0, 1],
    ["secondary", 1, 1],
    ["unknown", 0, 1]
  ]);
  expect(of("strong_analgesic_no_prior_use")).toEqual([
    ["primary", 0, 1],
    ["secondary", 0, 1],
    ["unknown", 1, 1]
  ]);
});

test("employment_outcomes and primary_care_contacts, by residence", () => {
  expect(where("employment_outcomes", {area_id: "country"}).map((r) => [r.outcome, r.patients, r.total])).toEqual([
    ["other", 0, 1],
    ["public_benefit", 0, 1],
    ["reduced_hours", 1, 1]
  ]);
  expect(where("primary_care_contacts", {area_id: "country"}).map((r) => [r.provider, r.patients, r.total])).toEqual([
    ["both", 1, 4],
    ["chiropractor", 1, 4],
    ["either", 1, 4],
    ["physiotherapist", 1, 4]
  ]);
  expect(new Set(rows.employment_outcomes!.map((r) => r.area_type))).toEqual(new Set(["country", "region"]));
  expect(where("primary_care_contacts", {area_id: "0751", provider: "either"})).toMatchObject([
    {patients: 1, total: 2, percent: 50}
  ]);
});

test("key_figures by hand", () => {
  const value = (key: string) => where("key_figures", {key})[0]?.value;
  expect(value("patients_total")).toBe(4);
  expect(value("patients_change")).toBeUndefined();
  expect(value("mean_age")).toBe((45 + 60 + 30 + 80) / 4);
  expect(value("first_contact_private_hospital")).toBe(25);
  expect(value("women_public")).toBeCloseTo(100 / 3, 10);
  expect(value("women_private")).toBe(100);
  expect(value("site_neck")).toBe(25);
  expect(value("operated_within_1y")).toBe(25);
  expect(value("operated_within_1y_private_first")).toBe(0);
  expect(value("labour_market_retention_denominator_share")).toBeCloseTo(200 / 3, 10);
  expect(value("labour_market_retention_mean_age")).toBe(52.5);
  expect(value("labour_market_retention_married_or_partner")).toBe(50);
  expect(value("strong_analgesic_prior_use_denominator_share")).toBe(25);
  expect(value("population_included")).toBe(4);
});

test("rows for means and variation", async () => {
  const means = await registerMeans.rows(models);
  expect(means.filter((r) => r.subject === "register_age").map((r) => [r.sex, r.mean, r.n])).toEqual([
    ["all", 53.75, 4],
    ["female", 45, 2],
    ["male", 62.5, 2]
  ]);
  const variation = await registerVariation.rows(models);
  // Copenhagen 1 of 1, Aarhus 0 of 2: each as its own ages and sexes would have it, so that nothing is left to differ.
  expect(
    variation.find((r) => r.subject === "register_municipality" && r.measure === "surgery_within_a_year")
  ).toMatchObject({units: 2, observed_spread: 0, expected_spread: 0, scv: null, cv: expect.closeTo(141.4214, 4)});
});

test("who lives in no known municipality has no row of their own, but a region", () => {
  const unknown = Object.values(rows).flatMap((own) => own.filter((r) => r.area_id === "unknown"));
  expect(new Set(unknown.map((r) => r.area_type))).toEqual(new Set(["region"]));
  expect(where("incidence", {area_id: "unknown"})).toMatchObject([{area_type: "region", patients: 1}]);
});

describe("departments of other specialties", () => {
  const eyes = delivery.contacts!.map((contact) =>
    contact.contact_id === "3a" ? {...contact, specialty: "Øjensygdomme"} : contact
  );
  const computed = async (otherSpecialties: RegisterParameters["otherSpecialties"]) => {
    const own = await openDelivery({...delivery, contacts: eyes});
    const from = await analyseRegisters(own, {...parameters, otherSpecialties});
    const rowsOf = async (name: string) => registerTables.find((table) => table.name === name)!.rows(from);
    const found = {
      first: (await rowsOf("first_contacts"))
        .filter((r) => r.hospital_region === "all")
        .map((r) => `${r.specialty} ${r.patients}`),
      starts: (await rowsOf("pathways"))
        .filter((r) => r.area_id === "country")
        .map((r) => `${r.start_specialty} ${r.patients}`),
      figure: (await rowsOf("key_figures")).find((r) => r.key === "first_contact_other")?.value
    };
    own.close();
    return found;
  };

  test("stand on their own", async () => {
    const specialties = ["acute 1", "medicine 0", "other 1", "private 1", "surgery 1"];
    expect(await computed("other")).toEqual({first: specialties, starts: specialties, figure: 25});
  });

  test("or are counted with another, and are then nowhere", async () => {
    const specialties = ["acute 1", "medicine 1", "private 1", "surgery 1"];
    expect(await computed("medicine")).toEqual({first: specialties, starts: specialties, figure: undefined});
  });
});

test("the variation that readers get is that of the areas they see", async () => {
  const shown = (await indicatorValues.rows(models)).map((row) =>
    row.area_id === "0101" ? {...row, numerator: null, denominator: null} : row
  );
  const variation = await registerVariation.rowsOfShown!(models, () => shown, []);
  expect(
    variation.find((r) => r.subject === "register_municipality" && r.measure === "surgery_within_a_year")
  ).toMatchObject({units: 1, observed_spread: null, extremal_quotient: null});
});

test("without a whole cohort nothing is published of a period, and without organisations nothing of private hospitals", async () => {
  const without = async (left: Partial<Delivery>) => {
    const session = await openDelivery({...delivery, ...left});
    const models = await analyseRegisters(session, parameters);
    const rows: Record<string, Row[]> = {};
    for (const table of registerTables) rows[table.name] = await table.rows(models, (name) => rows[name]!);
    session.close();
    return Object.entries(rows).flatMap(([table, of]) => of.map((row): Row => ({table, ...row})));
  };
  const everything = ["lpr_contacts", "lmdb", "sssy", "dream", "bef", "lpr_procedures"].map((kind) => ({
    kind,
    first_date: "2019-01-01",
    last_date: "2026-12-31"
  }));
  const noDiagnoses = await without({coverage: everything});
  // How many live where is no matter of the cohort.
  expect(new Set(noDiagnoses.filter(({status}) => status !== "incomplete").map(({table}) => table))).toEqual(
    new Set(["residents"])
  );
  const noOrganisations = await without({organisations: []});
  const incomplete = noOrganisations.filter(({status}) => status === "incomplete");
  expect(new Set(incomplete.map(({table}) => table))).toEqual(
    new Set([
      "indicator_hospitals",
      "patient_flows",
      "pathways",
      "pathway_rule_checks",
      "first_contacts",
      "first_contact_kinds",
      "diagnoses",
      "contact_coverage",
      "key_figures"
    ])
  );
  expect(incomplete.every((row) => (row.patients ?? row.value ?? row.n ?? null) === null)).toBe(true);
  expect(incomplete.filter(({table}) => table === "key_figures").map(({key}) => key)).toEqual([
    "first_contact_acute",
    "first_contact_medical",
    "first_contact_other",
    "first_contact_private_hospital",
    "first_contact_surgical",
    "men_private",
    "men_public",
    "women_private",
    "women_public"
  ]);
  expect(
    noOrganisations.find((row) => row.table === "diagnoses" && row.hospital_region === "country")?.status
  ).not.toBe("incomplete");
});

test("how many patients more than the period before is what the published totals say, or not said", () => {
  const {rowsOfShown} = registerTables.find(({name}) => name === "key_figures")!;
  const periods = ["2022/23", "2021/22"].map((id) => ({
    id,
    from: `${id.slice(0, 4)}-07-01`,
    to: `20${id.slice(5)}-06-30`
  }));
  const change = (before: number | null) =>
    rowsOfShown!(
      {...models, parameters: {...parameters, periods}},
      () => [
        {area_type: "country", period: "2021/22", patients: before},
        {area_type: "country", period: "2022/23", patients: 60},
        {area_type: "region", period: "2022/23", patients: 20}
      ],
      [
        {key: "patients_total", period: "2022/23", value: 60, status: "shown"},
        {key: "patients_change", period: "2022/23", value: 7, status: "shown"}
      ]
    );
  expect(change(50)).toMatchObject([{value: 60}, {value: 10, status: "shown"}]);
  expect(change(null)).toMatchObject([{value: 60}, {value: null, status: "hidden_secondary"}]);
});

test("where follow-up is incomplete nothing is published, in any table that rests on it", async () => {
  const coverage = ["lpr_contacts", "lpr_diagnoses", "sssy", "bef"].map((kind) => ({
    kind,
    first_date: "2019-01-01",
    last_date: "2024-12-31"
  }));
  const short = await openDelivery({...delivery, coverage});
  const cut = await analyseRegisters(short, parameters);
  const tables: Record<string, Row[]> = {};
  for (const table of registerTables) {
    const rows = (tables[table.name] = await table.rows(cut, (name) => tables[name]!));
    const complete = rows.filter((row) => row.status !== "incomplete");
    if (
      ["drug_types", "prescribers", "employment_outcomes", "patient_flows", "pathways", "pathway_rule_checks"].includes(
        table.name
      )
    )
      expect(complete, table.name).toEqual([]);
    if (["indicator_values", "indicator_hospitals"].includes(table.name))
      expect([...new Set(complete.map((r) => r.indicator_id))]).toEqual(["primary_care_before"]);
    if (table.name === "key_figures") expect(complete.filter((r) => String(r.key).startsWith("operated"))).toEqual([]);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(table.columns.map((c) => c.name).sort());
  }
  expect((await registerVariation.rows(cut)).every((r) => r.measure === "primary_care_before")).toBe(true);
  short.close();
});
