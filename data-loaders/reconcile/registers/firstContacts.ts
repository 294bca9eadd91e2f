import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {publishedFigures} from "../published.js";
import {hospitalRegion} from "./areas.js";
import {cellOf, type ComputedRegisters} from "./computed.js";

/** The specialty of the first contact by hospital region, and the patients of each region. */
export const firstContacts = publishedFigures<ComputedRegisters>(
  "dard_first_contact_by_region.csv",
  "Første kontakt i regionerne",
  (rows, computed) =>
    [...group(rows, (row) => row.area!)].flatMap(([area, members]) => {
      const hospital_region = hospitalRegion(computed, area) ?? "all";
      const of = (specialty: string, column: string) =>
        cellOf(computed, "first_contacts", {hospital_region, specialty}, column);
      const [{area_patients_n, specialty}] = members as [DSVRowString];
      return [
        {
          key: `${area}/area_patients_n`,
          where: `Første kontakt, ${area}: alle patienter`,
          printed: area_patients_n!,
          computed: of(specialty!, "total")
        },
        ...members.map((row) => ({
          key: `${area}/${row.specialty}/percent`,
          where: `Første kontakt, ${area}: ${row.specialty_da}, procent`,
          printed: row.percent!,
          computed: of(row.specialty!, "percent")
        }))
      ];
    })
);
