import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {codelistColumns} from "../ground/codelists.js";
import {name, openSession, text, type Session} from "../engine/session.js";
import {variablesSql} from "../engine/sqlFile.js";
import {replaceFolder, staging} from "../engine/staging.js";
import {indicatorVariable, type Indicator} from "../indicators/definition/indicator.js";
import {readIndicators} from "../indicators/definition/readIndicators.js";
import {readingOptions} from "../load/loadRegisters.js";
import type {RegisterParameters} from "../ground/parameters.js";
import {models, modelVariables} from "../models/registers/registerModels.js";
import type {Settings} from "../ground/settings.js";
import {readRegisters} from "../sources/registers.js";
import {dreamViews, registerViews} from "../sources/registers/registerViews.js";

/** Where the scripts are that open the sources, and that make every indicator's patients. */
export interface Sources {
  open: string;
  indicators: string;
}

/**
 * Reads a folder of registers and writes them as typed Parquet, with the code lists, the settings and the indicators as
 * SQL: what a DuckDB shell needs to run the models by hand. They hold people, and stay in the workspace.
 * @throws Refusal when the registers cannot be used
 */
export async function keepSources(
  settings: Settings,
  folder: string,
  {out = join(settings.workspace, "sources"), step}: {out?: string; step: (label: string) => void}
): Promise<Sources> {
  const aside = staging(settings.workspace);
  const session = await openSession({...settings, temporary: join(aside, "duckdb")});
  try {
    await readRegisters(session, readingOptions(settings, folder, {aside, step}));
    step("Skriver registrene");
    return await writeSources(session, out, settings.parameters, await readIndicators());
  } finally {
    session.close();
    rmSync(aside, {recursive: true, force: true});
  }
}

/** Writes the registers of the session into a folder, with the scripts beside; what stood there goes. */
async function writeSources(
  session: Session,
  folder: string,
  parameters: RegisterParameters,
  indicators: Indicator[]
): Promise<Sources> {
  const tables = [...registerViews, ...Object.keys(codelistColumns).map((list) => `code_${list}`)];
  const aside = `${folder}.new`;
  mkdirSync(aside, {recursive: true});
  const views = tables.map((table) => {
    const file = text(join(folder, `${table}.parquet`));
    return `CREATE OR REPLACE TEMP VIEW ${name(table)} AS FROM read_parquet(${file});\n`;
  });
  for (const table of tables) {
    await session.run(`COPY (FROM ${name(table)}) TO ${text(join(aside, `${table}.parquet`))} (FORMAT parquet)`);
  }
  const open = [...views, `.read ${fileURLToPath(dreamViews)}\n`, variablesSql(modelVariables(parameters))];
  writeFileSync(join(aside, "open.sql"), open.join(""));
  writeFileSync(join(aside, "indicators.sql"), indicators.map(patientsSql).join("\n"));
  replaceFolder(folder, aside);
  return {open: join(folder, "open.sql"), indicators: join(folder, "indicators.sql")};
}

/** A table by the indicator's id, one row a patient in its denominator. */
function patientsSql(indicator: Indicator): string {
  const variable = variablesSql({indicator: indicatorVariable(indicator)});
  return `${variable}CREATE OR REPLACE TEMP TABLE ${name(indicator.id)} AS\n${indicator.sql.trim()};\n`;
}

export function describeSources({open, indicators}: Sources): string[] {
  const here = (file: string) => relative(process.cwd(), file);
  return [
    "Registrene er skrevet, som de er læst. Følg et tal i hånden fra projektets mappe:",
    `duckdb -init ${here(open)}`,
    `.read ${here(fileURLToPath(models))}`,
    `.read ${here(indicators)}`
  ];
}
