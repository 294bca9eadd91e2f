import {mkdirSync} from "node:fs";
import {join, relative} from "node:path";
import {sum} from "d3-array";
import type {Codelists} from "../../ground/codelists.js";
import type {Session} from "../../engine/session.js";
import {Refusal} from "../../ground/refusal.js";
import type {OpenFile} from "../lines.js";
import {firstReject, rejectsByRule, tooMany, writeRejects} from "../rejects.js";
import {netReversals} from "./reversals.js";
import {rejectContacts, rejectContradictingPeople, rejectRepeatedPopulation, type Across} from "./acrossRows.js";
import {
  addRegisterRejects,
  readRegisterFile,
  registerRejects,
  monthSql,
  monthsOf,
  rejectedRows,
  type Month,
  type RegisterFile
} from "./registerFile.js";
import {registerRules, type RegisterSpec} from "./registerSpec.js";
import {refuseRepeatedFiles} from "./repeated.js";
import type {RegisterSettings} from "../../ground/registerSettings.js";
import {keptRows} from "./relation.js";

/** One file's rows: read = kept + left out + rejected. */
export interface RegisterCounts {
  kind: string;
  file: string;
  read: number;
  kept: number;
  leftOut: number;
  rejected: number;
}

/** A register that was read: its files, and SQL for the rows that remain. */
export interface ReadKind {
  files: RegisterFile[];
  rows: string;
  kept: number;
  counts: RegisterCounts[];
  /** The rows by month, file by file, for `coverage`. */
  months: Month[];
  leftOut: {kind: string; reason: string; label: string; rows: number}[];
}

export interface ReadKindOptions {
  /** The folder of the kind, and its files. */
  folder: string;
  delivered: string[];
  codelists: Codelists;
  settings: RegisterSettings;
  maxRejectedPercent: number;
  staging: string;
  rejectsFile: string;
  /** The place of the kind's first file among all of the delivery. */
  first: number;
  /** Rows that stayed where the register is, of a delivery that was reduced there. */
  stayed?: {read: number; rejected: number} | undefined;
  open?: OpenFile | undefined;
}

/** Rules that need more rows than one, by kind. */
const across: Record<string, (session: Session, files: RegisterFile[], first: number) => Promise<Across>> = {
  lpr_contacts: rejectContacts,
  lmdb: netReversals,
  bef: rejectContradictingPeople,
  population: rejectRepeatedPopulation
};

/**
 * Reads every file of one kind.
 * @throws Refusal when a file cannot be used or more rows are rejected than allowed
 */
export async function readKind(session: Session, spec: RegisterSpec, options: ReadKindOptions): Promise<ReadKind> {
  const {folder, delivered, codelists, settings, staging, first} = options;
  const parquets = join(staging, "registers", spec.kind);
  mkdirSync(parquets, {recursive: true});
  const files: RegisterFile[] = [];
  for (const [fileNo, file] of delivered.entries()) {
    const parquet = join(parquets, `${String(fileNo + 1).padStart(5, "0")}.parquet`);
    files.push(
      await readRegisterFile(session, file, {
        spec,
        path: relative(folder, file),
        fileNo,
        codelists,
        settings,
        parquet,
        open: options.open
      })
    );
  }
  await refuseTooMany(session, spec, files, files.map(rejectedRows), options);
  await refuseRepeatedFiles(session, spec, files);
  for (const file of files) await addRegisterRejects(session, spec, file, first);
  const rule = across[spec.kind];
  const result: Across = rule
    ? await rule(session, files, first)
    : {rows: keptRows(files), rejected: files.map(() => 0)};
  await refuseTooMany(
    session,
    spec,
    files,
    files.map((file, i) => rejectedRows(file) + result.rejected[i]!),
    options
  );
  const counts = files.map((file, i) => {
    const moved = result.leftOut?.rows[i] ?? 0;
    const leftOut = sum(file.leftOut) + moved;
    const rejected = rejectedRows(file) + result.rejected[i]!;
    return {
      kind: spec.kind,
      file: relative(folder, delivered[i]!),
      read: file.read,
      kept: file.kept - moved - result.rejected[i]!,
      leftOut,
      rejected
    };
  });
  // A dispensing that was taken back still shows how far a delivery reaches; a rejected row, whose date may be the
  // error, does not.
  const months = result.rejected.some((n) => n > 0)
    ? monthsOf(await session.rows(`SELECT ${monthSql(spec)} FROM ${result.rows} GROUP BY ALL`))
    : files.flatMap((file) => file.months);
  const kept = sum(counts, (c) => c.kept);
  const leftOut = leftOutOf(spec, files, result);
  if (kept === 0) {
    const reasons = leftOut.map(({label, rows}) => `${rows} er udeladt (${label})`);
    throw new Refusal(
      `${spec.kind}, ${counts[0]!.file}: ingen af ${sum(counts, (c) => c.read)} rækker kan bruges: ${[...reasons, `${sum(counts, (c) => c.rejected)} er afvist`].join(", ")}; hent udtrækket igen, eller fjern mappen, så registeret ikke er leveret.`
    );
  }
  return {files, rows: result.rows, kept, counts, months, leftOut};
}

function leftOutOf(spec: RegisterSpec, files: RegisterFile[], result: Across): ReadKind["leftOut"] {
  const reasons = spec.leftOut(files[0]!.context).map(({reason, label}, i) => ({
    kind: spec.kind,
    reason,
    label,
    rows: sum(files, (file) => file.leftOut[i]!)
  }));
  if (result.leftOut) reasons.push({kind: spec.kind, ...result.leftOut, rows: sum(result.leftOut.rows)});
  return reasons.filter((reason) => reason.rows > 0);
}

async function refuseTooMany(
  session: Session,
  spec: RegisterSpec,
  files: RegisterFile[],
  rejected: number[],
  options: ReadKindOptions
): Promise<void> {
  const read = sum(files, (file) => file.read) + (options.stayed?.read ?? 0);
  const total = sum(rejected) + (options.stayed?.rejected ?? 0);
  if (total * 100 <= options.maxRejectedPercent * read) return;
  // Each rejected row is written down: here only those of the first file that has some, since
  // there may be a hundred million.
  const [none] = await session.rows<{n: number}>(
    `SELECT count(*) AS n FROM ${registerRejects} WHERE file_no >= ${options.first}`
  );
  const worst = files[rejected.findIndex((n) => n > 0)];
  if (!worst)
    throw new Refusal(
      `${tooMany(total, read, `rækker i ${spec.kind}`, options.maxRejectedPercent)}; de er blevet, hvor registeret er: ret dem dér, og reducer igen.`
    );
  if (none!.n === 0) await addRegisterRejects(session, spec, worst, options.first);
  await writeRejects(session, options.rejectsFile, registerRejects);
  const places = `(SELECT * FROM ${registerRejects} WHERE file_no >= ${options.first})`;
  const {rule, label} = (await rejectsByRule(session, registerRules, places))[0]!;
  throw new Refusal(
    `${tooMany(total, read, `rækker i ${spec.kind}`, options.maxRejectedPercent)}; ` +
      `hyppigst er »${label}« (${rule}), ${await firstReject(session, rule, places)}; ret rækkerne i ${options.rejectsFile}.`
  );
}
