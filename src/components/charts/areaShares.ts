import {max} from "d3-array";
import {professionStyles} from "./colors.js";
import {count, interval, percent} from "../words/format.js";
import {whyNoShare} from "../rows/areaValue.js";
import type {MirrorShare} from "../rows/mirrorRows.js";
import {answerRows, percentAxis, rangePoint, type Lane} from "./answerRows.js";
import {isDrawable, type ChartOptions} from "./chart.js";

/** Shares of patients below each other, one dot with its 95 % interval for each area. */
export function areaShares(
  rows: readonly MirrorShare[],
  options: ChartOptions & {areas: {id: string; label: string}[]}
): SVGSVGElement {
  const {areas} = options;
  const styles = professionStyles(areas);
  const blocks = [...new Set(rows.map(({label}) => label))].map((label) => ({
    label,
    lanes: areas.flatMap(({id, label: area}): Lane[] => {
      const row = rows.find((one) => one.label === label && one.area === id);
      if (!row) return [];
      const {percent: x, low, high, n, total, status} = row;
      const style = styles.get(id)!;
      const range = rangePoint(row, `${area}: ${label}`);
      if (range) return [{style, points: [range]}];
      if (!isDrawable(x)) return [{style, points: [], note: `${area}: ${whyNoShare(status)}`}];
      return [
        {
          style,
          points: [
            {
              x,
              low,
              high,
              title: `${area}: ${label}\n${percent(x)} (${interval(low, high)}); ${count(n)} af ${count(total)} patienter`
            }
          ]
        }
      ];
    })
  }));
  const items = areas.map(({id, label}) => ({label, ...styles.get(id)!}));
  return answerRows(
    blocks,
    percentAxis(
      "Procent af patienterne, med 95\u00A0%-interval",
      max(rows, (row) => row.high ?? row.percent ?? row.percent_most ?? 0)
    ),
    items,
    options
  );
}
