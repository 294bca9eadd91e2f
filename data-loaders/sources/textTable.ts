import {isUtf8} from "node:buffer";
import {renameSync} from "node:fs";
import {text, type Session} from "../engine/session.js";
import {quoted, Refusal} from "../ground/refusal.js";
import {takeStructuralRejects, type Csv} from "./csv.js";
import {splitHeader, type Header} from "./header.js";
import {eachLine, wholeLines, type OpenFile} from "./lines.js";
import {blankBrokenLines, mostBrokenLines, type BrokenLine} from "./quotes.js";
import {readableText, type ReadableText} from "./readableText.js";
import type {Reject} from "./rejects.js";
import {blankLines, type TextFacts} from "./textFacts.js";

/** A CSV file whose header is understood and whose lines DuckDB can read. */
export interface TextTable {
  /** The name of the delivery's file, for messages. */
  file: string;
  csv: Csv;
  facts: TextFacts;
  /** Lines with anything on them below the column names. */
  filledRows: number;
  /** Lines that are not read, since their quotation marks would swallow others. */
  broken: BrokenLine[];
  row: string;
  /** The number of the first row below the first line. */
  firstRow: number;
  labels?: ReadableText["labels"];
}

export interface TextTableOptions {
  /** Understands the line of column names, `lineNo` in the file. */
  header: (file: string, line: string, lineNo: number) => Header;
  /** Whether names are those of columns: a title may stand above them. */
  isHeader: (names: string[]) => boolean;
  /** What a line stands for, in Danish, for messages. */
  row: string;
  /** The sheets to read, by the names of workbooks. */
  sheets?: Record<string, string> | undefined;
  open?: OpenFile | undefined;
}

/**
 * Makes a CSV file ready to be read in one pass.
 * @param copy where to write copies, should some be needed
 * @throws Refusal when the file as a whole cannot be used
 */
export async function openTextTable(delivered: string, copy: string, options: TextTableOptions): Promise<TextTable> {
  const {row} = options;
  const source = await readableText(delivered, copy, options.open, row, options.sheets);
  const {line, above} = headerLine(source, options.isHeader);
  const header = options.header(source.file, line, above.length + 1);
  if (source.facts.filledLines - above.filter((text) => text !== "").length < 2) {
    throw new Refusal(
      `${source.file} har kun linjen med kolonnenavne, men skulle have en linje pr. ${row} derunder; hent filen igen, eller fjern den fra mappen.`
    );
  }
  const {path, broken} = closedQuotes(source, header.delimiter, `${copy}.quotes.csv`);
  const skip = above.length;
  const csv = {path, header, skip, quotes: source.facts.quotes, breaks: source.facts.breaks};
  const filledRows = source.facts.filledLines - above.filter((text) => text !== "").length - 1;
  return {
    file: source.file,
    csv,
    facts: source.facts,
    filledRows,
    broken: broken.filter((b) => b.line > skip + 1),
    row,
    firstRow: source.firstRow,
    labels: source.labels
  };
}

/**
 * Accounts for every line of a file just read into `parquet`.
 * @returns rows in the Parquet, lines read, the lines that gave no row and the rejects they are
 * @throws Refusal when lines are unaccounted for
 */
export async function closeTextTable(
  session: Session,
  table: TextTable,
  parquet: string
): Promise<{rows: number; read: number; rejects: Reject[]; notRows: number[]}> {
  const {file, csv, facts, filledRows, broken} = table;
  const structural = await takeStructuralRejects(session, csv.header.columns);
  const [counts] = await session.rows<{rows: number}>(`SELECT count(*) AS "rows" FROM read_parquet(${text(parquet)})`);
  const {rows} = counts!;
  const read = rows + structural.length + broken.length;
  if (read !== filledRows) {
    const [first] = structural;
    const where = first
      ? `${file}, linje ${first.line}: fandt ${quoted(first.value)}, men ventede ${first.expected}`
      : file;
    throw new Refusal(
      `${where}; kun ${read} af ${filledRows} linjer kunne skilles ad, så filen er ikke brugt: gem udtrækket igen som CSV.`
    );
  }
  const blank = structural.length + broken.length + facts.blankLines > 0 ? blankLines(csv.path) : [];
  const above = Array.from({length: csv.skip}, (_, i) => i + 2);
  const notRows = [...new Set([...above, ...structural.map((r) => r.line), ...blank])].sort((a, b) => a - b);
  return {
    rows,
    read,
    notRows,
    rejects: [...structural.map((r) => ({...r, file})), ...broken.map((b) => brokenReject(file, b, table.row))]
  };
}

