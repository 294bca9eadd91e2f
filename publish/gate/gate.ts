import {rmSync} from "node:fs";
import {join, resolve} from "node:path";
import {hashOf} from "../../data-loaders/engine/seal.js";
import {openSession} from "../../data-loaders/engine/session.js";
import {staging} from "../../data-loaders/engine/staging.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {publishedShape} from "../../data-loaders/disclosure/participants.js";
import {tables as definitions} from "../../data-loaders/tables/index.js";
import {fence} from "../fence/fence.js";
import {manifestFile} from "../../data-loaders/disclosure/keptReleases.js";
import {readManifest, type Manifest} from "../release/manifest.js";
import {publishedTables} from "../answers/tables.js";
import {answers} from "./answers.js";
import {attack} from "./attack.js";
import {derivedNumbers} from "./derivedNumbers.js";
import {drafts} from "./drafts.js";
import {drawings} from "./drawings.js";
import {embeddedData, readFacts, siteFactsAgree} from "./embeddedData.js";
import {fileKinds} from "./fileKinds.js";
import {readFinishedSite, type FinishedSite} from "./finishedSite.js";
import {fixedFiles} from "./fixedFiles.js";
import {withoutForms} from "./forms.js";
import {readTables, type GatedTable} from "./gatedTables.js";
import {hiddenRows} from "./hiddenRows.js";
import {identifiers} from "./identifiers.js";
import {newsFaults} from "./news.js";
import {ownFiles} from "./ownFiles.js";
import {participantKeys} from "./participantKeys.js";
import {gateCode, readProofs, siteSources, type Known} from "./proofs.js";
import {prose} from "./prose.js";
import {searchFile} from "./searchFile.js";
import {readSources} from "./sources.js";
import {tableFile} from "./tableFiles.js";
import {wholeness} from "./wholeness.js";

/** What the gate looked through, for its report. */
export interface GateReport {
  files: number;
  tables: number;
  /** Whether the very same site had passed before, so that only its wholeness was looked at. */
  before: boolean;
  /** What the data controller should know of the kept releases, a line each. */
  remarks: string[];
}

/** What was found in a site. */
interface Found {
  faults: string[];
  remarks: string[];
}

/**
 * Refuses a release that discloses more than it may: reads only what `dist` holds, the
 * definitions of tables and the pages' sources.
 * @param proofs what need not be proved again
 * @throws Refusal with one sentence for each thing found; the project's own `dist` is then
 * removed, so that nobody publishes it
 */
export async function gate(settings: Settings, dist: string, proofs = readProofs(settings)): Promise<GateReport> {
  const manifest = readManifest(dist);
  const site = readFinishedSite(dist);
  const broken = wholeness(site, manifest);
  const code = gateCode(settings);
  const key = hashOf("site", site.text(manifestFile), code, siteSources(settings.root));
  const report = {files: site.files.length, tables: definitions.length};
  if (broken.length === 0 && proofs.has(key)) return {...report, before: true, remarks: []};
  const {faults, remarks} = await look(site, settings, manifest, {proofs, code}).catch(asFound);
  const found = [...broken, ...faults];
  if (found.length > 0) {
    if (resolve(dist) === join(settings.root, "dist")) rmSync(dist, {recursive: true, force: true});
    throw new Refusal(
      [...found, `Webstedet må ikke offentliggøres: ${found.length === 1 ? "1 fejl" : `${found.length} fejl`}.`].join(
        "\n"
      )
    );
  }
  proofs.note(key);
  proofs.keep();
  return {...report, before: false, remarks};
}

/** What cannot be read cannot be let through. */
function asFound(error: unknown): Found {
  if (error instanceof Refusal) return {faults: [error.message], remarks: []};
  throw error;
}

/** Everything that may not be as it is, one sentence each. */
async function look(whole: FinishedSite, settings: Settings, manifest: Manifest, known: Known): Promise<Found> {
  const {site, faults: ofForms} = await withoutForms(whole, settings);
  const {tables, faults} = await readTables(
    site,
    definitions.map((table) => publishedShape(table, settings.disclosure.audit))
  );
  const sources = await readSources(site, settings.root);
  const facts = readFacts(site);
  // Queries and sums need every table, and each as it is defined.
  const read = faults.length === 0 ? await contents(site, tables, facts, settings, known) : {faults: [], remarks: []};
  const found = [
    ...fileKinds(site),
    ...ofForms,
    ...faults,
    ...fixedFiles(site, tables, manifest, settings.root),
    ...drafts(site, sources, settings.root),
    ...ownFiles(site),
    ...identifiers(site, tables),
    ...participantKeys(site, tables, settings.disclosure.audit),
    ...derivedNumbers(tables),
    ...embeddedData(site),
    ...siteFactsAgree(site, tables),
    ...prose(site, sources, settings),
    ...(await searchFile(site, sources)),
    ...(faults.length === 0 ? await newsFaults(site, tables, settings) : []),
    ...tables.flatMap((table) =>
      hiddenRows(table, facts && table.table.protection?.(facts.codebook, settings.disclosure.audit))
    ),
    ...read.faults
  ];
  // A page with a fault is not opened.
  const drawn = found.length === 0 ? await drawings(site, tables, known) : [];
  return {faults: [...found, ...drawn], remarks: read.remarks};
}

async function contents(
  site: FinishedSite,
  tables: GatedTable[],
  facts: ReturnType<typeof readFacts>,
  settings: Settings,
  known: Known
): Promise<Found> {
  const scratch = staging(settings.workspace);
  // Queries of pages are asked where there are the published tables alone; files are looked into elsewhere.
  const session = await publishedTables(settings, (name) =>
    join(site.dist, tables.find(({table}) => table.name === name)!.file)
  );
  const files = await openSession({...settings, temporary: scratch});
  try {
    const faults = await fence(settings.root, session);
    for (const table of tables) faults.push(...(await tableFile(site, table, files, scratch)));
    if (faults.length > 0 || !facts) return {faults, remarks: []};
    const wrong = await answers(site, tables, session, known);
    const attacked = await attack(tables, settings, facts, known);
    return {faults: [...wrong, ...attacked.faults], remarks: attacked.remarks};
  } finally {
    session.close();
    files.close();
    rmSync(scratch, {recursive: true, force: true});
  }
}

/** The report as it is printed. */
export function describeGate({files, tables, before, remarks}: GateReport): string[] {
  return [
    ...remarks,
    before
      ? `${files} filer er uændrede, siden webstedet kom igennem kontrollen.`
      : `${files} filer og ${tables} tabeller er kontrolleret: webstedet må offentliggøres.`
  ];
}
