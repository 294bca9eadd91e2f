import type {DSVRowString} from "d3-dsv";
import type {PrintedFigures} from "../figure.js";
import {keyFigureIn, reportPeriod, type ComputedRegisters} from "./computed.js";

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
export const keyFigures: PrintedFigures<ComputedRegisters> = {
  source: "dard_key_figures.csv",
  title: "Nøgletal",
  figures: (rows, computed) =>
    rows.map((row) => {
      const key = row.key!;
      const choice = chosen[key];
      return {
        key: `${key}/value`,
        where: `Nøgletal, ${wordsOf(row)}`,
        printed: row.value!,
        ...(choice
          ? {computed: choice(computed), measured: "Valgt i definitionen, ikke talt op."}
          : keyFigureIn(computed, key)),
        notAbout: aboutTheReport[key]
      };
    })
};

/** What the figure is called in the report; where that is no more than a date, what it is. */
function wordsOf({key, label_da}: DSVRowString): string {
  if (key === "period_start") return "periodens første dag";
  if (key === "period_end") return "periodens sidste dag";
  return label_da!;
}
