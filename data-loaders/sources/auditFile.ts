import {mkdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Codebook} from "../codebook.js";
import {text, type Session} from "../engine/session.js";
import {registrationsSql} from "../models/registrations.js";
import {Refusal} from "../refusal.js";
import {addBrokenRows} from "./brokenRows.js";
import {answerColumnsOf, knownColumns} from "./auditColumns.js";
import {checksOf} from "./checks.js";
import {csvRows, takeStructuralRejects, type Csv} from "./csv.js";
import {readHeader} from "./header.js";
import {wholeLines, type OpenFile} from "./lines.js";
import {lineSteps, skippedSql} from "./lineNumbers.js";
import {refuseMissingColumns} from "./missingColumns.js";
import {blankBrokenLines, mostBrokenLines, type BrokenLine} from "./quotes.js";
import {quoted} from "./quoted.js";
import {readableText, type ReadableText} from "./readableText.js";
import {addRejects} from "./rejects.js";
import {blankLines} from "./textFacts.js";

/** One file of an audit, typed and checked, duplicates not yet considered. */
export interface AuditFile {
  file: string;
  read: number;
  kept: number;
  /** The typed rows as Parquet; rejected ones have `kept` false. */
  parquet: string;
  /** Whether the Parquet carries `line`; where it does not, the line is the row's number + 2. */
  numbered: boolean;
}

export interface AuditFileOptions {
  codebook: Codebook;
  aliases: Record<string, string>;
  /** Where the Parquet goes. */
  parquet: string;
  /** The file's place in the delivery. */
  fileNo: number;
  open?: OpenFile;
}

/**
 * Turns one extract into typed Parquet in a single pass, and puts what its rows broke into the table of rejects.
 * @throws Refusal when the file as a whole cannot be used
 */
export async function readAuditFile(session: Session, delivered: string, options: AuditFileOptions): Promise<AuditFile> {
  const copies = `${options.parquet}.copies`;
  mkdirSync(copies, {recursive: true});
  try {
    return await typeFile(session, delivered, join(copies, "copy"), options);
  } finally {
    rmSync(copies, {recursive: true});
  }
}

async function typeFile(session: Session, delivered: string, copy: string, options: AuditFileOptions): Promise<AuditFile> {
  const {codebook, parquet} = options;
  const columns = answerColumnsOf(codebook);
  const checks = checksOf(codebook, columns);
  const source = await readableText(delivered, copy, options.open);
  const header = readHeader(source.file, firstLine(source.path), knownColumns(codebook), options.aliases);
  if (source.facts.filledLines < 2) {
    throw new Refusal(`${source.file} har kun linjen med kolonnenavne, men skulle have en linje pr. registrering derunder; hent filen igen, eller fjern den fra mappen.`);
  }
  const {path, broken} = closedQuotes(source, header.delimiter, `${copy}.quotes.csv`);
  const csv: Csv = {path, header, quotes: source.facts.quotes, breaks: source.facts.breaks};
  const sql = registrationsSql(codebook, columns, checks, csvRows(csv, knownColumns(codebook)), source.file);
  await session.run(`COPY (${sql}) TO ${text(parquet)} (FORMAT parquet, PRESERVE_ORDER true)`);
  const structural = await takeStructuralRejects(session, header.columns);
  const [counts] = await session.rows<{rows: number; kept: number}>(
    `SELECT count(*) AS "rows", count_if(kept) AS kept FROM read_parquet(${text(parquet)})`
  );
  const {rows, kept} = counts!;
  const read = rows + structural.length + broken.length;
  if (read !== source.facts.filledLines - 1) {
    const [first] = structural;
    const where = first ? `${source.file}, linje ${first.line}: fandt ${quoted(first.value)}, men ventede ${first.expected}` : source.file;
    throw new Refusal(`${where}; kun ${read} af ${source.facts.filledLines - 1} linjer kunne skilles ad, så filen er ikke brugt: gem udtrækket igen som CSV.`);
  }
  await refuseMissingColumns(session, {file: source.file, header: header.columns, columns, codebook, parquet});

  const {file} = source;
  const notRows = [...structural.map((r) => r.line), ...(structural.length + broken.length + source.facts.blankLines > 0 ? blankLines(path) : [])];
  const numbered = notRows.length > 0;
  if (numbered) await number(session, parquet, notRows.sort((a, b) => a - b), rows);
  await addRejects(session, options.fileNo, [...structural.map((r) => ({...r, file})), ...broken.map((b) => brokenReject(file, b))]);
  if (kept < rows) await addBrokenRows(session, {codebook, columns, checks, parquet, numbered, file, fileNo: options.fileNo});
  return {file, read, kept, parquet, numbered};
}

function closedQuotes(source: ReadableText, delimiter: string, copy: string): {path: string; broken: BrokenLine[]} {
  if (!source.facts.quotes) return {path: source.path, broken: []};
  const broken = blankBrokenLines(source.path, copy, delimiter);
  if (broken.length === mostBrokenLines) {
    throw new Refusal(`${source.file}, linje ${broken[0]!.line}: anførselstegnene i ${quoted(broken[0]!.text)} passer ikke sammen, og det gælder mindst ${mostBrokenLines} linjer; gem udtrækket igen som CSV.`);
  }
  return {path: broken.length > 0 ? copy : source.path, broken};
}

function brokenReject(file: string, {line, text: value}: BrokenLine) {
  const expected = "hele registreringen på én linje, og anførselstegn parvis om et felt";
  return {file, line, column: "", value, rule: "broken_quotes" as const, expected};
}

/** Writes the Parquet again with `line`, for a file where some lines gave no row. */
async function number(session: Session, parquet: string, notRows: number[], rows: number): Promise<void> {
  await session.run(`COPY (
    SELECT rows.* EXCLUDE (file_row_number), CAST(file_row_number + 2 + skipped AS BIGINT) AS line
    FROM read_parquet(${text(parquet)}, file_row_number = true) rows
    JOIN (${skippedSql(lineSteps(notRows), rows)}) lines ON lines.row = rows.file_row_number
  ) TO ${text(`${parquet}.numbered`)} (FORMAT parquet)`);
  renameSync(`${parquet}.numbered`, parquet);
}

function firstLine(path: string): string {
  for (const piece of wholeLines(path)) {
    const end = piece.indexOf(10);
    return piece.toString("utf8", 0, end < 0 ? piece.length : end).replace(/\r$/, "");
  }
  return "";
}
