import {absentText} from "../rows/column.js";
import {count, decimal, percent} from "../words/format.js";
import type {KeyFigure} from "../dom/keyFigures.js";
import type {PeriodChange} from "../rows/periodChanges.js";
import {moreOrFewer} from "../sentences/changes.js";

const shown = [
  ["patients_total", "Nye patienter"],
  ["mean_age", "Gennemsnitsalder"],
  ["dx_unspecific_back_pain", "Uspecifikke rygsmerter"],
  ["operated_within_1y", "Opereret inden for et år"]
] as const;

/** The four main figures of a period, each beside that of the period before. */
export function periodCards(changes: readonly PeriodChange[], period: string, before: string | undefined): KeyFigure[] {
  const patients = changes.find(({key}) => key === "patients_total")?.value ?? null;
  return shown.flatMap(([key, name]) => {
    const row = changes.find((change) => change.key === key);
    if (!row) return [];
    const label = key === "patients_total" ? `${name} i ${period}` : name;
    return [
      {
        label,
        value: valueText(row),
        // The other three are of every patient of the period.
        n:
          row.unit === "patients"
            ? "antal patienter"
            : patients === null
              ? "N er ikke vist"
              : `N\u00A0=\u00A0${count(patients)} patienter`,
        note:
          before === undefined || row.value === null || row.before === null
            ? ""
            : noteOf(row, row.value, row.before, before)
      }
    ];
  });
}

/** The value of a key figure as readers see it. */
export function valueText(row: Pick<PeriodChange, "value" | "unit" | "status">): string {
  const {value, unit} = row;
  if (value === null) return absentText({...row}, "–");
  return unit === "patients" ? count(value) : unit === "years" ? `${decimal(value)} år` : percent(value);
}

function noteOf(row: PeriodChange, value: number, earlier: number, before: string): string {
  return row.unit === "patients"
    ? moreOrFewer(value, earlier, before)
    : `${valueText({...row, value: earlier})} i ${before}`;
}
