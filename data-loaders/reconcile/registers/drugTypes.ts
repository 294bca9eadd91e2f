import {compareFigure} from "../compareFigure.js";
import type {PublishedSource} from "../published.js";
import {cellOf, indicatorOf, type ComputedRegisters} from "./computed.js";

const source = "dard_drug_types.csv";

const timings: Record<string, string> = {before: "før kontakten", after: "efter kontakten"};

/** Types of strong analgesics before and after the contact, of three annual reports. */
export const drugTypes: PublishedSource<ComputedRegisters> = {
  source,
  title: "Lægemiddeltyper i tre årsrapporter",
  kind: "figures",
  compare: (rows, computed, explanations) =>
    rows.map((row) => {
      const {indicator_id, timing_vs_hospital_contact, annual_report, drug_type} = row as Record<string, string>;
      const match = {
        indicator_id: indicator_id!,
        timing: timing_vs_hospital_contact!,
        period: annual_report!,
        drug_type: drug_type!
      };
      return compareFigure(
        {
          source,
          key: [indicator_id, timing_vs_hospital_contact, annual_report, drug_type, "percent"].join("/"),
          where: `${indicatorOf(computed, indicator_id!)?.title ?? indicator_id}, ${timings[match.timing] ?? match.timing}, ${annual_report}: ${row.drug_type_da}, procent`,
          printed: row.percent!,
          computed: cellOf(computed, "drug_types", match, "percent")
        },
        explanations
      );
    })
};
