import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {dsvFormat} from "d3-dsv";
import {readCodelists, type Codelists} from "../../../../data-loaders/ground/codelists.js";
import {openSession, type Row, type Session} from "../../../../data-loaders/engine/session.js";
import {Refusal} from "../../../../data-loaders/ground/refusal.js";
import {
  readRegisters,
  type RegisterDelivery,
  type RegisterOptions
} from "../../../../data-loaders/sources/registers.js";

export const codelists: Codelists = readCodelists("data/codelists");

export type Fields = Record<string, string>;

/** One row of each kind that keeps every rule. */
export const contact = (changes: Fields = {}): Fields => ({
  dw_ek_kontakt: "100",
  dw_ek_forloeb: "900",
  pnr: "p1",
  dato_start: "2023-08-01",
  tidspunkt_start: "08:30:00",
  dato_slut: "2023-08-01",
  kontakttype: "ALCA00",
  aktionsdiagnose: "DM545",
  sorenhed_ans: "s1",
  hovedspeciale_ans: "Ortopædisk kirurgi",
  region_ans: "1083",
  lprindberetningssystem: "LPR3",
  ...changes
});
export const diagnosis = (changes: Fields = {}): Fields => ({
  dw_ek_kontakt: "100",
  diagnosekode: "DM545",
  diagnosetype: "A",
  senere_afkraeftet: "Nej",
  diagnosekode_parent: "",
  lprindberetningssystem: "LPR3",
  ...changes
});
export const citizen = (changes: Fields = {}): Fields => ({
  pnr: "p1",
  koen: "1",
  foed_dag: "1970-05-01",
  kom: "0461",
  civst: "G",
  referencetid: "2023-06-30",
  ...changes
});
export const procedure = (changes: Fields = {}): Fields => ({
  dw_ek_kontakt: "100",
  dw_ek_forloeb: "900",
  procedurekode: "KABC26",
  proceduretype: "V",
  dato_start: "2023-09-01",
  ...changes
});
export const prescription = (changes: Fields = {}): Fields => ({
  pnr: "p1",
  eksd: "2023-07-01",
  atc: "N02AX02",
  volume: "10",
  apk: "1",
  recu: "r1",
  korr: "",
  ...changes
});
export const service = (changes: Fields = {}): Fields => ({
  pnr: "p1",
  speciale: "531015",
  honuge: "2327",
  ydlant: "1",
  barnmak: "0",
  ...changes
});

/** The three registers without which nothing can be computed. */
export const needed = {
  "lpr_contacts/a.csv": csv([contact()]),
  "lpr_diagnoses/a.csv": csv([diagnosis()]),
  "bef/a.csv": csv([citizen()])
};

/** An extract as text; the first row's columns are the header. */
export function csv(rows: Fields[], delimiter = ";", end = "\n"): string {
  const names = Object.keys(rows[0]!);
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))]
    .map((cells) => cells.join(delimiter) + end)
    .join("");
}

export interface Outcome {
  delivery?: RegisterDelivery;
  refusal?: string;
  rejects: Fields[];
  /** Answers to the queries asked for. */
  rows: Row[][];
}

/**
 * Reads files, given by path below the folder of registers, and asks queries of the views. A
 * string of SQL in `parquet` is written as Parquet.
 */
export async function load(
  files: Record<string, string | Buffer | {parquet: string}>,
  queries: string[] = [],
  options: Partial<RegisterOptions> = {}
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "registers-"));
  mkdirSync(join(folder, "staging"));
  const session = await openSession({memoryLimit: "500MB", threads: 2, temporary: join(folder, "duckdb")});
  const outcome: Outcome = {rejects: [], rows: []};
  try {
    for (const [file, content] of Object.entries(files)) await write(session, join(folder, "registers", file), content);
    outcome.delivery = await readRegisters(session, {
      folder: join(folder, "registers"),
      codelists,
      maxRejectedPercent: 100,
      staging: join(folder, "staging"),
      ...options
    });
    for (const query of queries) outcome.rows.push((await session.rows(query)).map(plainRow));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    outcome.refusal = error.message.replaceAll(folder, "");
  } finally {
    try {
      const text = readFileSync(join(folder, "staging", "register-rejects.csv"), "utf8");
      outcome.rejects = dsvFormat(";")
        .parse(text.slice(1))
        .map((row) => ({...row}) as Fields);
    } catch {
      // A file that cannot be read at all leaves no list of rows.
    }
    session.close();
    rmSync(folder, {recursive: true});
  }
  return outcome;
}

/** Rows of one file, checked against each other. */
export function counts(
  outcome: Outcome,
  kind: string,
  file = 0
): {read: number; kept: number; leftOut: number; rejected: number} {
  const found = outcome.delivery?.files.filter((f) => f.kind === kind)[file];
  if (!found) throw new Error(`not loaded: ${outcome.refusal}`);
  const {read, kept, leftOut, rejected} = found;
  if (read !== kept + leftOut + rejected) throw new Error(`read ${read} is not ${kept} + ${leftOut} + ${rejected}`);
  return {read, kept, leftOut, rejected};
}

async function write(session: Session, path: string, content: string | Buffer | {parquet: string}): Promise<void> {
  mkdirSync(dirname(path), {recursive: true});
  if (typeof content === "string" || Buffer.isBuffer(content)) writeFileSync(path, content);
  else await session.run(`COPY (${content.parquet}) TO '${path}' (FORMAT parquet)`);
}

function plainRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value instanceof Date ? value.toISOString().slice(0, 10) : value])
  );
}
