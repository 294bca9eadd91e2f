import {mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Codebook} from "../ground/codebook.js";
import {text, type Session} from "../engine/session.js";
import {registrationsSql} from "./registrations.js";
import {addBrokenRows} from "./brokenRows.js";
import {answerColumnsOf, knownColumns} from "./auditColumns.js";
import {auditCells} from "./auditCells.js";
import {checksOf} from "./checks.js";
import {csvRows} from "./csv.js";
import {readHeader} from "./header.js";
import type {OpenFile} from "./lines.js";
import {labelledValues} from "./labelledValues.js";
import {refuseMissingColumns} from "./missingColumns.js";
import {addRejects} from "./rejects.js";
import {closeTextTable, numberRows, openTextTable} from "./textTable.js";

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
  /** What their values are called here, by column. */
  values?: Record<string, Record<string, string>>;
  /** The sheets to read, by the names of workbooks. */
  sheets?: Record<string, string>;
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
export async function readAuditFile(
  session: Session,
  delivered: string,
  options: AuditFileOptions
): Promise<AuditFile> {
  const copies = `${options.parquet}.copies`;
  mkdirSync(copies, {recursive: true});
  try {
    return await typeFile(session, delivered, join(copies, "copy"), options);
  } finally {
    rmSync(copies, {recursive: true});
  }
}

async function typeFile(
  session: Session,
  delivered: string,
  copy: string,
  options: AuditFileOptions
): Promise<AuditFile> {
  const {codebook, parquet, fileNo} = options;
  const columns = answerColumnsOf(codebook);
  const checks = checksOf(codebook, columns);
  const known = knownColumns(codebook);
  const table = await openTextTable(delivered, copy, {
    open: options.open,
    sheets: options.sheets,
    row: "registrering",
    header: (file, line, lineNo) => readHeader(file, line, known, options.aliases, lineNo),
    isHeader: (names) => names.filter((name) => known.includes(name) || name in options.aliases).length >= 2
  });
  const {file, csv, firstRow} = table;
  const values = table.labels
    ? labelledValues(file, table.labels, csv.header.columns, {codebook, answers: columns, values: options.values ?? {}})
    : options.values;
  const sql = registrationsSql(codebook, columns, checks, auditCells(csvRows(csv, known), columns, values), file);
  await session.run(`COPY (${sql}) TO ${text(parquet)} (FORMAT parquet, PRESERVE_ORDER true)`);
  const {rows, read, rejects, notRows} = await closeTextTable(session, table, parquet);
  const [counts] = await session.rows<{kept: number}>(
    `SELECT count_if(kept) AS kept FROM read_parquet(${text(parquet)})`
  );
  const {kept} = counts!;
  await refuseMissingColumns(session, {file, header: csv.header.columns, columns, codebook, parquet});

  const numbered = notRows.length > 0 || firstRow !== 2;
  if (numbered) await numberRows(session, parquet, {notRows, rows, firstRow});
  await addRejects(session, fileNo, rejects);
  if (kept < rows) await addBrokenRows(session, {codebook, columns, checks, parquet, numbered, file, fileNo});
  return {file, read, kept, parquet, numbered};
}
