import {rmSync} from "node:fs";
import {join} from "node:path";
import {readCodelists} from "./codelists.js";
import {hashFiles, hashFolders, hashOf, tableSeal} from "./engine/seal.js";
import {openSession} from "./engine/session.js";
import {replaceFolder, staging} from "./engine/staging.js";
import {writeTable} from "./engine/writeTable.js";
import {analyseRegisters} from "./models/registers/analyseRegisters.js";
import type {Settings} from "./settings.js";
import {deliveredRegisters, readRegisters, type RegisterDelivery} from "./sources/registers.js";
import {registerTables} from "./tables/registerTables.js";
import type {Column} from "./tables/table.js";

/** What reading and analysing registers gave, for the report. */
export interface RegisterReport {
  files: RegisterDelivery["files"];
  leftOut: RegisterDelivery["leftOut"];
  missing: string[];
  rejects: string;
  written: {table: string; rows: number}[];
  /** Where the tables lie. */
  out: string;
  fresh: boolean;
}

/**
 * Reads a delivery of registers and writes the tables on them, before protection, to the workspace. They are about few
 * people in many cells, so nothing of them is published before small counts are protected.
 * @param folder the folder that holds a folder for each register
 * @throws Refusal when the registers cannot be used; the tables that stood there before are then untouched
 */
export async function loadRegisters(
  settings: Settings,
  folder: string,
  {write, step}: {write: boolean; step: (label: string) => void}
): Promise<RegisterReport> {
  const out = join(settings.workspace, "registers");
  const rejects = join(settings.workspace, "register-rejects.csv");
  const report = {files: [], leftOut: [], missing: [], rejects, written: [], out};
  const seal = await registerSeal(settings, folder);
  if (write && registerTables.every(({name}) => tableSeal(join(out, `${name}.parquet`)) === seal)) return {...report, fresh: true};

  const aside = staging(settings.workspace);
  const session = await openSession({...settings, temporary: join(aside, "duckdb")});
  try {
    const delivery = await readRegisters(session, {
      folder,
      codelists: readCodelists(join(settings.root, "data/codelists")),
      settings: settings.registers,
      maxRejectedPercent: settings.maxRejectedPercent,
      staging: aside,
      rejectsFile: rejects,
      step
    });
    step("Finder patienterne og følger dem");
    const models = await analyseRegisters(session);
    const written: RegisterReport["written"] = [];
    for (const table of registerTables) {
      step(`Beregner ${table.name}`);
      const rows = await table.rows(models);
      if (write) await writeTable(session, join(aside, "tables", `${table.name}.parquet`), table.columns as Column[], rows, {rygatlas_seal: seal});
      written.push({table: table.name, rows: rows.length});
    }
    if (write) replaceFolder(out, join(aside, "tables"));
    const {files, leftOut, missing} = delivery;
    return {...report, files, leftOut, missing: missing.map(({message}) => message), written: write ? written : [], fresh: false};
  } finally {
    session.close();
    rmSync(aside, {recursive: true, force: true});
  }
}

async function registerSeal(settings: Settings, folder: string): Promise<string> {
  const {registers, maxRejectedPercent} = settings;
  return hashOf(
    await hashFiles(folder, deliveredRegisters(folder)),
    hashFolders(settings.root, ["data-loaders", "src/statistics", "data/codelists"]),
    JSON.stringify({registers, maxRejectedPercent})
  );
}
