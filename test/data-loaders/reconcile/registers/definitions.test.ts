import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse, type DSVRowString} from "d3-dsv";
import {describe, expect, test} from "vitest";
import type {ComputedRegisters} from "../../../../data-loaders/printed/registers/computed.js";
import {definitions} from "../../../../data-loaders/reconcile/registers/definitions.js";
import {nothingExplained, root} from "../madeUp.js";
import {madeUpRegisters} from "./madeUpRegisters.js";

const rows = [...csvParse(readFileSync(join(root, "data/published/dard_definitions.csv"), "utf8"))];
const period = "2023/24";
const country = {period, area_type: "country", area_id: "country"};
const shares = (total: number, parts: Record<string, number>, column: string, rest: object) =>
  Object.entries(parts).map(([part, patients]) => ({
    period,
    ...rest,
    [column]: part,
    patients,
    total,
    percent: (100 * patients) / total
  }));
const analgesics = ["strong_analgesic_no_prior_use", "strong_analgesic_prior_use"];

/** Ten patients in every denominator, six in the numerator. */
const tables: ComputedRegisters["tables"] = {
  diagnoses: shares(20, {DM47: 3, DM48: 3, DM51: 4, DM54: 8, other: 2}, "diagnosis_group", {
    hospital_region: "country"
  }),
  key_figures: [{period, key: "dx_unspecific_back_pain", value: 40}],
  incidence: ["1081", "1082", "1083", "1084", "1085"].map((area_id) => ({
    period,
    area_type: "region",
    area_id,
    per_100000: 1000
  })),
  drug_types: shares(10, {neuropathic: 5, opioid: 3, both: 2}, "drug_type", {
    indicator_id: analgesics[1],
    timing: "before"
  }),
  prescribers: analgesics.flatMap((indicator_id) =>
    shares(4, {primary: 3, secondary: 1, unknown: 0}, "sector", {indicator_id})
  ),
  indicator_values: [
    ...analgesics.map((indicator_id) => ({...country, indicator_id, numerator: 6, denominator: 10, percent: 60})),
    ...Array.from({length: 98}, (_, i) => ({
      period,
      indicator_id: analgesics[0],
      area_type: "municipality",
      area_id: String(i)
    }))
  ],
  employment_outcomes: shares(8, {reduced_hours: 4, public_benefit: 3, other: 1}, "outcome", country)
};

const verdicts = (printed: DSVRowString[], computed: ComputedRegisters) =>
  Object.fromEntries(definitions.compare(printed, computed, nothingExplained).map((f) => [f.key, f.verdict]));
const withTable = (name: string, change: (row: Record<string, unknown>) => object): ComputedRegisters =>
  madeUpRegisters({...tables, [name]: tables[name]!.map((row) => ({...row, ...change(row)}))});
const withLists = (change: Partial<ComputedRegisters["codelists"]>): ComputedRegisters => {
  const computed = madeUpRegisters(tables);
  return {...computed, codelists: {...computed.codelists, ...change}};
};
const {codelists} = madeUpRegisters();

test("all hold as printed", () => {
  expect(Object.values(verdicts(rows, madeUpRegisters(tables)))).toEqual(rows.map(() => "met"));
});

/** What a changed print would say, by definition: column and words. */
const printedOtherwise: Record<string, [column: string, from: string, to: string]> = {
  DEF02: ["time_window", "2024-06-30", "2024-12-31"],
  DEF03: ["time_window", "2 years", "3 years"],
  DEF04: ["codes", "DM51*", "DM53*"],
  DEF05: ["codes", "DM54*", "DM51*"],
  DEF06: ["definition_en", "over 18", "over 20"],
  DEF07: ["time_window", "1 year", "2 years"],
  DEF09: ["definition_en", "up to 6", "up to 5"],
  DEF10: ["codes", "amitriptyline", "duloxetine"],
  DEF12: ["time_window", "3 months", "6 months"],
  DEF13: ["time_window", "90-180", "30-180"],
  DEF14: ["time_window", "3 months", "4 months"],
  DEF19: ["definition_en", "30-60", "18-60"],
  DEF20: ["definition_en", "30 hours", "32 hours"],
  DEF21: ["codes", "37 h = 1", "40 h = 1"],
  DEF22: ["time_window", "1 year", "2 years"],
  DEF24: ["time_window", "half year", "1 year"],
  DEF25: ["codes", "1040-46", "1040-47"],
  DEF26: ["codes", "20-23", "20-22"]
};

/** What would no longer be computed as printed, by definition. */
const computedOtherwise: Record<string, ComputedRegisters> = {
  DEF01: withLists({back_diagnoses: codelists.back_diagnoses.filter(({site}) => site !== "neck")}),
  DEF08: withLists({specialties: codelists.specialties.filter(({specialty}) => specialty !== "acute")}),
  DEF16: withTable("drug_types", () => ({total: 11})),
  DEF17: withTable("prescribers", ({sector}) => (sector === "primary" ? {patients: 2} : {})),
  DEF18: withTable("indicator_values", ({area_id}) => (area_id === "0" ? {area_id: "unknown"} : {})),
  DEF23: withTable("employment_outcomes", ({outcome}) => (outcome === "other" ? {patients: 2} : {})),
  DEF27: {
    ...madeUpRegisters(tables),
    indicators: madeUpRegisters().indicators.map((i) =>
      i.id === "repeated_mri" ? {...i, status: "published" as const} : i
    )
  }
};

describe("a definition fails alone", () => {
  test.each(Object.entries(printedOtherwise))("%s, printed otherwise", (id, [column, from, to]) => {
    const changed = rows.map((row) => (row.def_id === id ? {...row, [column]: row[column]!.replace(from, to)} : row));
    expect(changed).not.toEqual(rows);
    const found = verdicts(changed, madeUpRegisters(tables));
    expect(Object.keys(found).filter((key) => found[key] !== "met")).toEqual([id]);
  });

  test.each(Object.entries(computedOtherwise))("%s, computed otherwise", (id, computed) => {
    const found = verdicts(rows, computed);
    expect(Object.keys(found).filter((key) => found[key] !== "met")).toEqual([id]);
  });

  // The register that is read and the window that is assumed stand in the indicators' files alone.
  test("every one but two has a case", () => {
    const cases = [...Object.keys(printedOtherwise), ...Object.keys(computedOtherwise), "DEF11", "DEF15"];
    expect(cases.sort()).toEqual(rows.map((row) => row.def_id));
  });
});
