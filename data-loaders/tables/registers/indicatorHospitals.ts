import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {countsByPlace, countsOf, indicatorShareColumns, isCountedByIndicator, withLimits} from "../indicatorShares.js";
import {inclusionSums} from "../sums/inclusions.js";
import {hospitalRegionColumn, incompleteIn, indicatorColumn, periodColumn} from "../registerTable.js";
import type {Table} from "../table.js";

/**
 * Every indicator by period and region of the hospital that the index contact was with, private hospitals a region of
 * their own: the second of the annual report's two attributions, beside that by residence in `indicator_values`.
 */
export const table: Table<RegisterModels> = {
  name: "indicator_hospitals",
  title: "Indikatorer efter hospitalets region",
  place: 15,
  columns: [indicatorColumn, periodColumn, hospitalRegionColumn, ...indicatorShareColumns],
  protection: () => ({
    counts: countsOf,
    covers: (group) => "hospital" in group && isCountedByIndicator(group, "hospital"),
    states: inclusionSums
  }),
  rows: async (models) => {
    const isIncomplete = incompleteIn(models);
    const counts = await countsByPlace(models.session, {strata, places});
    return withLimits(
      counts.map(({area_type: _, area_id, ...count}) => ({...count, hospital_region: area_id})),
      ({hospital_region}) => hospital_region === "all",
      (indicator, period) => isIncomplete(indicator, period) || isIncomplete("hospitals", period)
    );
  }
};

const perHospital = (patients: string) => `(
  SELECT * FROM (SELECT *, 'all' AS country, hospital_region AS hospital FROM ${patients})
  UNPIVOT (area_id FOR area_type IN (country, hospital)))`;

const strata = `(
  SELECT indicator_id, period, area_type, area_id, sex, age_band, numerator::INTEGER AS numerator, 1 AS denominator
  FROM ${perHospital("(FROM indicator_patients JOIN cohort USING (period, person_id))")})`;

const places = `(SELECT DISTINCT period, area_type, area_id FROM ${perHospital("cohort")})`;
