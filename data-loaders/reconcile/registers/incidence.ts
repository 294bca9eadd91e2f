import {publishedFigures} from "../published.js";
import {areaCode} from "./areas.js";
import {cellOf, type ComputedRegisters} from "./computed.js";

/** New patients per 100,000 adults by region of residence. */
export const incidence = publishedFigures<ComputedRegisters>(
  "dard_incidence_by_region.csv",
  "Nye patienter pr. 100.000 borgere",
  (rows, computed) =>
    rows.map((row) => ({
      key: `${row.region}/incidence_per_100000`,
      where: `Nye patienter pr. 100.000 borgere, ${row.region}`,
      printed: row.incidence_per_100000!,
      computed: cellOf(
        computed,
        "incidence",
        {area_type: "region", area_id: areaCode(computed, "regions", row.region!)},
        "per_100000"
      )
    }))
);