/** Writes the Parquet again with `line`, for a file whose rows are not the lines from 2 on. */
export async function numberRows(
  session: Session,
  parquet: string,
  {notRows, rows, firstRow}: {notRows: number[]; rows: number; firstRow: number}
): Promise<void> {
  await session.run(`COPY (
    SELECT rows.* EXCLUDE (file_row_number), CAST(file_row_number + ${firstRow} + skipped AS BIGINT) AS line
    FROM read_parquet(${text(parquet)}, file_row_number = true) rows
    JOIN (${skippedSql(lineSteps(notRows), rows)}) lines ON lines.row = rows.file_row_number
  ) TO ${text(`${parquet}.numbered`)} (FORMAT parquet)`);
  renameSync(`${parquet}.numbered`, parquet);
}

function closedQuotes(source: ReadableText, delimiter: string, copy: string): {path: string; broken: BrokenLine[]} {
  if (!source.facts.quotes) return {path: source.path, broken: []};
  const broken = blankBrokenLines(source.path, copy, delimiter);
  if (broken.length === mostBrokenLines) {
    throw new Refusal(
      `${source.file}, linje ${broken[0]!.line}: anførselstegnene i ${quoted(broken[0]!.text)} passer ikke sammen, og det gælder mindst ${mostBrokenLines} linjer; gem udtrækket igen som CSV.`
    );
  }
  return {path: broken.length > 0 ? copy : source.path, broken};
}

function brokenReject(file: string, {line, text: value}: BrokenLine, row: string): Reject {
  const whole = row === "registrering" ? "hele registreringen" : "hele rækken";
  return {
    file,
    line,
    column: "",
    value,
    rule: "broken_quotes",
    expected: `${whole} på én linje, og anførselstegn parvis om et felt`
  };
}

/** So many lines may stand above the column names. */
const mostAbove = 20;

/**
 * The line of column names, and the lines above it: `sep=;` as spreadsheets write it, or a title. The first line where
 * none is found.
 */
export function headerLine(
  {file, path}: Pick<ReadableText, "file" | "path">,
  isHeader: TextTableOptions["isHeader"]
): {line: string; above: string[]} {
  const lines = firstLines(path);
  if (/^(\uFEFF)?"?sep=.?"?$/i.test(lines[0] ?? "") && lines.length > 1)
    return {line: lines[1]!, above: lines.slice(0, 1)};
  const place = lines.findIndex((line) => isHeader(namesOf(file, line)));
  return place > 0 ? {line: lines[place]!, above: lines.slice(0, place)} : {line: lines[0] ?? "", above: []};
}

function namesOf(file: string, line: string): string[] {
  try {
    return splitHeader(file, line).names;
  } catch {
    return [];
  }
}

function firstLines(path: string): string[] {
  for (const piece of wholeLines(path)) {
    const lines: string[] = [];
    const decoder = new TextDecoder(isUtf8(piece) ? "utf-8" : "windows-1252", {ignoreBOM: true});
    eachLine(
      piece,
      (from, to) => void (lines.length <= mostAbove && lines.push(decoder.decode(piece.subarray(from, to))))
    );
    return lines;
  }
  return [];
}

/** From row `row` (from 0) of what was read, and until the next step, `skipped` lines were passed over. */
export interface LineStep {
  row: number;
  skipped: number;
}

/**
 * How to find a row's line in its file: `row + 2` (the header is line 1) plus the `skipped`
 * of the last step at or before it.
 * @param notRows numbers of the lines, after the first, that gave no row, ascending
 */
function lineSteps(notRows: number[]): LineStep[] {
  const steps = new Map<number, number>();
  notRows.forEach((line, before) => steps.set(line - 2 - before, before + 1));
  return [...steps].map(([row, skipped]) => ({row, skipped}));
}

/** SQL for the number of lines passed over before each row (`row`, `skipped`), for the rows 0 to `rows` - 1. */
function skippedSql(steps: LineStep[], rows: number): string {
  const all = [{row: 0, skipped: 0}, ...steps];
  const values = all.map(({row, skipped}, i) => `(${row}, ${all[i + 1]?.row ?? rows}, ${skipped})`);
  return `SELECT unnest(range(first, past)) AS row, skipped FROM (VALUES ${values.join(", ")}) steps(first, past, skipped)`;
}
