import {join} from "node:path";
import {rollup} from "d3-array";
import {Refusal} from "../../ground/refusal.js";
import {readRows} from "../readRows.js";

/** The indicators whose figures are printed. */
export const indicators = [
  "strong_analgesic_no_prior_use",
  "strong_analgesic_prior_use",
  "labour_market_retention"
] as const;
export type Indicator = (typeof indicators)[number];

/** What is printed of one indicator. */
export interface PrintedIndicator {
  denominator: number;
  numerator: number;
  /** Patients by the sector of the prescriber; only the medicine indicators. */
  prescribers: {primary: number; secondary: number};
  /** The municipalities with the lowest and the highest value, percent on the indicator's own scale. */
  lowest: {municipality: string; percent: number};
  highest: {municipality: string; percent: number};
}

/** What the annual report prints and the twin must meet, with names turned into codes. */
export interface PrintedRegister {
  patients: number;
  /** More or fewer than in the period before. */
  change: number;
  /** Key figures in percent or years, by key. */
  keys: Map<string, number>;
  /** Patients per area (region code or `private`) and diagnosis group; area `country` too. */
  diagnoses: Map<string, Map<string, number>>;
  areaPatients: Map<string, number>;
  /** Percent per region and specialty of the first contact. */
  firstContacts: Map<string, Map<string, number>>;
  /** Patients at a contact by specialty, `1/acute`. */
  atContact: Map<string, number>;
  /** Patients whose contacts ended after so many, cumulative. */
  endedAfter: number[];
  endedAfterOne: Map<string, number>;
  /** New patients per 100,000 adults and year, by region. */
  incidence: Map<string, number>;
  indicators: Record<Indicator, PrintedIndicator>;
  /** Other printed values of the indicators, `labour_market_retention/men`. */
  items: Map<string, number>;
  /** Percent by drug type, `strong_analgesic_prior_use/before/2021/22`. */
  drugTypes: Map<string, Record<string, number>>;
}

/**
 * Reads the printed figures, `dard_*.csv`.
 * @param areas codes by the names that the report uses, municipalities and regions
 */
export function readPrintedRegister(folder: string, areas: Map<string, string>): PrintedRegister {
  const read = (name: string) =>
    readRows(join(folder, name), `${join(folder, name)} kan ikke læses; læg de trykte tal i ${folder}.`);
  const code = (name: string) => {
    const found = name.startsWith("Privat") ? "private" : name === "Danmark" ? "country" : areas.get(name);
    if (!found) throw new Refusal(`"${name}" i de trykte tal er hverken kommune eller region; ret kodelisten.`);
    return found;
  };
  const keys = new Map(read("dard_key_figures.csv").map((row) => [row.key!, Number(row.value)]));
  const first = read("dard_first_contact_by_region.csv");
  const flow = read("dard_flow.csv");
  const of = (element: string) => flow.filter((row) => row.element === element);
  const items = read("dard_indicators.csv");
  const named = new Map(items.map((row) => [`${row.indicator_id}/${row.item}`, row]));
  const value = (key: string) => Number(named.get(key)?.value ?? NaN);
  const place = (key: string, reverse = false) => {
    const row = named.get(key)!;
    return {municipality: code(row.area!), percent: reverse ? 100 - Number(row.value) : Number(row.value)};
  };
  const indicator = (id: Indicator): PrintedIndicator => {
    // I27: with prior use the municipalities are printed the other way round, as redeeming.
    const reverse = named.has(`${id}/redeemed_after_municipality_max`);
    return {
      denominator: value(`${id}/denominator`),
      numerator: value(`${id}/numerator`),
      prescribers: {
        primary: value(`${id}/redeemed_after_prescriber_primary`),
        secondary: value(`${id}/redeemed_after_prescriber_secondary`)
      },
      lowest: reverse ? place(`${id}/redeemed_after_municipality_max`, true) : place(`${id}/result_municipality_min`),
      highest: reverse ? place(`${id}/redeemed_after_municipality_min`, true) : place(`${id}/result_municipality_max`)
    };
  };
  return {
    patients: keys.get("patients_total")!,
    change: keys.get("patients_change")!,
    keys,
    diagnoses: rollup(
      read("dard_diagnosis_by_region.csv"),
      ([row]) => Number(row!.count),
      (row) => code(row.area!),
      (row) => row.icd10_sks!.replace("*", "")
    ),
    areaPatients: new Map(first.map((row) => [code(row.area!), Number(row.area_patients_n)])),
    firstContacts: rollup(
      first,
      ([row]) => Number(row!.percent),
      (row) => code(row.area!),
      (row) => row.specialty!
    ),
    atContact: new Map(
      of("patients_at_contact").map((row) => [`${row.contact_no}/${row.specialty}`, Number(row.count)])
    ),
    endedAfter: of("ended_after_contact_cumulative").map((row) => Number(row.count)),
    endedAfterOne: new Map(
      of("ended_after_contact_by_start_specialty").map((row) => [row.specialty!, Number(row.percent)])
    ),
    incidence: new Map(
      read("dard_incidence_by_region.csv").map((row) => [code(row.region!), Number(row.incidence_per_100000)])
    ),
    indicators: Object.fromEntries(indicators.map((id) => [id, indicator(id)])) as Record<Indicator, PrintedIndicator>,
    items: new Map([...named].map(([key, row]) => [key, Number(row.value)])),
    drugTypes: rollup(
      read("dard_drug_types.csv"),
      (rows) => Object.fromEntries(rows.map((row) => [row.drug_type!, Number(row.percent)])),
      (row) => `${row.indicator_id}/${row.timing_vs_hospital_contact}/${row.annual_report}`
    )
  };
}
