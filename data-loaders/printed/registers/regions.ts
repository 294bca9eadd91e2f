import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import type {Found, PrintedFigures} from "../figure.js";
import {areaCode, hospitalRegion} from "./areas.js";
import {foundIn, type ComputedRegisters} from "./computed.js";

/** The four diagnosis groups by hospital region: patients, percent, and the patients they are percent of. */
export const diagnoses: PrintedFigures<ComputedRegisters> = {
  source: "dard_diagnosis_by_region.csv",
  title: "Diagnoser i regionerne",
  figures: (rows, computed) =>
    [...group(rows, (row) => row.area!)].flatMap(([area, members]) => {
      const hospital_region = hospitalRegion(computed, area) ?? "country";
      const of = (code: string, column: string) =>
        foundIn(computed, "diagnoses", {hospital_region, diagnosis_group: groupOf(code)}, column);
      const figure = (key: string, what: string, printed: string, found: Found) => ({
        key: `${area}/${key}`,
        where: `Diagnoser, ${area}: ${what}`,
        printed,
        ...found
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
};

/** The specialty of the first contact by hospital region, and the patients of each region. */
export const firstContacts: PrintedFigures<ComputedRegisters> = {
  source: "dard_first_contact_by_region.csv",
  title: "Første kontakt i regionerne",
  figures: (rows, computed) =>
    [...group(rows, (row) => row.area!)].flatMap(([area, members]) => {
      const hospital_region = hospitalRegion(computed, area) ?? "all";
      const of = (specialty: string, column: string) =>
        foundIn(computed, "first_contacts", {hospital_region, specialty}, column);
      const [{area_patients_n, specialty}] = members as [DSVRowString];
      return [
        {
          key: `${area}/area_patients_n`,
          where: `Første kontakt, ${area}: alle patienter`,
          printed: area_patients_n!,
          ...of(specialty!, "total")
        },
        ...members.map((row) => ({
          key: `${area}/${row.specialty}/percent`,
          where: `Første kontakt, ${area}: ${row.specialty_da}, procent`,
          printed: row.percent!,
          ...of(row.specialty!, "percent")
        }))
      ];
    })
};

/** New patients per 100,000 adults by region of residence. */
export const incidence: PrintedFigures<ComputedRegisters> = {
  source: "dard_incidence_by_region.csv",
  title: "Nye patienter pr. 100.000 borgere",
  figures: (rows, computed) =>
    rows.map((row) => ({
      key: `${row.region}/incidence_per_100000`,
      where: `Nye patienter pr. 100.000 borgere, ${row.region}`,
      printed: row.incidence_per_100000!,
      ...foundIn(
        computed,
        "incidence",
        {area_type: "region", area_id: areaCode(computed, "regions", row.region!)},
        "per_100000"
      )
    }))
};

/** `DM47*` is the group DM47. */
export function groupOf(printedCode: string): string {
  return printedCode.replace("*", "");
}
