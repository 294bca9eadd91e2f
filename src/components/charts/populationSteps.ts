import {max, min} from "d3-array";
import {professionStyles} from "./colors.js";
import {count, countRange, roughly, roughText} from "../words/format.js";
import {whyNoShare} from "../rows/areaValue.js";
import type {PopulationRow} from "../rows/populationRows.js";
import {emptyChart, isDrawable, type ChartOptions} from "./chart.js";
import {expectedAndFound, type ExpectedRow} from "./expectedAndFound.js";

/**
 * From the population to the patient: how many are expected at each step, and how many the
 * registers count, on a scale on which each tick is ten times the one before.
 * @param adults those at the first step
 */
export function populationSteps(
  rows: readonly PopulationRow[],
  options: ChartOptions & {adults: number | null}
): SVGSVGElement {
  const {adults} = options;
  if (!isDrawable(adults)) return emptyChart(options);
  const styles = professionStyles([{id: "expected"}, {id: "counted"}]);
  const [expectedStyle, style] = [styles.get("expected")!, styles.get("counted")!];
  const lines: ExpectedRow[] = [
    {
      group: "",
      label: "Voksne borgere",
      found: {value: adults, low: null, high: null, style},
      valueText: count(adults)
    },
    ...rows.map(({label, low, high, counted}): ExpectedRow => {
      const drawn = isDrawable(low) && isDrawable(high) && roughly(high) > 0;
      const valueText = [
        isDrawable(low) && isDrawable(high) ? roughText({low, high}) : undefined,
        counted &&
          (isDrawable(counted.value)
            ? `registrene: ${count(counted.value)}`
            : `registrene: ${counted.range ? countRange(counted.range.least, counted.range.most) : whyNoShare(counted.status)}`)
      ].filter((one) => one !== undefined);
      return {
        group: "",
        label,
        ...(drawn && {expected: {low: Math.max(10, roughly(low)), high: roughly(high)}}),
        ...(isDrawable(counted?.value) &&
          counted.value > 0 && {found: {value: counted.value, low: null, high: null, style}}),
        valueText: valueText.join("; ") || "kan ikke beregnes"
      };
    })
  ];
  const least = min(lines.flatMap((line) => [line.expected?.low, line.found?.value]).filter(isDrawable))!;
  const tens = Array.from({length: 9}, (_, i) => 10 ** i).filter(
    (ten) => ten >= 10 ** Math.floor(Math.log10(least)) && ten <= adults
  );
  return expectedAndFound(lines, {
    ...options,
    axis: {
      type: "log",
      domain: [tens[0]!, max([adults, 10 * tens[0]!])!],
      label: "Personer; hver streg er ti gange flere end den før",
      ticks: tens,
      format: (x) => count(x)
    },
    expectedStyle,
    legend: [
      {label: "Ventet efter de trykte andele", color: expectedStyle.color, block: 1},
      {label: "Talt: folketal og registre", ...style}
    ]
  });
}
