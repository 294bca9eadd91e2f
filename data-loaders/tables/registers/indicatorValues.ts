import type {Session} from "../../engine/session.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {
  countsByPlace,
  countsOf,
  indicatorShareColumns,
  isCountedByIndicator,
  withLimits,
  type PlaceCount
} from "../indicatorShares.js";
import {inclusionSums} from "../sums/inclusions.js";
import {isPrintedHome} from "../sums/registers.js";
import {areaColumns, incompleteIn, indicatorColumn, periodColumn} from "../registerTable.js";
import type {Table} from "../table.js";

/**
 * Every indicator by period and area of residence, crude and standardised, with the limits of
 * chance around the country's share.
 */
export const table: Table<RegisterModels> = {
  name: "indicator_values",
  title: "Indikatorer",
  place: 10,
  columns: [indicatorColumn, periodColumn, ...areaColumns, ...indicatorShareColumns],
  protection: () => ({
    counts: countsOf,
    covers: (group) => isCountedByIndicator(group, "home?") && isPrintedHome(group),
    states: inclusionSums
  }),
  rows: async (models) =>
    withLimits(await countsByArea(models.session), ({area_type}) => area_type === "country", incompleteIn(models))
};

export interface AreaCount extends PlaceCount {
  area_type: string;
  area_id: string;
}

/** What every area counts of every indicator and period, also areas without patients. */
export function countsByArea(session: Session): Promise<AreaCount[]> {
  return countsByPlace(session, {strata: "per_area('indicator_strata')", places: "areas"});
}
