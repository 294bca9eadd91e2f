import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {ascending} from "d3-array";
import {keptReleases, readReleases, type KeptRelease} from "../disclosure/keptReleases.js";
import {hashOf} from "../engine/seal.js";
import type {Row} from "../engine/session.js";
import type {RegisterFacts} from "../facts/registerFacts.js";
import type {SiteFacts} from "../facts/siteFacts.js";
import type {Period, RegisterParameters} from "../ground/parameters.js";
import {Refusal} from "../ground/refusal.js";
import type {Settings} from "../ground/settings.js";
import {auditTables, tables} from "../tables/index.js";
import type {Share} from "./moved.js";
import {textsOf, type Text} from "./texts.js";

/** What a site says, as far as the next is compared with it: nothing that is not published. */
export interface Edition {
  /** The oldest first. */
  periods: Period[];
  /** What else decides who is counted. */
  parameters: Omit<RegisterParameters, "periods">;
  /** Below which a count of registers is hidden. */
  threshold: number;
  /** Tables by name. */
  tables: string[];
  /** Rows of `indicator_values`. */
  shares: Share[];
  /** Rounds of the audit. */
  rounds: number[];
  /** Undefined for a release that did not keep them. */
  texts?: Text[];
}

/** Site and registers, as facts. */
export type Facts = SiteFacts & {registers: RegisterFacts};

/** A release's own file of the texts it was made with. */
export const textsFile = "texts.json";

/** The tables that are compared. */
const compared = {registers: "indicator_values", audit: "audit_answers"} as const;

/** What today's site says, by its facts and tables. */
export function editionOf(
  {root, disclosure}: Pick<Settings, "root" | "disclosure">,
  facts: Facts,
  rows: (table: string) => Row[]
): Edition {
  const {periods, parameters} = facts.registers;
  return {
    periods,
    parameters,
    threshold: disclosure.registers.threshold,
    tables: tables.map(({name}) => name),
    shares: ofRegisters(rows(compared.registers)),
    rounds: roundsOf(rows(compared.audit)),
    texts: textsOf(facts, root)
  };
}

/** What a kept release says. */
export interface KeptEdition extends Edition {
  /** The release's name: its day. */
  name: string;
}

/**
 * The kept releases of the same kind of data, the newest first: the twin's say nothing beside own extracts.
 * @throws Refusal when one is cut off or edited, of another code book, or of other periods by the same names
 */
export async function keptEditions(settings: Settings, facts: Facts): Promise<KeptEdition[]> {
  const {root, disclosure} = settings;
  const about = {synthetic: facts.synthetic, codebook: facts.codebook};
  const names = [compared.audit, "codebook"];
  const audit = await readReleases(root, "audit", {
    ...about,
    tables: auditTables.filter(({name}) => names.includes(name)),
    rules: disclosure.audit
  });
  const registers = await readReleases(root, "registers", {
    ...about,
    synthetic: facts.registers.synthetic,
    tables: tables.filter(({name}) => name === compared.registers),
    rules: disclosure.registers
  });
  return keptReleases(root).flatMap((release) => {
    const [ofAudit, ofRegister] = [audit, registers].map((side) => side.find(({name}) => name === release.name));
    if (!ofAudit || !ofRegister) return [];
    const {periods, ...parameters} = ofRegister.parameters;
    refuseOtherPeriods(release.name, periods, facts.registers.periods);
    return [
      {
        name: release.name,
        periods: periods.toSorted((a, b) => ascending(a.from, b.from)),
        parameters,
        threshold: ofRegister.rules.threshold,
        tables: tablesOf(release),
        shares: ofRegisters(ofRegister.rows.get(compared.registers) ?? []),
        rounds: roundsOf(ofAudit.rows.get(compared.audit) ?? []),
        texts: readTexts(release)
      }
    ];
  });
}

/** Texts as a release keeps them: with their hash, since no manifest lists them. */
export function keptTexts(texts: readonly Text[]): string {
  return `${JSON.stringify({sha256: hashOf(JSON.stringify(texts)), texts}, null, 1)}\n`;
}

function readTexts({name, folder}: KeptRelease): Text[] | undefined {
  const file = join(folder, textsFile);
  // Releases of earlier versions have none.
  if (!existsSync(file)) return undefined;
  try {
    const {sha256, texts} = JSON.parse(readFileSync(file, "utf8")) as {sha256: string; texts: Text[]};
    if (sha256 === hashOf(JSON.stringify(texts))) return texts;
  } catch {
    // Said below: cut off or edited, it is not what was released.
  }
  throw new Refusal(
    `Udgivelsen ${name} i data/releases: ${textsFile} er ikke, som den blev gemt; hent filen igen fra git, eller fjern den, så tekster ikke sammenholdes.`
  );
}

function refuseOtherPeriods(name: string, then: readonly Period[], now: readonly Period[]): void {
  const other = now.find((period) =>
    then.some((before) => before.id === period.id && (before.from !== period.from || before.to !== period.to))
  );
  if (other)
    throw new Refusal(
      `Udgivelsen ${name} i data/releases har andre dage i perioden ${other.id} end settings.yaml (registers, periods), så de kan ikke sammenholdes: giv den nye periode et andet navn, eller flyt udgivelsens mappe væk.`
    );
}

function tablesOf({manifest}: KeptRelease): string[] {
  return (manifest.files ?? []).flatMap(({path}) => /\/(\w+)\.parquet$/.exec(path)?.[1] ?? []);
}

function ofRegisters(rows: Row[]): Share[] {
  return rows.filter(({area_id}) => area_id !== "unknown") as Share[];
}

function roundsOf(rows: Row[]): number[] {
  return [...new Set(rows.map(({round}) => Number(round)))].sort((a, b) => a - b);
}
