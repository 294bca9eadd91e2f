import {mkdirSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {readCodelists} from "../../ground/codelists.js";
import type {Seal} from "../../engine/seal.js";
import {openSession, text} from "../../engine/session.js";
import {replaceFolder, staging} from "../../engine/staging.js";
import {isKept} from "../../load/freshness.js";
import {readIndicators} from "../../indicators/definition/readIndicators.js";
import {loadRegisters, registerFolder} from "../../load/loadRegisters.js";
import {defaultParameters} from "../../ground/parameters.js";
import {registerSeal} from "../../load/seals.js";
import type {Settings} from "../../ground/settings.js";
import {defaultRegisterSettings} from "../../ground/registerSettings.js";
import {registerTwin, registerTwinMark} from "../../synthetic/twin.js";
import {registerTables} from "../../tables/index.js";
import {defaultTwin, ofTwin} from "../twin.js";
import type {ComputedRegisters} from "../../printed/registers/computed.js";

/**
 * What decides the tables on registers when nobody has changed the settings; a test holds
 * them against the settings' own defaults.
 */
export const defaultRegisters = {
  registers: defaultRegisterSettings,
  parameters: defaultParameters,
  maxRejectedPercent: 5
};

export interface RegisterTwinOptions {
  /** Called with each step's label before it begins. */
  step?: (label: string) => void;
}

/**
 * Everything the annual report prints, computed from the default register twin before protection: own
 * extracts, settings and aliases change nothing here. Tables that carry the twin's seal are used as they
 * are, `load`'s too; else they are computed on the same way as `load`, into a folder of their own.
 */
export async function computeRegisterTwin(
  settings: Settings,
  options: RegisterTwinOptions = {}
): Promise<ComputedRegisters> {
  return registersOfTwin(defaultRegisterSide(settings), "reconcile/registers", options);
}

/**
 * The tables of the register twin before protection, by the settings given.
 * @param folder in the workspace for those that `load` has not made
 */
export async function registersOfTwin(
  settings: Settings,
  folder: string,
  {step = () => {}}: RegisterTwinOptions = {}
): Promise<ComputedRegisters> {
  const madeFrom = registerTwinMark(settings);
  const seal = await registerSeal({folder: "", synthetic: true, files: [], madeFrom}, settings);
  const own = join(settings.workspace, folder);
  const kept = [registerFolder(settings), own].find((folder) => isKept(folder, seal.hash));
  if (!kept) await computeTables(settings, seal, own, step);
  return {
    tables: await readTables(settings, kept ?? own),
    indicators: await readIndicators(),
    parameters: settings.parameters,
    codelists: readCodelists(join(settings.root, "data/codelists"))
  };
}

async function computeTables(
  settings: Settings,
  seal: Seal,
  folder: string,
  step: (label: string) => void
): Promise<void> {
  step("Finder de syntetiske registre");
  const extracts = await registerTwin(settings);
  const aside = staging(settings.workspace);
  try {
    mkdirSync(join(aside, "tables"));
    mkdirSync(dirname(folder), {recursive: true});
    // Somebody's own list of rejected rows stays as it is.
    await loadRegisters({...settings, workspace: dirname(folder)}, extracts, seal, {aside, write: true, step});
    replaceFolder(folder, join(aside, "tables"));
  } finally {
    rmSync(aside, {recursive: true, force: true});
  }
}

async function readTables(settings: Settings, folder: string): Promise<ComputedRegisters["tables"]> {
  const session = await openSession({...settings, temporary: join(settings.workspace, "duckdb")});
  try {
    const read = registerTables.map(
      async ({name}) =>
        [name, await session.rows(`FROM read_parquet(${text(join(folder, `${name}.parquet`))})`)] as const
    );
    return Object.fromEntries(await Promise.all(read));
  } finally {
    session.close();
  }
}

/** The settings as delivered. */
function defaultRegisterSide(settings: Settings): Settings {
  const {seed, scale} = defaultTwin;
  return {...settings, ...defaultRegisters, ...ofTwin(settings, {seed, scale})};
}
