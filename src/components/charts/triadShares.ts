import {professionStyles} from "./colors.js";
import {count, interval, percent} from "../words/format.js";
import {whyNoShare} from "../rows/areaValue.js";
import type {TriadRow} from "../rows/triadRows.js";
import {rangeText} from "../rows/range.js";
import {absence, isDrawable, type ChartOptions, type ChartProfession} from "./chart.js";
import {expectedAndFound, type ExpectedRow} from "./expectedAndFound.js";

/**
 * The diagnostic triad: what is printed of each part, as ranges, beside the shares of the
 * audit and the registers with 95 % intervals.
 */
export function triadShares(
  rows: readonly TriadRow[],
  options: ChartOptions & {professions: ChartProfession[]}
): SVGSVGElement {
  const styles = professionStyles(options.professions);
  // Its own colour in its own role: printed figures are nobody's profession.
  const expectedStyle = {color: "#877a5a", symbol: "circle", dash: ""} as const;
  const registers = {color: "currentColor", symbol: "diamond2", dash: ""} as const;
  const styleOf = (by: string) => styles.get(by) ?? registers;
  const lines = rows.map((row): ExpectedRow => {
    const {part, by, label, low, high, percent: value, n, total} = row;
    if (by === "printed")
      return {
        group: part,
        label,
        expected: {low: low!, high: high!},
        valueText: isDrawable(value) ? `ca. ${percent(value, 0)}` : interval(low, high, 0)
      };
    const shown = isDrawable(value) && isDrawable(total) && total > 0;
    const valueText = shown
      ? `${percent(value)} (${interval(low, high)})`
      : (rangeText(row, "percent", "%") ?? (by === "registers" ? whyNoShare(row.status) : absence(row)));
    return {
      group: part,
      label,
      ...(shown && {found: {value, low, high, style: styleOf(by)}}),
      valueText: shown && isDrawable(n) ? `${valueText}; ${count(n)} af ${count(total)}` : valueText
    };
  });
  const drawn = options.professions.filter(({id}) => rows.some(({by}) => by === id));
  return expectedAndFound(lines, {
    ...options,
    axis: {
      type: "linear",
      domain: [0, 100],
      label: "Procent, med 95\u00A0%-interval",
      ticks: [0, 20, 40, 60, 80, 100],
      format: (x) => percent(x, 0)
    },
    expectedStyle,
    legend: [
      {label: "Trykt", color: expectedStyle.color, block: 1},
      ...drawn.map(({id, short}) => ({label: short, ...styles.get(id)!})),
      ...(rows.some(({by}) => by === "registers") ? [{label: "Registrene", ...registers}] : [])
    ]
  });
}
