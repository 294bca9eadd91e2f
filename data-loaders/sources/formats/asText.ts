import {closeSync, openSync, writeSync} from "node:fs";
import {openExcel} from "./excel.js";
import {openSas} from "./sas.js";
import {openSpss} from "./spss.js";
import type {Cell, ForeignTable} from "./table.js";

/** Files of other programs that are read as tables. */
export const foreign = /\.(sas7bdat|z?sav|xls[xm]?)$/i;

/** What to do with a file that is not read, by its ending. */
export function wayThrough(name: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ending === "xlsb" || ending === "ods") return "gem arket som .xlsx eller CSV UTF-8";
  if (ending === "xpt" || ending === "sas7bcat") return "gem datasættet i SAS som .sas7bdat eller CSV";
  if (ending === "por") return "gem den i SPSS som .sav";
  if (["rds", "rda", "rdata", "feather", "dta"].includes(ending)) return "gem tabellen som Parquet eller CSV";
  return "gem udtrækket som CSV";
}

/** What became of a file of another program. */
export interface AsText {
  /** The number of the first row below the names, as its own program counts. */
  firstRow: number;
  /** What the codes that occur are called in the file, by the column's place; empty where a code has no label. */
  labels?: Map<number, Map<string, string>> | undefined;
}

export interface ForeignOptions {
  /** The file's name in the delivery, for messages. */
  name: string;
  /** The name whose ending tells what it is; it may have lain in an archive. */
  format: string;
  /** The sheets to read, by the names of workbooks. */
  sheets: Record<string, string>;
}

/**
 * Writes the table of a SAS, SPSS or Excel file as CSV: UTF-8, commas, days as `2023-07-01`, points in numbers, a line
 * each row; an empty row of a sheet is an empty line.
 * @throws Refusal when the file cannot be read
 */
export async function asText(path: string, to: string, options: ForeignOptions): Promise<AsText> {
  const excel = isExcel(options.format);
  const table = await openForeign(path, options);
  const out = openSync(to, "w");
  try {
    let lines = excel ? "" : `${table.names.map(field).join(",")}\n`;
    let width = excel ? 0 : table.names.length;
    const begin: Cell[][] | undefined = excel ? [] : undefined;
    const add = (cells: Cell[]) => {
      lines += `${line(cells, width, !excel)}\n`;
      if (lines.length < 1 << 20) return;
      writeSync(out, lines);
      lines = "";
    };
    const addBegin = () => {
      width = Math.max(0, ...begin!.map((cells) => cells.length));
      for (const cells of begin!.splice(0)) add(cells);
    };
    for await (const cells of table.rows()) {
      // How wide a sheet is, the first of its rows tell.
      if (begin && width === 0) {
        begin.push(cells);
        if (begin.length === firstRows) addBegin();
      } else add(cells);
    }
    if (begin && width === 0) addBegin();
    writeSync(out, lines);
  } finally {
    closeSync(out);
  }
  return {firstRow: excel ? 2 : 1, labels: table.labels};
}

/** A title may stand in so many rows above the names. */
const firstRows = 50;

export async function openForeign(path: string, {name, format, sheets}: ForeignOptions): Promise<ForeignTable> {
  if (/\.sas7bdat$/i.test(format)) return openSas(path, name);
  if (!isExcel(format)) return openSpss(path, name);
  const chosen = Object.entries(sheets).find(([file]) => file.toLowerCase() === name.toLowerCase())?.[1];
  return openExcel(path, chosen, name);
}

function isExcel(format: string): boolean {
  return /\.xls[xm]?$/i.test(format);
}

/** @param filled whether a row with nothing in it is a row */
function line(cells: Cell[], width: number, filled: boolean): string {
  let text = "";
  const end = Math.max(width, cells.length);
  for (let i = 0; i < end; i++) {
    const cell = cells[i];
    if (i > 0) text += ",";
    if (cell === undefined) continue;
    filled = true;
    text += field(cell);
  }
  // Alone on its line, nothing needs quotation marks to be a row.
  return filled ? text || '""' : "";
}

/** A field that stands on one line: no column that we use holds running text. */
function field(text: string): string {
  return /[",\r\n\0]/.test(text) ? `"${text.replace(/[\r\n\0]+/g, " ").replaceAll('"', '""')}"` : text;
}
