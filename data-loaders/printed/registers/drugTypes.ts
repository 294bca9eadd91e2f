import type {PrintedFigures} from "../figure.js";
import {foundIn, indicatorOf, type ComputedRegisters} from "./computed.js";

const timings: Record<string, string> = {before: "før kontakten", after: "efter kontakten"};

/** Types of strong analgesics before and after the contact, of three annual reports. */
export const drugTypes: PrintedFigures<ComputedRegisters> = {
  source: "dard_drug_types.csv",
  title: "Lægemiddeltyper i tre årsrapporter",
  figures: (rows, computed) =>
    rows.map((row) => {
      const {indicator_id, timing_vs_hospital_contact: timing, annual_report: period, drug_type} = row;
      const match = {indicator_id: indicator_id!, timing: timing!, period: period!, drug_type: drug_type!};
      return {
        key: [indicator_id, timing, period, drug_type, "percent"].join("/"),
        where: `${indicatorOf(computed, indicator_id!)?.title ?? indicator_id}, ${timings[timing!] ?? timing}, ${period}: ${row.drug_type_da}, procent`,
        printed: row.percent!,
        ...foundIn(computed, "drug_types", match, "percent")
      };
    })
};
