import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {readCodebook} from "./codebook.js";
import {findDelivery, sealOf} from "./delivery.js";
import {publishedColumns, publishedRows} from "./disclosure/withhold.js";
import {tableSeal, type Seal} from "./engine/seal.js";
import {openSession, text, type Session} from "./engine/session.js";
import {moveInto, replaceFolder, staging} from "./engine/staging.js";
import {writeTable} from "./engine/writeTable.js";
import {geometryOf, keepGeometry} from "./geometry/geometry.js";
import {loadRegisters, type RegisterReport} from "./loadRegisters.js";
import {createAgeCounts} from "./models/ageCounts.js";
import {participantCounts} from "./models/participantCounts.js";
import {reconciliationFacts} from "./reconcile/facts.js";
import type {Settings} from "./settings.js";
import {siteFacts, type SiteFacts} from "./siteFacts.js";
import {readAudit, type AuditDelivery} from "./sources/audit.js";
import {tables} from "./tables/index.js";

/** What `load` did, for its report. */
export interface LoadReport {
  synthetic: boolean;
  seal: Seal;
  /** Rows read, kept and rejected per file; empty when every table already carried today's seal. */
  files: {file: string; read: number; kept: number; rejected: number}[];
  rejects?: string;
  written: {table: string; rows: number}[];
  fresh: boolean;
  out: string;
  /** Somebody's own registers, where the delivery holds any. */
  registers?: RegisterReport;
}

export interface LoadOptions {
  /** A folder of extracts instead of the settings'. */
  extracts?: string;
  /** Where published tables go. */
  out?: string;
  /** False: do everything but write. */
  write: boolean;
  /** Told of each step before it begins. */
  step?: (label: string) => void;
}

/** Framework's cache, where `observable build` and `preview` look before they run a loader. */
export function buildCache(settings: Settings): string {
  return join(settings.root, "src/.observablehq/cache/data");
}

/**
 * Reads the extracts and writes every published table as Parquet, with the site's facts beside.
 * Everything is computed in a folder aside and moved in place at the end, file by file: whenever it stops, each table is
 * whole, and the seals tell a half-moved set.
 * @throws Refusal when the extracts cannot be used; nothing that stood there before has then been replaced
 */
export async function load(settings: Settings, options: LoadOptions): Promise<LoadReport> {
  const step = options.step ?? (() => {});
  const out = options.out ?? buildCache(settings);
  const codebook = readCodebook(settings.codebook);
  step("Finder udtræk");
  const delivery = await findDelivery(settings, codebook, options.extracts);
  const seal = await sealOf(delivery, settings);
  const registers = delivery.registers && (await loadRegisters(settings, delivery.registers, {write: options.write, step}));
  const geometry = geometryOf(settings.root, out);
  const report = {synthetic: delivery.synthetic, seal, files: [], written: [], out, ...(registers && {registers})};
  if (options.write && isFresh(out, seal)) {
    keepGeometry(out, geometry);
    return {...report, fresh: true};
  }

  const aside = staging(options.write ? out : settings.workspace);
  const workspaceAside = staging(settings.workspace);
  const session = await openSession({...settings, temporary: join(workspaceAside, "duckdb")});
  try {
    step("Læser og kontrollerer registreringer");
    const audit = await readAudit(session, {
      files: delivery.audit,
      codebook,
      aliases: settings.aliases,
      maxRejectedPercent: settings.maxRejectedPercent,
      staging: workspaceAside,
      // Not aside: the list of rejected rows is of most use when the delivery is refused.
      rejectsFile: join(settings.workspace, "rejects.csv")
    });
    step("Tæller svar");
    await createAgeCounts(session);
    const models = {codebook, session, counts: await participantCounts(session, codebook)};
    const written: LoadReport["written"] = [];
    for (const table of tables) {
      step(`Beregner ${table.name}`);
      const rows = await table.rows(models);
      const metadata = {rygatlas_seal: seal.hash, rygatlas_date: seal.date ?? "", rygatlas_data: delivery.synthetic ? "synthetic" : "own"};
      if (options.write) {
        await writeTable(session, join(workspaceAside, "tables", `${table.name}.parquet`), table.columns, rows, metadata);
        await writeTable(session, join(aside, `${table.name}.parquet`), publishedColumns(table), publishedRows(table, rows), metadata);
      }
      written.push({table: table.name, rows: rows.length});
    }
    if (options.write) {
      const facts = siteFacts({codebook, delivery, seal, audit, written, counts: models.counts});
      step("Sammenholder med de trykte rapporter");
      writeFileSync(join(aside, "reconciliation.json"), JSON.stringify(await reconciliationFacts(settings)));
      keepGeometry(aside, geometry);
      writeFileSync(join(aside, "site.json"), JSON.stringify(facts));
      await keepRegistrations(session, audit, join(workspaceAside, "registrations"));
      for (const folder of ["registrations", "tables"]) replaceFolder(join(settings.workspace, folder), join(workspaceAside, folder));
      moveInto(out, aside, "site.json");
    }
    return {...report, files: filesOf(audit), rejects: audit.rejectsFile, written: options.write ? written : [], fresh: false};
  } finally {
    session.close();
    rmSync(aside, {recursive: true, force: true});
    rmSync(workspaceAside, {recursive: true, force: true});
  }
}

/** Whether every published table in a folder carries the seal. */
export function isFresh(out: string, seal: Seal): boolean {
  const site = join(out, "site.json");
  if (!existsSync(site) || (JSON.parse(readFileSync(site, "utf8")) as SiteFacts).seal !== seal.hash) return false;
  return tables.every(({name}) => tableSeal(join(out, `${name}.parquet`)) === seal.hash);
}

function filesOf(audit: AuditDelivery): LoadReport["files"] {
  return audit.files.map(({file, read, kept, rejected}) => ({file: basename(file), read, kept, rejected}));
}

/** Leaves the typed registrations for the analyst's own tools; as read they still hold the rejected rows. */
async function keepRegistrations(session: Session, audit: AuditDelivery, folder: string): Promise<void> {
  if (audit.files.every((file) => file.rejected === 0)) return;
  const kept = join(folder, "..", "kept.parquet");
  await session.run(`COPY registrations TO ${text(kept)} (FORMAT parquet)`);
  rmSync(folder, {recursive: true});
  mkdirSync(folder);
  renameSync(kept, join(folder, "registrations.parquet"));
}
