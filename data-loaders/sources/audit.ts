import {mkdirSync} from "node:fs";
import {basename, join} from "node:path";
import {ascending, sum} from "d3-array";
import type {Codebook} from "../ground/codebook.js";
import type {Session} from "../engine/session.js";
import {createRegistrations} from "./registrations.js";
import {Refusal} from "../ground/refusal.js";
import {readAuditFile, type AuditFile} from "./auditFile.js";
import {entriesOf} from "./entries.js";
import {participantsName} from "./invited.js";
import {foreign, wayThrough} from "./formats/asText.js";
import {contradictions, duplicatesTable, findDuplicates, likeParticipants} from "./duplicates.js";
import type {OpenFile} from "./lines.js";
import {createRejects, firstReject, rejectsByRule, tooMany, writeRejects} from "./rejects.js";
import type {RuleId} from "./rules.js";

/** Rows of a file: read = kept + repeated (another row of the same registration counts instead) + rejected. */
export interface AuditCounts {
  file: string;
  read: number;
  kept: number;
  repeated: number;
  rejected: number;
}

/** The audit's extracts, read. */
export interface AuditDelivery {
  files: AuditCounts[];
  /** One line each, for the analyst alone: they name files. */
  warnings: string[];
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
  /** What values are called here, by column: theirs to ours. */
  values?: Record<string, Record<string, string>>;
  /** The sheets to read, by the names of workbooks. */
  sheets?: Record<string, string>;
  maxRejectedPercent: number;
  /** Whether a later file, by name, corrects an earlier one. */
  newestWins?: boolean;
  /** A folder for typed Parquet and what is needed on the way. */
  staging: string;
  /** Where to write the rejects; default `rejects.csv` in `staging`. */
  rejectsFile?: string;
  /** Called after each file with how many are done. */
  progress?: (done: number, total: number) => void;
  open?: OpenFile;
}

/**
 * The extracts of an audit: `audit/*.csv`, `.tsv`, `.txt`, `.csv.gz`, `.zip`, `.sav`, `.sas7bdat` and `.xlsx` in
 * a folder, by name.
 * @throws Refusal when there is none, or something there cannot be read
 */
export function auditFiles(extracts: string): string[] {
  const folder = join(extracts, "audit");
  const entries = entriesOf(folder).filter(({name}) => name !== participantsName);
  const other = entries.find(
    (entry) => entry.folder || (!/\.(([ct]sv|txt)(\.gz)?|zip)$/i.test(entry.name) && !foreign.test(entry.name))
  );
  if (other) {
    throw new Refusal(
      other.folder
        ? `${other.path} er en mappe og læses ikke; læg dens filer i ${folder}, eller flyt den ud.`
        : `${other.path} læses ikke, da den ikke ender på .csv, .tsv, .txt, .csv.gz, .zip, .sav, .sas7bdat eller .xlsx; ${wayThrough(other.name)}, eller flyt filen ud af mappen.`
    );
  }
  if (entries.length === 0) {
    throw new Refusal(
      `Mappen ${folder} har ingen audit-udtræk, men skulle have mindst én fil, der ender på .csv eller .csv.gz; læg udtrækket dér.`
    );
  }
  return entries.map(({path}) => path);
}

/**
 * Reads the extracts of an audit into typed registrations; afterwards the view `registrations` stands in the session,
 * with round, profession, participant_no, registration_no, consultation (`phone` on telephone forms), age, sex, one
 * column of text for each single choice, one BOOLEAN for each answer of a multiple choice, file and line.
 * @throws Refusal when a file cannot be used or more rows are rejected than allowed
 */
export async function readAudit(session: Session, options: AuditOptions): Promise<AuditDelivery> {
  const {codebook, aliases, values = {}, sheets = {}, staging, open} = options;
  const rejectsFile = options.rejectsFile ?? join(staging, "rejects.csv");
  const folder = join(staging, "registrations");
  mkdirSync(folder, {recursive: true});
  await createRejects(session);
  const delivered = [...options.files].sort((a, b) => ascending(basename(a), basename(b)) || ascending(a, b));
  const files: AuditFile[] = [];
  for (const [fileNo, file] of delivered.entries()) {
    const parquet = join(folder, `${String(fileNo + 1).padStart(5, "0")}.parquet`);
    files.push(
      await readAuditFile(session, file, {codebook, aliases, values, sheets, parquet, fileNo, ...(open && {open})})
    );
    options.progress?.(files.length, delivered.length);
  }
  const {rejected, repeated} = await findDuplicates(session, files, options.newestWins ?? false);
  const counted = files.map(({file, read, kept}, i) => {
    const unique = kept - rejected[i]! - repeated[i]!;
    return {file, read, kept: unique, repeated: repeated[i]!, rejected: read - kept + rejected[i]!};
  });
  await writeRejects(session, rejectsFile);
  const byRule = await rejectsByRule(session);
  await refuseTooMany(session, counted, byRule, options.maxRejectedPercent, rejectsFile);
  await createRegistrations(
    session,
    files,
    [...rejected, ...repeated].some((n) => n > 0) ? duplicatesTable : undefined
  );
  const warnings = [...(await contradictions(session, files, rejected)), ...(await likeParticipants(session))];
  return {files: counted, warnings, rejectsByRule: byRule, rejectsFile, registrations: files.map((f) => f.parquet)};
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
