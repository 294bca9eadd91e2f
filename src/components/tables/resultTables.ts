import {group, sum} from "d3-array";
import type {ChartProfession} from "../charts/chart.js";
import type {Column, Row} from "../rows/column.js";
import {valueOrRange} from "../rows/range.js";
import {dataTable} from "./dataTable.js";
import {element} from "../dom/dom.js";
import {count, HIDDEN, interval, percent} from "../words/format.js";
import type {PublishedShare} from "../rows/shareLimits.js";

/** One answer on one form, as `audit_answers` joined with `codebook` gives it. */
export interface ResultRow extends Row, PublishedShare {
  profession: string;
  profession_da: string;
  question_id: string;
  question_da: string;
  block_da: string;
  answer_id: string;
  answer_da: string;
}

/** The result tables of one form as the report prints them: a table a question, closed by the total. */
export function formTables(rows: ResultRow[]): HTMLElement {
  const tables = [...group(rows, (row) => row.question_id).values()].map((answers) => {
    const {question_da: question, profession_da: form} = answers[0]!;
    const table = dataTable({caption: question, rows: [...answers, totalOf(answers)], columns: formColumns});
    // Forms may ask the same, and stand on one page.
    table.setAttribute("aria-label", `Tabel: ${question} (${form})`);
    return table;
  });
  return element("div", {class: "result-tables"}, ...tables);
}

/**
 * The same tables with the forms side by side; a form without the question or the answer
 * leaves its cell empty, which is not a zero.
 */
export function sideBySideTables(rows: ResultRow[], forms: ChartProfession[]): HTMLElement {
  const tables = [...group(rows, (row) => row.question_id).values()].map((answers) =>
    dataTable({
      caption: answers[0]!.block_da,
      rows: [...group(answers, (row) => row.answer_id).values()].sort(missingLast).map(sideBySide),
      columns: [{field: "answer_da", label: "Svar"}, ...forms.map(sideColumn)]
    })
  );
  return element("div", {class: "result-tables wide"}, ...tables);
}

export const formColumns: Column[] = [
  {field: "answer_da", label: "Svar"},
  {field: "n", label: "Antal", format: (value) => count(value as number)},
  {field: "percent", label: "Andel", unit: "%", format: (value) => percent(value as number)},
  {
    field: "low",
    label: "95 %-interval",
    align: "right",
    format: (_, row) => interval(row.low as number | null, row.high as number | null)
  }
];

/**
 * Several answers may be ticked, so the shares of a block may add up to more than a hundred, as in the printed report.
 */
function totalOf(answers: ResultRow[]): Row {
  const whole = answers.every((row) => row.percent !== null);
  return {
    answer_da: "I alt",
    n: answers[0]!.total,
    percent: whole ? sum(answers, (row) => row.percent!) : null,
    low: null,
    high: null
  };
}

function sideBySide(own: ResultRow[]): Row {
  return {answer_da: own[0]!.answer_da, ...Object.fromEntries(own.map((row) => [row.profession, row]))};
}

function sideColumn(form: ChartProfession): Column {
  return {
    field: form.id,
    label: form.short,
    align: "right",
    format: (value) => {
      const row = value as ResultRow;
      const [share, n] = [valueOrRange(row, "percent", "%"), valueOrRange(row, "n")];
      return share === HIDDEN ? n : `${share} (${n})`;
    }
  };
}

function missingLast(a: ResultRow[], b: ResultRow[]): number {
  return Number(a[0]!.answer_id === "missing") - Number(b[0]!.answer_id === "missing");
}
