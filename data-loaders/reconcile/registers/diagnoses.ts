import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {compareFigure} from "../compareFigure.js";
import type {PublishedSource} from "../published.js";
import {hospitalRegion} from "./areas.js";
import {cellOf, type ComputedRegisters} from "./computed.js";

const source = "dard_diagnosis_by_region.csv";

/** The four diagnosis groups by hospital region: patients, percent, and the patients they are percent of. */
export const diagnoses: PublishedSource<ComputedRegisters> = {
  source,
  title: "Diagnoser i regionerne",
  kind: "figures",
  compare: (rows, computed, explanations) =>
    [...group(rows, (row) => row.area!)].flatMap(([area, members]) => {
      const of = (diagnosis: string, column: string) =>
        cellOf(
          computed,
          "diagnoses",
          {hospital_region: hospitalRegion(computed, area) ?? "country", diagnosis_group: diagnosis},
          column
        );
      const figure = (key: string, what: string, printed: string, value: number | undefined) =>
        compareFigure(
          {source, key: `${area}/${key}`, where: `Diagnoser, ${area}: ${what}`, printed, computed: value},
          explanations
        );
      const [{area_patients_n, icd10_sks}] = members as [DSVRowString];
      return [
        figure("area_patients_n", "alle patienter", area_patients_n!, of(groupOf(icd10_sks!), "total")),
        ...members.flatMap((row) => {
          const code = row.icd10_sks!;
          return [
            figure(`${code}/count`, `${row.diagnosis_da}, antal`, row.count!, of(groupOf(code), "patients")),
            figure(`${code}/percent`, `${row.diagnosis_da}, procent`, row.percent!, of(groupOf(code), "percent"))
          ];
        })
      ];
    })
};

/** `DM47*` is the group DM47. */
export function groupOf(printedCode: string): string {
  return printedCode.replace("*", "");
}
