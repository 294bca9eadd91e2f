import type {AnswerRow} from "./answerRow.js";
import {pairedRows, type PairedOptions} from "./pairedRows.js";

export interface FirstLaterRow extends AnswerRow {
  /** Rows of other consultations are passed over. */
  consultation: string;
}

/** First against later consultations: per answer and profession a hollow dot and a filled one, joined. */
export function firstLater(rows: FirstLaterRow[], options: PairedOptions): SVGSVGElement {
  return pairedRows(
    rows.filter((row) => row.consultation === "first" || row.consultation === "later"),
    [
      {label: "Første konsultation", holds: (row) => row.consultation === "first"},
      {label: "Senere konsultation", holds: (row) => row.consultation === "later"}
    ],
    options
  );
}
