import {max} from "d3-array";
import {professionStyles} from "./colors.js";
import {interval, percent} from "../words/format.js";
import type {EarlierRow} from "../rows/mirrorRows.js";
import {answerRows, percentAxis, rangePoint, type Lane} from "./answerRows.js";
import {absence, isDrawable, type ChartOptions} from "./chart.js";

/** Printed shares of an earlier audit, hollow, beside today's with their 95 % intervals. */
export function thenAndNow(
  rows: readonly EarlierRow[],
  options: ChartOptions & {then: string; now: string}
): SVGSVGElement {
  const {then, now} = options;
  const styles = professionStyles([{id: "now"}, {id: "then"}]);
  const [after, before] = [styles.get("now")!, styles.get("then")!];
  const blocks = rows.map((row) => {
    const {label, low, high, percent: x} = row;
    const range = rangePoint(row, `${now}: ${label}`);
    const lanes: Lane[] = [
      {
        style: before,
        points: [
          {x: row.before, low: null, high: null, hollow: true, title: `${then}: ${label}\n${percent(row.before, 0)}`}
        ]
      },
      isDrawable(x)
        ? {style: after, points: [{x, low, high, title: `${now}: ${label}\n${percent(x)} (${interval(low, high)})`}]}
        : {style: after, points: range ? [range] : [], ...(!range && {note: `${now}: ${absence(row)}`})}
    ];
    return {label, lanes};
  });
  const highest = max(rows, (row) => Math.max(row.before, row.high ?? row.percent ?? row.percent_most ?? 0));
  return answerRows(
    blocks,
    percentAxis("Procent, med 95\u00A0%-interval for det nye tal", highest),
    [
      {label: then, ...before, hollow: true},
      {label: now, ...after}
    ],
    options
  );
}
