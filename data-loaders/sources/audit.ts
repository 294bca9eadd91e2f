import {existsSync, mkdirSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {ascending, sum} from "d3-array";
import type {Codebook} from "../ground/codebook.js";
import type {Session} from "../engine/session.js";
import {createRegistrations} from "./registrations.js";
import {Refusal} from "../ground/refusal.js";
import {readAuditFile, type AuditFile} from "./auditFile.js";
import {duplicatesTable, rejectDuplicates} from "./duplicates.js";
import type {OpenFile} from "./lines.js";
import {createRejects, firstReject, rejectsByRule, tooMany, writeRejects} from "./rejects.js";
import type {RuleId} from "./rules.js";

/** The audit's extracts, read: `read` = `kept` + `rejected`, for each file and for all. */
export interface AuditDelivery {
  files: {file: string; read: number; kept: number; rejected: number}[];
  /** Rows that broke each rule, most first; a row that broke two counts in both. */
  rejectsByRule: {rule: RuleId; label: string; rows: number}[];
  /** Every rule every row broke, as `rejects.csv`; written also when nothing was rejected or the run is refused. */
  rejectsFile: string;
  /**
   * Typed rows as Parquet, one for each file. Read them through the view `registrations`:
   * rejected rows are still there.
   */
  registrations: string[];
}

export interface AuditOptions {
  files: string[];
  codebook: Codebook;
  /** Column names of a delivery: theirs to ours. */
  aliases: Record<string, string>;
  maxRejectedPercent: number;
  /** A folder for typed Parquet and what is needed on the way. */
  staging: string;
  /** Where to write the rejects; default `rejects.csv` in `staging`. */
  rejectsFile?: string;
  /** Called after each file with how many are done. */
  progress?: (done: number, total: number) => void;
  open?: OpenFile;
}

/**
 * The extracts of an audit: `audit/*.csv` and `.csv.gz` in a folder, by name.
 * @throws Refusal when there is none
 */
export function auditFiles(extracts: string): string[] {
  const folder = join(extracts, "audit");
  const entries = existsSync(folder) ? readdirSync(folder, {withFileTypes: true}) : [];
  const files = entries
    .filter((e) => !e.isDirectory() && !e.name.startsWith(".") && /\.csv(\.gz)?$/i.test(e.name))
    .map((e) => e.name);
  if (files.length === 0) {
    throw new Refusal(
      `Mappen ${folder} har ingen audit-udtræk, men skulle have mindst én fil, der ender på .csv eller .csv.gz; læg udtrækket dér.`
    );
  }
  return files.sort(ascending).map((file) => join(folder, file));
}

/**
 * Reads the extracts of an audit into typed registrations; afterwards the view `registrations` stands in the session,
 * with round, profession, participant_no, registration_no, consultation (`phone` on telephone forms), age, sex, one
 * column of text for each single choice, one BOOLEAN for each answer of a multiple choice, file and line.
 * @throws Refusal when a file cannot be used or more rows are rejected than allowed
 */
export async function readAudit(session: Session, options: AuditOptions): Promise<AuditDelivery> {
  const {codebook, aliases, staging, open} = options;
  const rejectsFile = options.rejectsFile ?? join(staging, "rejects.csv");
  const folder = join(staging, "registrations");
  mkdirSync(folder, {recursive: true});
  await createRejects(session);
  const delivered = [...options.files].sort((a, b) => ascending(basename(a), basename(b)) || ascending(a, b));
  const files: AuditFile[] = [];
  for (const [fileNo, file] of delivered.entries()) {
    const parquet = join(folder, `${String(fileNo + 1).padStart(5, "0")}.parquet`);
    files.push(await readAuditFile(session, file, {codebook, aliases, parquet, fileNo, ...(open && {open})}));
    options.progress?.(files.length, delivered.length);
  }
  const repeated = await rejectDuplicates(session, files);
  const counted = files.map(({file, read, kept}, i) => {
    const unique = kept - repeated[i]!;
    return {file, read, kept: unique, rejected: read - unique};
  });
  await writeRejects(session, rejectsFile);
  const byRule = await rejectsByRule(session);
  await refuseTooMany(session, counted, byRule, options.maxRejectedPercent, rejectsFile);
  await createRegistrations(session, files, repeated.some((n) => n > 0) ? duplicatesTable : undefined);
  return {files: counted, rejectsByRule: byRule, rejectsFile, registrations: files.map((f) => f.parquet)};
}

async function refuseTooMany(
  session: Session,
  files: AuditDelivery["files"],
  byRule: AuditDelivery["rejectsByRule"],
  allowed: number,
  rejectsFile: string
): Promise<void> {
  const read = sum(files, (file) => file.read);
  const rejected = sum(files, (file) => file.rejected);
  if (rejected * 100 <= allowed * read) return;
  const {rule, label, rows} = byRule[0]!;
  throw new Refusal(
    `${tooMany(rejected, read, "registreringer", allowed)}; ` +
      `hyppigst er »${label}« (${rule}) i ${rows}, ${await firstReject(session, rule)}; ret rækkerne i ${rejectsFile}.`
  );
}
