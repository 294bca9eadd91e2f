import {group} from "d3-array";
import {variation as variationOf} from "../../../src/statistics/variation.js";
import type {Row} from "../../engine/session.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {countsByArea, table as indicatorValues, type AreaCount} from "./indicatorValues.js";
import {incompleteIn} from "../registerTable.js";
import {statusOf, type Table} from "../table.js";
import {spreadColumns, variation} from "../variation.js";

/**
 * How much municipalities, and regions, differ on each indicator, around what is expected from the area's own ages and
 * sexes; only the extremal quotient and the CV are of shares as they are. Readers get the spread of the areas that
 * are shown: that of all would reveal an area that is hidden, the extremal quotient most plainly.
 */
export const table: Table<RegisterModels> = {
  ...variation,
  place: 150,
  rows: (models) => spreads(models, () => true),
  rowsOfShown: (models, shown) => {
    const areas = new Set(
      shown(indicatorValues.name)
        .filter(({numerator, denominator}) => numerator !== null && denominator !== null)
        .map(keyOf)
    );
    return spreads(models, (area) => areas.has(keyOf(area)));
  }
};

function keyOf({indicator_id, period, area_type, area_id}: Row | AreaCount): string {
  return [indicator_id, period, area_type, area_id].join(" ");
}

async function spreads(models: RegisterModels, includes: (area: AreaCount) => boolean): Promise<Row[]> {
  const isIncomplete = incompleteIn(models);
  const counts = (await countsByArea(models.session)).filter(
    (c) => c.area_type !== "country" && c.area_id !== "unknown"
  );
  return [
    ...group(
      counts,
      (c) => c.area_type,
      (c) => c.period,
      (c) => c.indicator_id
    )
  ].flatMap(([area_type, periods]) =>
    [...periods].flatMap(([period, indicators]) =>
      [...indicators]
        .filter(([measure]) => !isIncomplete(measure, period))
        .map(([measure, all]) => {
          const areas = all.filter((a) => a.denominator > 0 && includes(a));
          const spread = variationOf(areas.map((a) => ({y: a.numerator, n: a.denominator, expected: a.expected})));
          return {
            subject: `register_${area_type}`,
            round: null,
            period,
            measure,
            ...spreadColumns(spread),
            status: statusOf(Math.max(0, ...areas.map((a) => a.numerator)))
          };
        })
    )
  );
}
