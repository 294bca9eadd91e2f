import {compareFigure} from "../compareFigure.js";
import type {PublishedSource} from "../published.js";
import {regionCode} from "./areas.js";
import {cellOf, type ComputedRegisters} from "./computed.js";

const source = "dard_incidence_by_region.csv";

/** New patients per 100,000 adults by region of residence. */
export const incidence: PublishedSource<ComputedRegisters> = {
  source,
  title: "Nye patienter pr. 100.000 borgere",
  kind: "figures",
  compare: (rows, computed, explanations) =>
    rows.map((row) =>
      compareFigure(
        {
          source,
          key: `${row.region}/incidence_per_100000`,
          where: `Nye patienter pr. 100.000 borgere, ${row.region}`,
          printed: row.incidence_per_100000!,
          computed: cellOf(
            computed,
            "incidence",
            {area_type: "region", area_id: regionCode(computed, row.region!)},
            "per_100000"
          )
        },
        explanations
      )
    )
};
