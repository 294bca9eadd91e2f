import {name, text} from "../engine/session.js";
import type {AnswerColumn} from "./auditColumns.js";
import {coreColumns, regionColumn} from "../../src/domain/coreColumns.js";

/** What tools write where nothing was answered: R, SAS, SPSS, databases. */
const nothing = ["NA", ".", "NULL", "#NULL!"];

/** What tools call a box that is ticked, or not, in small letters. */
export const ticks = new Map([
  ...["1", "true", "ja", "yes", "valgt", "afkrydset", "checked"].map((word) => [word, "1"] as const),
  ...["0", "false", "nej", "no", "ikke valgt", "ikke afkrydset", "unchecked"].map((word) => [word, "0"] as const)
]);
// One pattern, where a list would cost each of a hundred columns as many vectors as it has words.
const pattern = (tick: string) =>
  text([...ticks].flatMap(([word, ours]) => (ours === tick && word !== tick ? word : [])).join("|"));

/**
 * SQL for the rows of `source` with values as the code book has them, whatever tool wrote them: `NA` is nothing,
 * `1.00`, `TRUE` and `Valgt` a tick, `48.00` a whole number, and `values` (by column, theirs to ours) are applied.
 */
export function auditCells(
  source: string,
  columns: AnswerColumn[],
  values: Record<string, Record<string, string>> = {}
): string {
  const boxes = new Set(columns.filter(({type}) => type === "multi").map((column) => column.name));
  const all = [...coreColumns, regionColumn, ...columns.map((column) => column.name)];
  const cells = all.map((column) => {
    const cell = name(column);
    const trimmed = `nullif(trim(${cell}), '')`;
    const ours = Object.entries(values[column] ?? values[column.split(".")[0]!] ?? {});
    const mapped = ours.map(([from, to]) => `WHEN lower(${trimmed}) = ${text(from.toLowerCase())} THEN ${text(to)}`);
    const number = ["round", "age"].includes(column);
    const tick = boxes.has(column);
    // A tick, a sex and most answers need no second look: one sign, or letters without those below.
    const mended = `CASE WHEN ${trimmed} IN (${nothing.map(text).join(", ")}) THEN NULL
      ${tick ? `WHEN regexp_full_match(${trimmed}, ${pattern("1")}, 'i') THEN '1' WHEN regexp_full_match(${trimmed}, ${pattern("0")}, 'i') THEN '0'` : ""}
      ${tick || number ? `WHEN regexp_full_match(${trimmed}, '\\d+[.,]0+') THEN regexp_replace(${trimmed}, '[.,]0+$', '')` : ""}
      ELSE ${trimmed} END`;
    const usual = tick
      ? `strlen(${cell}) = 1 AND ${cell} <> '.'`
      : `strlen(${cell}) > 6 AND NOT contains(${cell}, ' ') AND NOT contains(${cell}, '#')`;
    return `CASE ${mapped.join(" ")} WHEN ${number ? "FALSE" : usual} THEN ${cell} ELSE ${mended} END AS ${cell}`;
  });
  return `(SELECT * REPLACE (${cells.join(",\n  ")}) FROM ${source})`;
}
