import type {DSVRowString} from "d3-dsv";
import {compareFigure} from "../compareFigure.js";
import type {PublishedSource} from "../published.js";
import {compareText} from "../finding.js";
import {keyFigureOf, reportPeriod, type ComputedRegisters} from "./computed.js";

const source = "dard_key_figures.csv";

/** Key figures that are choices of the definition rather than counted. */
const chosen: Record<string, (computed: ComputedRegisters) => number | string> = {
  period_start: (c) => reportPeriod(c).from,
  period_end: (c) => reportPeriod(c).to,
  minimum_age: (c) => c.parameters.minimumAge,
  washout: (c) => c.parameters.yearsWithout
};

/** Figures about the report itself. */
const aboutTheReport: Record<string, string> = {
  report_number: "Rapportens eget nummer; der er intet at beregne."
};

/** The national key figures; those not named here are looked up under the report's own name. */
export const keyFigures: PublishedSource<ComputedRegisters> = {
  source,
  title: "Nøgletal",
  kind: "figures",
  compare: (rows, computed, explanations) =>
    rows.map((row) => {
      const key = row.key!;
      const finding = {source, key: `${key}/value`, where: `Nøgletal, ${wordsOf(row)}`};
      const why = aboutTheReport[key];
      if (why) return {...finding, printed: row.value!, computed: "–", verdict: "not_about", measured: why};
      const value = chosen[key]?.(computed) ?? keyFigureOf(computed, key);
      const measured = key in chosen ? {measured: "Valgt i definitionen, ikke talt op."} : {};
      return row.unit === "date"
        ? {...compareText({...finding, printed: row.value!, computed: value as string | undefined}), ...measured}
        : {
            ...compareFigure({...finding, printed: row.value!, computed: value as number | undefined}, explanations),
            ...measured
          };
    })
};

/** What the figure is called in the report; where that is no more than a date, what it is. */
function wordsOf({key, label_da}: DSVRowString): string {
  if (key === "period_start") return "periodens første dag";
  if (key === "period_end") return "periodens sidste dag";
  return label_da!;
}
