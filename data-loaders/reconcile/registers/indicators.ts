import type {DSVRowString} from "d3-dsv";
import {compareFigure} from "../compareFigure.js";
import type {PublishedSource} from "../published.js";
import type {ComputedRegisters} from "./computed.js";
import {extremeOf, extremeValue, valueOfArea, type Extreme} from "./extremes.js";
import {indicatorItems} from "./indicatorItems.js";

const source = "dard_indicators.csv";

/** The three indicators: who counts, results, extremes of regions and municipalities, prescribers and outcomes. */
export const indicators: PublishedSource<ComputedRegisters> = {
  source,
  title: "Indikatorer",
  kind: "figures",
  compare: (rows, computed, explanations) =>
    rows.flatMap((row) => {
      const {indicator_id: id, item, area} = row as Record<"indicator_id" | "item" | "area", string>;
      const figure = (key: string, what: string, value: number | undefined) =>
        compareFigure(
          {source, key: `${id}/${key}`, where: `${row.indicator_da}: ${what}`, printed: row.value!, computed: value},
          explanations
        );
      const extreme = extremeOf(item);
      if (!extreme)
        return [
          figure(`${item}/value`, indicatorItems[item]?.words ?? item, indicatorItems[item]?.value(computed, id))
        ];
      const words = wordsOf(extreme, row);
      const found = figure(`${item}/${area || "unnamed"}/extreme`, words, extremeValue(computed, id, extreme));
      return area === ""
        ? [found]
        : [figure(`${item}/${area}/value`, `${area}, procent`, valueOfArea(computed, id, extreme, area)), found];
    })
};

function wordsOf({areaType, end, met}: Extreme, {area}: DSVRowString): string {
  const which = `${end === "min" ? "laveste" : "højeste"} ${areaType === "region" ? "region" : "kommune"}`;
  return `${which}${area ? ` (${area})` : ""}, ${met ? "procent" : "har indløst recept, procent"}`;
}
