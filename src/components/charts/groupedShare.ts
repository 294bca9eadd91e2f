import type {AnswerRow} from "./answerRow.js";
import {pairedRows, type PairedOptions} from "./pairedRows.js";

export interface GroupedShareRow extends AnswerRow {
  /** `all` or `severe`; rows of other groups are passed over. */
  patient_group: string;
}

export interface GroupedShareOptions extends PairedOptions {
  /** What the code book calls the severely affected. */
  severeLabel?: string;
}

/**
 * The severely affected against all patients: per answer and profession a hollow dot (all)
 * and a filled one (severe), joined.
 */
export function groupedShare(rows: GroupedShareRow[], options: GroupedShareOptions): SVGSVGElement {
  return pairedRows(
    rows.filter((row) => row.patient_group === "all" || row.patient_group === "severe"),
    [
      {label: "Alle patienter", holds: (row) => row.patient_group === "all"},
      {label: options.severeLabel ?? "Svært påvirkede", holds: (row) => row.patient_group === "severe"}
    ],
    options
  );
}
