import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {dsvFormat} from "d3-dsv";
import {readCodebook, type Codebook} from "../../../data-loaders/ground/codebook.js";
import {openSession, type Row} from "../../../data-loaders/engine/session.js";
import {Refusal} from "../../../data-loaders/ground/refusal.js";
import {auditFiles, readAudit, type AuditDelivery, type AuditOptions} from "../../../data-loaders/sources/audit.js";
import {knownColumns} from "../../../data-loaders/sources/auditColumns.js";

export const codebook = readCodebook("data/codebooks/laenderyg");
export const columns = knownColumns(codebook);

export type Fields = Record<string, string>;

/** A registration by a GP that keeps every rule, with some fields changed. */
export function registration(changes: Fields = {}): Fields {
  return {
    profession: "gp",
    round: "1",
    participant_no: "7",
    registration_no: "1",
    consultation: "first",
    age: "45",
    sex: "female",
    earlier_episodes: "none_or_few",
    symptoms: "radiation_below_knee",
    "purpose.reassure": "1",
    "purpose.none": "0",
    ...changes
  };
}

/** An extract as text. */
export function csv(rows: Fields[], names = columns, delimiter = ",", end = "\n"): string {
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))]
    .map((cells) => cells.join(delimiter) + end)
    .join("");
}

/** Registrations that keep every rule, numbered from `first`. */
export function good(n: number, first = 100): Fields[] {
  return Array.from({length: n}, (_, i) => registration({registration_no: String(first + i)}));
}

export interface Outcome {
  delivery?: AuditDelivery;
  /** The sentence, when the delivery was refused. */
  refusal?: string;
  /** The rows of rejects.csv, by its own column names. */
  rejects: Fields[];
  rejectsText: string;
  registrations: Row[];
}

/** Loads extracts given as file name to content; a bug in the loader throws, a Refusal is an outcome. */
export async function load(
  files: Record<string, string | Buffer>,
  options: Partial<AuditOptions> & {codebook?: Codebook} = {}
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "audit-"));
  mkdirSync(join(folder, "audit"));
  mkdirSync(join(folder, "staging"));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, "audit", file), content);
  const session = await openSession({memoryLimit: "500MB", threads: 2, temporary: join(folder, "duckdb")});
  const outcome: Outcome = {rejects: [], rejectsText: "", registrations: []};
  try {
    outcome.delivery = await readAudit(session, {
      files: auditFiles(folder),
      codebook,
      aliases: {},
      maxRejectedPercent: 100,
      staging: join(folder, "staging"),
      ...options
    });
    outcome.registrations = await session.rows("FROM registrations ORDER BY file, line");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    outcome.refusal = error.message.replaceAll(folder, "");
  }
  try {
    outcome.rejectsText = readFileSync(join(folder, "staging", "rejects.csv"), "utf8");
    outcome.rejects = dsvFormat(";")
      .parse(outcome.rejectsText.slice(1))
      .map((row) => ({...row}) as Fields);
  } catch {
    // A file that cannot be read at all leaves no list of rows.
  }
  session.close();
  rmSync(folder, {recursive: true});
  return outcome;
}

/** Rows read, kept and rejected of one file, checked against each other; repeated where there are any. */
export function counts(outcome: Outcome, file = 0): {read: number; kept: number; rejected: number; repeated?: number} {
  const found = outcome.delivery?.files[file];
  if (!found) throw new Error(`not loaded: ${outcome.refusal}`);
  const {read, kept, repeated, rejected} = found;
  if (read !== kept + repeated + rejected) throw new Error(`read ${read} is not ${kept} + ${repeated} + ${rejected}`);
  return {read, kept, rejected, ...(repeated > 0 && {repeated})};
}
