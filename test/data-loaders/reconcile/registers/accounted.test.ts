import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse, type DSVRowString} from "d3-dsv";
import {describe, expect, test} from "vitest";
import {isUnexplained} from "../../../../data-loaders/reconcile/finding.js";
import {registerSources} from "../../../../data-loaders/reconcile/registers/sources.js";
import {nothingExplained, root} from "../madeUp.js";
import {madeUpRegisters} from "./madeUpRegisters.js";

const folder = join(root, "data/published");
const rowsOf = (source: string) => [...csvParse(readFileSync(join(folder, source), "utf8"))];
const filled = (row: DSVRowString, columns: string[], id: string) =>
  columns.filter((column) => row[column] !== "").map((column) => `${id}/${column}`);

/** The numbers of a row, by the keys of the findings that must account for them. */
const numbersOf: Record<string, (row: DSVRowString) => string[]> = {
  "dard_key_figures.csv": (row) => filled(row, ["value"], row.key!),
  "dard_diagnosis_by_region.csv": (row) => [
    ...filled(row, ["count", "percent"], `${row.area}/${row.icd10_sks}`),
    ...filled(row, ["area_patients_n"], row.area!)
  ],
  "dard_incidence_by_region.csv": (row) => filled(row, ["incidence_per_100000"], row.region!),
  "dard_first_contact_by_region.csv": (row) => [
    ...filled(row, ["percent"], `${row.area}/${row.specialty}`),
    ...filled(row, ["area_patients_n"], row.area!)
  ],
  "dard_flow.csv": (row) => filled(row, ["count", "percent"], `${row.element}/${row.contact_no}/${row.specialty}`),
  "dard_indicators.csv": (row) => {
    const id = `${row.indicator_id}/${row.item}`;
    if (!/_(min|max)$/.test(row.item!) || row.item!.startsWith("age_group")) return [`${id}/value`];
    return row.area === "" ? [`${id}/unnamed/extreme`] : [`${id}/${row.area}/value`, `${id}/${row.area}/extreme`];
  },
  "dard_drug_types.csv": (row) =>
    filled(
      row,
      ["percent"],
      [row.indicator_id, row.timing_vs_hospital_contact, row.annual_report, row.drug_type].join("/")
    ),
  "dard_service_codes.csv": (row) => [`${row.profession}/${row.code}`, `${row.profession}/codes`],
  "dard_definitions.csv": (row) => [row.def_id!],
  "dard_primary_care_contact.csv": () => ["P1", "P2"],
  "dard_timeline.csv": (row) => [row.year!],
  "dard_recommendations.csv": (row) => [row.rec_id!]
};

test("every file of the annual report is compared", () => {
  const files = readdirSync(folder)
    .filter((file) => file.startsWith("dard_"))
    .sort();
  expect(registerSources.map(({source}) => source).toSorted()).toEqual(files);
  expect(Object.keys(numbersOf).sort()).toEqual(files);
});

describe.each(registerSources.map((source) => [source.source, source] as const))("%s", (file, source) => {
  test("accounts for every number of every row, once", () => {
    const keys = source.compare(rowsOf(file), madeUpRegisters(), nothingExplained).map(({key}) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(keys)).toEqual(new Set(rowsOf(file).flatMap(numbersOf[file]!)));
  });

  test("says why, where there is nothing to compute", () => {
    const uncomputed = source
      .compare(rowsOf(file), madeUpRegisters(), nothingExplained)
      .filter(({verdict}) => verdict === "not_about");
    for (const {measured} of uncomputed) expect(measured).toMatch(/intet at beregne|registrene ved intet/);
    expect(uncomputed.length).toBe(
      {"dard_key_figures.csv": 1, "dard_timeline.csv": 4, "dard_recommendations.csv": 21}[file] ?? 0
    );
  });

  test("does not pass over a row nobody knows", () => {
    const [first] = rowsOf(file) as [DSVRowString];
    const unknown = Object.fromEntries(
      Object.keys(first).map((column) => [
        column,
        /count|percent|value|_n$|_no$|per_100000/.test(column) ? "5" : "new: one in 5"
      ])
    );
    const found = source.compare([unknown as DSVRowString], madeUpRegisters(), nothingExplained);
    expect(found.filter(isUnexplained).length).toBeGreaterThan(0);
    expect(found.every((finding) => isUnexplained(finding))).toBe(true);
  });
});
