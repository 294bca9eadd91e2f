import {mkdtempSync, readdirSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import type {Indicator} from "../../../data-loaders/indicators/definition/indicator.js";
import {indicatorFolder, readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {openDelivery, parameters, type Delivery} from "../models/registers/delivery.js";

const patient: Delivery = {
  contacts: ["1", "2"].map((id) => ({
    contact_id: id,
    person_id: id,
    start_date: "2024-06-30",
    contact_type: "ALCA00",
    specialty: "Skadestue"
  })),
  diagnoses: ["1", "2"].map((contact_id) => ({contact_id, code: "DM545", type: "A"})),
  persons: [
    {person_id: "1", sex: "male", born: "1980-05-05"},
    {person_id: "2", sex: "female", born: "1940-05-05"}
  ]
};

test("every file is one indicator, with its whole definition", async () => {
  const indicators = await readIndicators();
  expect(indicators).toHaveLength(readdirSync(indicatorFolder).filter((file) => file.endsWith(".ts")).length);
  for (const indicator of indicators) {
    for (const key of ["title", "population", "denominator", "numerator", "source", "author"] as const)
      expect(indicator[key], key).not.toBe("");
    expect(indicator.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(indicator.assumptions.length, indicator.id).toBeGreaterThan(0);
  }
  expect(indicators.filter(({status}) => status === "assumed").map(({id}) => id)).toEqual([
    "rehabilitation_after_surgery",
    "repeated_mri"
  ]);
});

test("adding an indicator is adding one file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-indicators-"));
  writeFileSync(
    join(folder, "seenAcutely.ts"),
    `
    export const indicator = {
      id: "seen_acutely", title: "Set akut", population: "Alle", denominator: "Alle", numerator: "Dem, der ses akut",
      windows: {numerator: {from: {days: 0}, to: {days: 0}}}, direction: "none", target: null,
      registers: ["lpr_contacts"],
      source: "test", author: "test", date: "2026-01-01", status: "assumed", assumptions: [], breakdowns: [],
      sql: "SELECT period, person_id, specialty = 'acute' AS numerator FROM cohort WHERE age >= 65"
    };`
  );
  const session = await openDelivery(patient);
  const {indicators} = await analyseRegisters(session, parameters, await readIndicators(folder));
  expect(indicators.map(({id}) => id)).toEqual(["seen_acutely"]);
  expect(await session.rows("FROM indicator_patients")).toEqual([
    {indicator_id: "seen_acutely", period: "2023/24", person_id: "2", numerator: true}
  ]);
  session.close();
});

test("a file without an indicator, and one id twice, stop", async () => {
  const folderOf = (files: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), "rygatlas-indicators-"));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    return folder;
  };
  const same = 'export const indicator = {id: "same"};';
  await expect(readIndicators(folderOf({"a.ts": same, "b.ts": same}))).rejects.toThrow(
    "b.ts: there already is an indicator same."
  );
  await expect(readIndicators(folderOf({"c.ts": "export const other = 1;"}))).rejects.toThrow(
    "c.ts must export an indicator."
  );
});

test("SQL that names somebody twice or from outside the cohort stops", async () => {
  const session = await openDelivery(patient);
  const [any] = await readIndicators();
  const with_ = (sql: string): Indicator[] => [{...any!, id: "wrong", sql}];
  const twice = "SELECT period, person_id, true AS numerator FROM cohort CROSS JOIN range(2) WHERE person_id = '1'";
  await expect(analyseRegisters(session, parameters, with_(twice))).rejects.toThrow(
    "The SQL of wrong names 1 people twice"
  );
  const stranger = "SELECT '2023/24' AS period, 'x' AS person_id, true AS numerator";
  await expect(analyseRegisters(session, parameters, with_(stranger))).rejects.toThrow("outside the cohort");
  session.close();
});

test("an extract that ends before the window closes: incomplete follow-up, and only where it matters", async () => {
  const held = (lmdb: string, dream: string) => [
    {kind: "bef", first_date: "2023-06-30", last_date: "2024-12-31"},
    {kind: "lpr_contacts", first_date: "2021-06-30", last_date: "2025-07-30"},
    {kind: "lpr_diagnoses", first_date: "2021-06-30", last_date: "2025-07-30"},
    {kind: "lpr_procedures", first_date: "2023-07-01", last_date: "2024-07-30"},
    {kind: "lmdb", first_date: "2023-04-01", last_date: lmdb},
    {kind: "sssy", first_date: "2023-01-02", last_date: "2024-06-24"},
    {kind: "dream", first_date: "2022-07-01", last_date: dream}
  ];
  const session = await openDelivery({...patient, coverage: held("2024-12-20", "2025-06-01")});
  const reaching = (await analyseRegisters(session, parameters)).incomplete;
  // Pathways ask for the year after in every register, and for the half year before.
  expect(reaching.map(({subject, register}) => [subject, register])).toEqual([
    ["pathways", "lmdb"],
    ["pathways", "sssy"],
    ["prescribers", "prescribers"]
  ]);
  session.close();
  // The last index date is 2024-06-30: its window for prescriptions closes on 2024-12-27, and
  // for employment in June 2025.
  const short = await openDelivery({...patient, coverage: held("2024-12-19", "2025-05-01")});
  const {incomplete} = await analyseRegisters(short, parameters);
  const ofIndicators = incomplete.filter(({subject}) => !["pathways", "prescribers"].includes(subject));
  expect(
    ofIndicators.map(({subject, period, register, needed_to, last}) => [subject, period, register, needed_to, last])
  ).toEqual([
    ["labour_market_retention", "2023/24", "dream", "2025-06-01", "2025-05-01"],
    ["strong_analgesic_no_prior_use", "2023/24", "lmdb", "2024-12-27", "2024-12-19"],
    ["strong_analgesic_prior_use", "2023/24", "lmdb", "2024-12-27", "2024-12-19"]
  ]);
  short.close();
});

test("a register that is missing leaves what rests on it incomplete", async () => {
  const session = await openDelivery({
    ...patient,
    organisations: [],
    coverage: [{kind: "lpr_contacts", first_date: "2019-01-01", last_date: "2026-12-31"}]
  });
  const {incomplete} = await analyseRegisters(session, parameters);
  expect([...new Set(incomplete.map(({subject, last}) => `${subject} ${last}`))]).toEqual([
    "cohort null",
    "hospitals null",
    "labour_market_retention null",
    "pathways null",
    "patient_flows null",
    "prescribers null",
    "primary_care_before null",
    "rehabilitation_after_surgery null",
    "repeated_mri null",
    "strong_analgesic_no_prior_use null",
    "strong_analgesic_prior_use null",
    "surgery_within_a_year null"
  ]);
  session.close();
});

test.each([
  ["2024-09-30", true],
  ["2024-10-01", false],
  ["2024-08-30", false]
])("a plan on %s after an operation on 2024-08-31: %s", async (date, planned) => {
  const procedures = [
    ["KABC16", "2024-08-31"],
    ["ZZ0175X", date]
  ].map(([code, start_date]) => ({person_id: "1", code: code!, type: "P", start_date: start_date!}));
  const session = await openDelivery({...patient, procedures});
  await analyseRegisters(session, parameters);
  expect(
    await session.rows(
      "SELECT person_id, numerator FROM indicator_patients WHERE indicator_id = 'rehabilitation_after_surgery'"
    )
  ).toEqual([{person_id: "1", numerator: planned}]);
  session.close();
});
