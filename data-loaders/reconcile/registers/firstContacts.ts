import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {compareFigure} from "../compareFigure.js";
import type {PublishedSource} from "../published.js";
import {hospitalRegion} from "./areas.js";
import {cellOf, type ComputedRegisters} from "./computed.js";

const source = "dard_first_contact_by_region.csv";

/** The specialty of the first contact by hospital region, and the patients of each region. */
export const firstContacts: PublishedSource<ComputedRegisters> = {
  source,
  title: "Første kontakt i regionerne",
  kind: "figures",
  compare: (rows, computed, explanations) =>
    [...group(rows, (row) => row.area!)].flatMap(([area, members]) => {
      const of = (specialty: string, column: string) =>
        cellOf(
          computed,
          "first_contacts",
          {hospital_region: hospitalRegion(computed, area) ?? "all", specialty},
          column
        );
      const figure = (key: string, what: string, printed: string, value: number | undefined) =>
        compareFigure(
          {source, key: `${area}/${key}`, where: `Første kontakt, ${area}: ${what}`, printed, computed: value},
          explanations
        );
      const [{area_patients_n, specialty}] = members as [DSVRowString];
      return [
        figure("area_patients_n", "alle patienter", area_patients_n!, of(specialty!, "total")),
        ...members.map((row) =>
          figure(
            `${row.specialty}/percent`,
            `${row.specialty_da}, procent`,
            row.percent!,
            of(row.specialty!, "percent")
          )
        )
      ];
    })
};
