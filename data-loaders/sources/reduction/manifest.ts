import {sum} from "d3-array";
import {text, type Session} from "../../engine/session.js";
import type {Codelists} from "../../ground/codelists.js";
import {quoted, Refusal} from "../../ground/refusal.js";
import {
  monthsOf,
  readRegisterFile,
  rejectedRows,
  type Month,
  type RegisterFileOptions
} from "../registers/registerFile.js";
import type {RegisterSpec} from "../registers/registerSpec.js";
import {manifestKind, reducedKinds, scriptHash} from "./reductionScript.js";

/** What a delivery that was reduced where the registers are says of a register as it was. */
export interface Reduced {
  /** Rows that were handed out. */
  handedOut: number;
  /** Rows that stayed, and which of them would have been kept, left out and rejected. */
  stayed: {read: number; kept: number; leftOut: number; rejected: number};
  /** The kept ones among them by month; of diagnoses, their contacts. */
  months: Month[];
  /** Keys of the whole register, and how many of them the other register knows. */
  keys?: {all: number; known: number};
  /** The days that the register has rows of, where it has days: `yyyy-mm-dd`. */
  days: string[];
}

/** Registers by kind. */
export type Reduction = Map<string, Reduced>;

const manifest: RegisterSpec = {
  kind: manifestKind,
  label: "Reduktionens regnskab",
  without: "",
  columns: () => [
    {name: "script", meaning: "Scriptets segl", english: "The script's seal", type: "text", filled: true},
    {name: "kind", meaning: "Registeret", english: "The register", type: "text", filled: true},
    {name: "counted", meaning: "Hvad der er talt", english: "What is counted", type: "text", filled: true},
    {name: "on_day", meaning: "Dag, eller uge", english: "Day, or week", type: "code"},
    {name: "n_before", meaning: "Antal i registeret", english: "Number in the register", type: "number", filled: true},
    {name: "n_after", meaning: "Antal i udtrækket", english: "Number in the delivery", type: "number", filled: true}
  ],
  output: () =>
    ["script", "kind", "counted", "on_day", "n_before", "n_after"].map((column) => ({
      name: column,
      type: column.startsWith("n_") ? "DOUBLE" : "VARCHAR",
      sql: column
    })),
  leftOut: () => [],
  checks: () => [
    {rule: "number", column: "n_after", broken: "n_after < 0 OR n_after > n_before", expected: "højst n_before"},
    {
      rule: "code",
      column: "counted",
      broken: "counted NOT IN ('kept', 'left_out', 'rejected', 'contacts', 'keys')",
      expected: "kept, left_out, rejected, contacts eller keys"
    }
  ]
};

const again = "reducer registrene igen med scriptet fra »rygatlas reduce«";

/**
 * The account of a reduced delivery; undefined where the delivery is whole.
 * @param files those of the account
 * @throws Refusal when it is broken, or of another version's script or other code lists
 */
export async function readManifest(
  session: Session,
  files: string[] | undefined,
  options: Omit<RegisterFileOptions, "spec" | "path" | "fileNo">
): Promise<Reduction | undefined> {
  if (!files) return undefined;
  const tables: string[] = [];
  for (const [fileNo, file] of files.entries()) {
    const read = await readRegisterFile(session, file, {
      ...options,
      parquet: `${options.parquet}-${fileNo}.parquet`,
      spec: manifest,
      path: manifestKind,
      fileNo
    });
    if (rejectedRows(read) > 0)
      throw new Refusal(
        `Reduktionens regnskab ${read.file} har ${rejectedRows(read)} linjer, der ikke kan være rigtige; hent filen igen, eller ${again}.`
      );
    tables.push(`SELECT script, kind, counted, on_day, n_before, n_after FROM ${read.rows}`);
  }
  await session.run(`CREATE OR REPLACE TEMP TABLE reduction AS
    SELECT script, kind, counted, CASE WHEN kind = 'sssy' THEN rg_week(on_day) ELSE rg_date(on_day) END AS on_day,
      n_before, n_after
    FROM (${tables.join(" UNION ALL ")})`);
  await refuseOtherScript(session, options.codelists);
  const kinds = await session.rows<{kind: string}>("SELECT DISTINCT kind FROM reduction ORDER BY kind");
  const reduction: Reduction = new Map();
  for (const {kind} of kinds) reduction.set(kind, await reducedOf(session, kind));
  await session.run("DROP TABLE reduction");
  return reduction;
}

async function refuseOtherScript(session: Session, codelists: Codelists): Promise<void> {
  const scripts = await session.rows<{script: string}>("SELECT DISTINCT script FROM reduction ORDER BY script");
  const ours = scriptHash(codelists);
  if (scripts.length === 1 && scripts[0]!.script === ours) return;
  throw new Refusal(
    `Registrene er reduceret med scriptet ${scripts.map(({script}) => quoted(script)).join(" og ") || "uden segl"}, men denne udgave og dens kodelister svarer til ${quoted(ours)}; ${again}.`
  );
}

async function reducedOf(session: Session, kind: string): Promise<Reduced> {
  const of = text(kind);
  const counted = await session.rows<{counted: string; before: number; after: number}>(
    `SELECT counted, sum(n_before) AS before, sum(n_after) AS after FROM reduction WHERE kind = ${of} GROUP BY counted`
  );
  const row = (what: string) => counted.find((one) => one.counted === what);
  const stayed = (what: string) => (row(what)?.before ?? 0) - (row(what)?.after ?? 0);
  const [kept, leftOut, rejected] = ["kept", "left_out", "rejected"].map(stayed) as [number, number, number];
  const keys = row("keys");
  const months = await session.rows<{month: string; n: number; first: string; last: string}>(`
    SELECT CAST(date_trunc('month', on_day) AS VARCHAR) AS month, sum(n_before - n_after) AS n,
      CAST(min(on_day) AS VARCHAR) AS first, CAST(max(on_day) AS VARCHAR) AS last
    FROM reduction
    WHERE kind = ${of} AND counted = '${kind === "lpr_diagnoses" ? "contacts" : "kept"}' AND n_before > n_after
    GROUP BY month ORDER BY month`);
  const days = await session.rows<{day: string}>(`
    SELECT DISTINCT CAST(on_day AS VARCHAR) AS day FROM reduction
    WHERE kind = ${of} AND counted = 'kept' AND on_day IS NOT NULL ORDER BY day`);
  return {
    handedOut: sum(["kept", "left_out", "rejected"], (what) => row(what)?.after ?? 0),
    stayed: {read: kept + leftOut + rejected, kept, leftOut, rejected},
    months: monthsOf(months),
    ...(keys && {keys: {all: keys.before, known: keys.after}}),
    days: days.map(({day}) => day)
  };
}

/** A register of a reduced delivery of which no row is needed; the rows before are known by the account alone. */
export function isEmptied(reduction: Reduction | undefined, kind: string): boolean {
  return reducedKinds.includes(kind) && reduction?.get(kind)?.handedOut === 0;
}

/**
 * Holds the rows of a register that were read against the account.
 * @throws Refusal when there are others than were handed out
 */
export function refuseOtherCount(reduction: Reduction, kind: string, read: number): void {
  const said = reduction.get(kind)?.handedOut ?? 0;
  if (said === read) return;
  const whole = new Intl.NumberFormat("da-DK");
  throw new Refusal(
    `${kind}: der er ${whole.format(read)} rækker, men reduktionens regnskab siger ${whole.format(said)}; hent alle registerets filer, eller ${again}.`
  );
}
