import {join} from "node:path";
import {readCodebook} from "../ground/codebook.js";
import {readCodelists} from "../ground/codelists.js";
import type {Extracts} from "../sources/delivery.js";
import {frozenReleases} from "../disclosure/frozen.js";
import {decisionFolder} from "../disclosure/keptDecision.js";
import {registerSums} from "../tables/sums/registers.js";
import type {Seal} from "../engine/seal.js";
import {openSession} from "../engine/session.js";
import type {Destination} from "./destination.js";
import {keepPeople} from "./people.js";
import {peopleSeal} from "./seals.js";
import {analyseRegisters} from "../indicators/definition/analyseRegisters.js";
import {refuseUnsoundIndicators} from "../indicators/definition/soundIndicators.js";
import {reachWarnings, type Reach} from "../indicators/definition/reach.js";
import {registerFacts, type RegisterFacts} from "../facts/registerFacts.js";
import type {Settings} from "../ground/settings.js";
import {figuresOfRegisters} from "../printed/known.js";
import {readRegisters, type RegisterDelivery, type RegisterOptions} from "../sources/registers.js";
import {registerTables} from "../tables/index.js";
import {writeTables, type ReleasedTime} from "../disclosure/writeTables.js";

/** What reading and analysing registers gave, for the report. */
export interface RegisterReport {
  synthetic: boolean;
  seal: Seal;
  /** Empty when every table already carried today's seal. */
  files: RegisterDelivery["files"];
  leftOut: RegisterDelivery["leftOut"];
  missing: string[];
  /** How registers meet each other and the code lists, and how far they reach. */
  meetings: RegisterDelivery["meetings"];
  reach: (Reach & {column: string})[];
  warnings: string[];
  rejects: string;
  written: {table: string; rows: number}[];
  /** Periods that stand as they were released. */
  released: ReleasedTime[];
  fresh: boolean;
}

/** Where the tables of the registers lie before protection. */
export function registerFolder(settings: Settings): string {
  return join(settings.workspace, "registers");
}

/** Where the list of rejected rows of registers goes. */
export function registerRejects(settings: Settings): string {
  return join(settings.workspace, "register-rejects.csv");
}

/** How a delivery of registers is read with the settings. */
export function readingOptions(
  settings: Settings,
  folder: string,
  {aside, step}: Pick<Destination, "aside" | "step">
): RegisterOptions {
  return {
    folder,
    codelists: readCodelists(join(settings.root, "data/codelists")),
    settings: settings.registers,
    maxRejectedPercent: settings.maxRejectedPercent,
    staging: aside,
    rejectsFile: registerRejects(settings),
    step
  };
}

/** A typing error of an indicator is said at once, and not when everything it is computed from has been read. */
async function tryIndicators(settings: Settings, aside: string): Promise<void> {
  const session = await openSession({...settings, threads: 1, temporary: join(aside, "duckdb")});
  try {
    const codelists = readCodelists(join(settings.root, "data/codelists"));
    await refuseUnsoundIndicators(session, codelists, settings.parameters);
  } finally {
    session.close();
  }
}

/**
 * Reads a delivery of registers and writes the tables on them.
 * @throws Refusal when the registers cannot be used
 */
export async function loadRegisters(
  settings: Settings,
  extracts: Extracts,
  seal: Seal,
  {aside, published, write, step}: Destination
): Promise<{report: RegisterReport; facts: RegisterFacts}> {
  const {folder, synthetic} = extracts;
  step("Prøver indikatorernes SQL");
  await tryIndicators(settings, aside);
  const session = await openSession({...settings, temporary: join(aside, "duckdb")});
  try {
    const codebook = readCodebook(settings.codebook);
    const about = {synthetic, codebook, tables: registerTables};
    const releases = published ? await frozenReleases(settings, "registers", about) : [];
    const options = readingOptions(settings, folder, {aside, step});
    const {codelists} = options;
    const delivery = await readRegisters(session, options);
    step("Finder patienterne og følger dem");
    const models = await analyseRegisters(session, settings.parameters);
    if (write && published) await keepPeople(session, join(aside, "people"), peopleSeal(extracts, settings));
    const warnings = [...delivery.warnings, ...(await reachWarnings(session, {...models, places: delivery.places}))];
    const kept = (table: string) => join(aside, "tables", `${table}.parquet`);
    const sums = registerSums(
      codelists,
      settings.parameters.periods,
      models.indicators.map(({id}) => id)
    );
    const disclosure = {
      rules: settings.disclosure.registers,
      sums,
      codebook,
      releases,
      decisions: decisionFolder(settings),
      threads: settings.threads,
      printed: figuresOfRegisters(settings, {...models, codelists}, synthetic)
    };
    const written = await writeTables(session, registerTables, models, {
      ...(write && {kept, published}),
      disclosure,
      seal,
      synthetic,
      step
    });
    const {files, leftOut, missing, meetings, places} = delivery;
    const report = {
      synthetic,
      seal,
      files,
      leftOut,
      missing: missing.map(({message}) => message),
      meetings,
      reach: models.reach.map((row) => ({...row, column: places.get(row.kind)!.column})),
      warnings,
      rejects: registerRejects(settings),
      written: write ? written.tables : [],
      released: written.disclosure?.released ?? [],
      fresh: false
    };
    return {
      report,
      facts: registerFacts({
        synthetic,
        date: seal.date,
        seal: seal.hash,
        ...models,
        codelists,
        delivery,
        coverage: {least: settings.coverage.registers, rows: written.shown?.get("contact_coverage") ?? []},
        disclosure: written.disclosure
      })
    };
  } finally {
    session.close();
  }
}
