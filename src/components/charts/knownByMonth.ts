import * as Plot from "@observablehq/plot";
import {extent} from "d3-array";
import {contactKnowledge} from "../../domain/registers.js";
import {labels} from "../../domain/words.js";
import type {KnownContacts} from "../rows/knownContacts.js";
import {count, percent} from "../words/format.js";
import {emptyChart, isDrawable, isNarrow, plotSvg, widthOf, type ChartOptions} from "./chart.js";
import {legend} from "./legend.js";

const names = labels(contactKnowledge);
const styles = {residence: {color: "var(--map-4)", line: ""}, department: {color: "currentColor", line: "5 3"}};

/** The share of contacts of which residence and department are known, a line each over the months. */
export function knownByMonth(rows: readonly KnownContacts[], options: ChartOptions): SVGSVGElement {
  const drawn = rows.filter((row) => isDrawable(row.percent));
  if (drawn.length === 0) return emptyChart(options);
  const width = widthOf(options);
  const items = Object.keys(styles) as (keyof typeof styles)[];
  const key = legend(
    items.map((item) => ({label: names[item], ...styles[item]})),
    width
  );
  const months = [...new Set(rows.map(({month}) => month))];
  const [least] = extent(drawn, (row) => row.percent!);
  const points = drawn.map((row) => ({
    ...row,
    title: `${names[row.item as keyof typeof names]}, ${row.month}\n${percent(row.percent)} af ${count(row.total)} kontakter`
  }));
  return plotSvg(options, {
    height: key.height + 220,
    marginTop: key.height + 20,
    marginLeft: 56,
    marginBottom: 30,
    x: {type: "point", domain: months, padding: 0.4},
    y: {domain: [Math.max(0, Math.floor(least! / 10) * 10), 100]},
    marks: [
      Plot.gridY({ticks: 4}),
      Plot.axisY({ticks: 4, tickFormat: (d: number) => percent(d, 0), label: null}),
      Plot.axisX({
        label: null,
        tickSize: 0,
        tickFormat: (month: string, i: number) => (i % (isNarrow(options) ? 6 : 3) > 0 ? "" : month)
      }),
      items.flatMap((item) => {
        const own = points.filter((row) => row.item === item);
        return [
          Plot.line(own, {x: "month", y: "percent", stroke: styles[item].color, strokeDasharray: styles[item].line}),
          Plot.dot(own, {x: "month", y: "percent", fill: styles[item].color, r: 3, title: "title"})
        ];
      }),
      ...key.marks({marginTop: key.height + 20, marginLeft: 56})
    ]
  });
}
