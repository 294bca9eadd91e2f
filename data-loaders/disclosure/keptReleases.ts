import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {difference} from "d3-array";
import {publishedShape} from "./participants.js";
import {publishedColumns} from "./withhold.js";
import type {Codebook} from "../ground/codebook.js";
import type {RegisterParameters} from "../ground/parameters.js";
import {Refusal} from "../ground/refusal.js";
import {defaultRules, type DisclosureRules, type Side} from "../ground/rules.js";
import {readParquet} from "../engine/readParquet.js";
import type {Row} from "../engine/session.js";
import type {TableShape} from "../tables/table.js";

/** The manifest's own name, in a site and in a kept release. */
export const manifestFile = "release.json";

/** A release that was kept when it was made public: its manifest, and its protected tables. */
export interface KeptRelease {
  /** The name of its folder: the day it was released. */
  name: string;
  folder: string;
  /** As far as it decides what may be laid beside the release. */
  manifest: {
    data: "own" | "synthetic";
    registers: {data: "own" | "synthetic"};
    settings: {disclosure: Partial<Record<Side, DisclosureRules>>; parameters: RegisterParameters};
    /** The released site's files, which its tables are among. */
    files?: {path: string; sha256: string}[];
  };
}

/** Where releases are kept. They hold nothing that was not published. */
export function releasesFolder(root: string): string {
  return join(root, "data/releases");
}

/**
 * Every kept release, the newest first.
 * @throws Refusal when the manifest of one cannot be read
 */
export function keptReleases(root: string): KeptRelease[] {
  const folder = releasesFolder(root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith(".") && existsSync(join(folder, name, manifestFile)))
    .sort((a, b) => b.localeCompare(a, "en", {numeric: true}))
    .map((name) => ({
      name,
      folder: join(folder, name),
      manifest: readManifest(join(folder, name), name)
    }));
}

function readManifest(folder: string, name: string): KeptRelease["manifest"] {
  try {
    return JSON.parse(readFileSync(join(folder, manifestFile), "utf8")) as KeptRelease["manifest"];
  } catch {
    throw new Refusal(
      `Udgivelsen ${name} i data/releases: ${manifestFile} kan ikke læses; hent filen igen fra git, eller flyt udgivelsens mappe væk.`
    );
  }
}

/**
 * A table's file in a kept release; undefined where the release had no such table.
 * @throws Refusal when it is gone, cut off or edited
 */
function tableIn({name, folder, manifest}: KeptRelease, table: string): Buffer | undefined {
  const path = join(folder, `${table}.parquet`);
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  const released = manifest.files?.find((file) => file.path.endsWith(`/${table}.parquet`));
  if (released && (!bytes || createHash("sha256").update(bytes).digest("hex") !== released.sha256))
    throw new Refusal(
      `Udgivelsen ${name} i data/releases: ${table}.parquet ${bytes ? "er ikke, som den blev udgivet" : "mangler"}; hent filen igen fra git, eller flyt udgivelsens mappe væk.`
    );
  return bytes;
}

/** The rows of a kept release, of one side, with the rules and settings they were released by. */
export interface ReleasedTables {
  name: string;
  rules: DisclosureRules;
  parameters: RegisterParameters;
  rows: ReadonlyMap<string, Row[]>;
}

/**
 * Every kept release of the same kind of data, the newest first: a twin's people are nobody's.
 * @param tables of the side, as declared
 * @throws Refusal when one is of another code book, cut off or edited, or its tables have other columns: then it cannot
 * be read as the new tables are
 */
export async function readReleases(
  root: string,
  side: Side,
  {
    synthetic,
    codebook,
    tables,
    rules
  }: {synthetic: boolean; codebook: Codebook; tables: readonly TableShape[]; rules: DisclosureRules}
): Promise<ReleasedTables[]> {
  const releases: ReleasedTables[] = [];
  for (const release of keptReleases(root)) {
    const {name, manifest} = release;
    const {data} = side === "audit" ? manifest : manifest.registers;
    if (data !== (synthetic ? "synthetic" : "own")) continue;
    const rows = new Map<string, Row[]>();
    for (const table of tables) {
      const bytes = tableIn(release, table.name);
      if (!bytes) continue;
      const read = await readParquet(bytes);
      const fault =
        otherColumns(publishedShape(table, rules), read.metadata.schema.slice(1)) ??
        (table.name === "codebook" ? otherAnswers(codebook, read.rows) : undefined);
      if (fault !== undefined)
        throw new Refusal(
          `Udgivelsen ${name} i data/releases ${fault}, så den kan ikke holdes op mod de nye tabeller: flyt dens mappe væk, hvis den ikke er af det samme.`
        );
      // In a table of both sides, those of the audit have no period.
      const isOwn = ({period}: Row) => (side === "audit") === ((period ?? null) === null);
      rows.set(table.name, read.rows.filter(isOwn));
    }
    const {disclosure, parameters} = manifest.settings;
    releases.push({name, rules: {...defaultRules, ...disclosure[side]}, parameters, rows});
  }
  return releases;
}

function otherColumns(table: TableShape, found: {name: string}[]): string | undefined {
  const [now, then] = [publishedColumns(table), found].map((columns) => columns.map(({name}) => name));
  const others = [...difference(now!, then!), ...difference(then!, now!)];
  return others.length > 0 ? `har andre kolonner i tabellen ${table.name} (${others.join(", ")})` : undefined;
}

/** Answers that were asked for then and are not now; labels may have been mended. */
function otherAnswers({professions}: Codebook, rows: Row[]): string | undefined {
  const known = new Set(
    professions.flatMap((form) =>
      form.questions.flatMap(({id, answers}) =>
        ["missing", ...answers.map((a) => a.id)].map((a) => `${form.id}: ${id}.${a}`)
      )
    )
  );
  const gone = rows
    .map((row) => `${row.profession}: ${row.question_id}.${row.answer_id}`)
    .find((answer) => !known.has(answer));
  return gone === undefined ? undefined : `er af en anden kodebog (med ${gone})`;
}
