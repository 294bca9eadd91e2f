import {existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {csvParse} from "d3-dsv";
import type {HandIn} from "../../src/domain/handIn.js";
import {readCodebook} from "../ground/codebook.js";
import {codebookSeal} from "../ground/codebookSeal.js";
import {Refusal} from "../ground/refusal.js";
import type {Settings} from "../ground/settings.js";
import {readHandIn, type Expected} from "./readHandIn.js";

/** What became of one file: the hand-in that it is, where it was merged, or why not. */
export interface Received {
  file: string;
  handIn?: HandIn;
  /** `new`: nothing was there of the participant's round; `more`: it has more than was there; `known`: it has not. */
  merged?: "new" | "more" | "known";
  fault?: string;
}

export interface ReceiveOptions {
  /** The organiser's secret key file. */
  keyFile?: string;
  /** `yyyy-mm-dd` */
  today: string;
}

/**
 * Decrypts and checks every hand-in of a folder, and merges them into the audit's extracts: one file a participant and
 * round, written whole. A hand-in holds all of the participant's registrations, so that the same one counts once
 * however often it comes. A file with a fault changes nothing.
 * @throws Refusal when the folder or the key cannot be read
 */
export async function receive(
  settings: Settings,
  folder: string,
  {keyFile, today}: ReceiveOptions
): Promise<Received[]> {
  const expected: Expected = {
    codebook: readCodebook(settings.codebook),
    seal: codebookSeal(settings.codebook),
    today,
    ...(keyFile !== undefined && {secret: readSecret(keyFile)})
  };
  const audit = join(settings.extracts, "audit");
  const received: Received[] = [];
  for (const name of filesOf(folder)) {
    try {
      if (!lstatSync(join(folder, name)).isFile())
        throw new Refusal(`${name} er ikke en fil; læg afleveringerne direkte i mappen.`);
      const handIn = await readHandIn(join(folder, name), name, expected);
      received.push({file: name, handIn, merged: merge(audit, handIn, name)});
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      received.push({file: name, fault: error.message});
    }
  }
  return received;
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) throw new Refusal(`Mappen ${folder} findes ikke; angiv den mappe, afleveringerne ligger i.`);
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  if (names.length === 0) throw new Refusal(`Mappen ${folder} er tom; læg afleveringerne i den.`);
  return names.toSorted();
}

function readSecret(file: string): string {
  const secret = existsSync(file) ? /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(readFileSync(file, "utf8"))?.[0] : undefined;
  if (!secret)
    throw new Refusal(
      `${file} har ingen hemmelig nøgle, der begynder med AGE-SECRET-KEY-1; angiv den fil, rygatlas keys skrev.`
    );
  return secret;
}

/** @throws Refusal where a number is another registration than the one received before */
function merge(audit: string, handIn: HandIn, name: string): Received["merged"] {
  const {profession, participant, round, csv} = handIn;
  const file = join(audit, `${profession}-${participant}-runde${round}.csv`);
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  if (before !== undefined) {
    const [had, has] = [before, csv].map((text) => new Map(csvParse(text).map((row) => [row.registration_no, row])));
    const lost = [...had!.keys()].filter((no) => !has!.has(no));
    if (lost.length > 0 && [...has!.keys()].every((no) => same(had!.get(no), has!.get(no)))) return "known";
    if (lost.length > 0)
      throw new Refusal(
        `${name}: nr. ${lost.slice(0, 5).join(", ")} er modtaget før, men mangler her, og andre numre er ændret; spørg deltageren, om skemaet er begyndt forfra, og gem begge filer.`
      );
    if (before === csv) return "known";
  }
  mkdirSync(audit, {recursive: true});
  const aside = join(audit, `.${basename(file)}.${process.pid}`);
  try {
    writeFileSync(aside, csv);
    renameSync(aside, file);
  } finally {
    rmSync(aside, {force: true});
  }
  return before === undefined ? "new" : "more";
}

function same(a: object | undefined, b: object | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
