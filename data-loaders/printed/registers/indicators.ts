import type {DSVRowString} from "d3-dsv";
import type {Found, PrintedFigures} from "../figure.js";
import type {ComputedRegisters} from "./computed.js";
import {extremeOf, extremeValue, valueOfArea, type Extreme} from "./extremes.js";
import {indicatorItems} from "./indicatorItems.js";

/** The three indicators: who counts, results, extremes of regions and municipalities, prescribers and outcomes. */
export const indicators: PrintedFigures<ComputedRegisters> = {
  source: "dard_indicators.csv",
  title: "Indikatorer",
  figures: (rows, computed) =>
    rows.flatMap((row) => {
      const {indicator_id: id, item, area} = row as Record<"indicator_id" | "item" | "area", string>;
      const figure = (key: string, what: string, found: Found) => ({
        key: `${id}/${item}/${key}`,
        where: `${row.indicator_da}: ${what}`,
        printed: row.value!,
        ...found
      });
      const extreme = extremeOf(item);
      if (!extreme)
        return [
          figure(
            "value",
            indicatorItems[item]?.words ?? item,
            indicatorItems[item]?.find(computed, id) ?? {computed: undefined}
          )
        ];
      const found = figure(`${area || "unnamed"}/extreme`, wordsOf(extreme, row), {
        computed: extremeValue(computed, id, extreme)
      });
      return area === ""
        ? [found]
        : [figure(`${area}/value`, `${area}, procent`, valueOfArea(computed, id, extreme, area)), found];
    })
};

function wordsOf({areaType, end, met}: Extreme, {area}: DSVRowString): string {
  const which = `${end === "min" ? "laveste" : "højeste"} ${areaType === "region" ? "region" : "kommune"}`;
  return `${which}${area ? ` (${area})` : ""}, ${met ? "procent" : "har indløst recept, procent"}`;
}
