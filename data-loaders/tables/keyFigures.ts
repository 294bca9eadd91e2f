import type {Row} from "../engine/session.js";
import type {RegisterModels} from "../models/registers/analyseRegisters.js";
import {keyFiguresOfCohort} from "./keyFiguresOfCohort.js";
import {keyFiguresOfIndicators} from "./keyFiguresOfIndicators.js";
import {incompleteIn, periodColumn, registerStatusColumn, statusOf} from "./registerTable.js";
import type {Table} from "./table.js";

/** One number of the key figures, with the patients behind it where it is a share. */
export interface KeyFigure {
  period: string;
  key: string;
  unit: "patients" | "percent" | "years";
  /** Of a mean or a number; a share is computed from `n` and `total`. */
  value: number | null;
  n: number | null;
  total: number | null;
  /** The indicator or window it hangs on, where it may be incomplete. */
  subject?: string | null;
}

/** The key figures of a period, under the names of the report's own (`data/published/dard_key_figures.csv`) where it has them. */
export const keyFigures: Table<RegisterModels> = {
  name: "key_figures",
  title: "Nøgletal",
  columns: [
    periodColumn,
    {name: "key", type: "VARCHAR", meaning: "Nøgletal"},
    {name: "value", type: "DOUBLE", meaning: "Værdi"},
    {name: "unit", type: "VARCHAR", meaning: "Enhed: patients, percent, years"},
    {name: "n", type: "INTEGER", meaning: "Patienter bag nøgletallet", counts: "patients", internal: true},
    {name: "total", type: "INTEGER", meaning: "Patienter, som andelen er af", counts: "patients", internal: true},
    registerStatusColumn
  ],
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const figures = [...(await keyFiguresOfCohort(models)), ...(await keyFiguresOfIndicators(models))];
    return figures
      .map(({subject, ...figure}) =>
        subject && isIncomplete(subject, figure.period)
          ? {...figure, value: null, n: null, total: null, status: "incomplete"}
          : {...figure, value: valueOf(figure), status: statusOf(figure.n ?? 1)}
      )
      .sort((a, b) => compare(a.period, b.period) || compare(a.key, b.key)) satisfies Row[];
  }
};

function valueOf({value, n, total}: Omit<KeyFigure, "subject">): number | null {
  if (n === null || total === null) return value;
  return total > 0 ? (100 * n) / total : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
