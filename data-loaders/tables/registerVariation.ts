import {group} from "d3-array";
import {scv} from "../../src/statistics/scv.js";
import {variation as variationOf} from "../../src/statistics/variation.js";
import type {RegisterModels} from "../models/registers/analyseRegisters.js";
import {countsByArea} from "./indicatorValues.js";
import {incompleteIn, statusOf} from "./registerTable.js";
import type {Table} from "./table.js";
import {variation} from "./variation.js";

/**
 * How much municipalities, and regions, differ on each indicator. The systematic component takes what is expected from the
 * area's own ages and sexes, as its authors do.
 */
export const registerVariation: Table<RegisterModels> = {
  ...variation,
  rows: async (models) => {
    const isIncomplete = incompleteIn(models);
    const counts = (await countsByArea(models.session)).filter((c) => c.area_type !== "country" && c.area_id !== "unknown");
    return [...group(counts, (c) => c.area_type, (c) => c.period, (c) => c.indicator_id)].flatMap(([area_type, periods]) =>
      [...periods].flatMap(([period, indicators]) =>
        [...indicators]
          .filter(([measure]) => !isIncomplete(measure, period))
          .map(([measure, all]) => {
            const areas = all.filter((a) => a.denominator > 0);
            const {units, ...spread} = variationOf(areas.map((a) => ({y: a.numerator, n: a.denominator})));
            const expecting = areas.filter((a) => a.expected > 0);
            return {
              subject: `register_${area_type}`,
              round: null,
              period,
              measure,
              units,
              observed_spread: spread.observedSpread,
              expected_spread: spread.expectedSpread,
              chance_share: spread.chanceShare,
              scv: units < 2 ? null : scv(expecting.map((a) => ({observed: a.numerator, expected: a.expected}))),
              extremal_quotient: spread.extremalQuotient,
              cv: spread.cv,
              status: statusOf(Math.max(0, ...areas.map((a) => a.numerator)))
            };
          })
      )
    );
  }
};
