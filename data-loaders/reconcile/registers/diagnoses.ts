import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {publishedFigures} from "../published.js";
import {hospitalRegion} from "./areas.js";
import {cellOf, type ComputedRegisters} from "./computed.js";

/** The four diagnosis groups by hospital region: patients, percent, and the patients they are percent of. */
export const diagnoses = publishedFigures<ComputedRegisters>(
  "dard_diagnosis_by_region.csv",
  "Diagnoser i regionerne",
  (rows, computed) =>
    [...group(rows, (row) => row.area!)].flatMap(([area, members]) => {
      const hospital_region = hospitalRegion(computed, area) ?? "country";
      const of = (code: string, column: string) =>
        cellOf(computed, "diagnoses", {hospital_region, diagnosis_group: groupOf(code)}, column);
      const figure = (key: string, what: string, printed: string, value: number | undefined) => ({
        key: `${area}/${key}`,
        where: `Diagnoser, ${area}: ${what}`,
        printed,
        computed: value
      });
      const [{area_patients_n, icd10_sks}] = members as [DSVRowString];
      return [
        figure("area_patients_n", "alle patienter", area_patients_n!, of(icd10_sks!, "total")),
        ...members.flatMap(({icd10_sks: code, diagnosis_da, count, percent}) => [
          figure(`${code}/count`, `${diagnosis_da}, antal`, count!, of(code!, "patients")),
          figure(`${code}/percent`, `${diagnosis_da}, procent`, percent!, of(code!, "percent"))
        ])
      ];
    })
);

/** `DM47*` is the group DM47. */
export function groupOf(printedCode: string): string {
  return printedCode.replace("*", "");
}
