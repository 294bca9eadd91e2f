import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {manifestFile, readReleases, releasesFolder} from "../data-loaders/disclosure/keptReleases.js";
import {countedTables} from "../data-loaders/disclosure/writeTables.js";
import type {Row} from "../data-loaders/engine/session.js";
import {readCodebook} from "../data-loaders/ground/codebook.js";
import type {DisclosureRules} from "../data-loaders/ground/rules.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {loadAudit} from "../data-loaders/load/loadAudit.js";
import {defaultAudit} from "../data-loaders/reconcile/twin.js";
import {auditTwin} from "../data-loaders/synthetic/twin.js";
import {auditTables} from "../data-loaders/tables/index.js";
import {auditSums} from "../data-loaders/tables/sums/audit.js";
import {besideReleases, newlyFollowing} from "../publish/gate/besideReleases.js";
import {aligned, atMost} from "./target.js";

/**
 * What newly follows over three releases of the twin's audit: the first; with six registrations withdrawn or corrected;
 * and by a threshold of 8. Once with the round as it was released, once computed anew.
 */
export async function* benchReleases(settings: Settings): AsyncGenerator<string> {
  const twin = defaultAudit(settings);
  const lines = readFileSync((await auditTwin(twin)).files[0]!, "utf8")
    .trimEnd()
    .split("\n");
  const later = lines.filter((line) => line.includes(",later,"));
  const [withdrawn, mended] = [
    [100, 500, 900],
    [200, 600, 1000]
  ].map((some) => some.map((i) => later[i]!));
  const corrected = lines
    .filter((line) => !withdrawn!.includes(line))
    .map((line) => (mended!.includes(line) ? line.replace(",later,", ",first,") : line));
  const audit = {...twin.disclosure.audit, threshold: 8, interval: {from: 1, to: 8}, smallestDenominator: 8};
  const strict = {...twin.disclosure, audit};
  const releases = [
    ["1 first data", lines, twin.disclosure],
    ["2 late corrections", corrected, twin.disclosure],
    ["3 a threshold of 8", corrected, strict]
  ] as const;
  for (const releasedPeriods of ["frozen", "anew"] as const) {
    const root = mkdtempSync(join(tmpdir(), "rygatlas-bench-"));
    yield `the twin's audit released three times, ${releasedPeriods}:`;
    try {
      for (const [name, rows, disclosure] of releases) {
        const own = {...twin, root, workspace: join(root, "workspace"), releasedPeriods, disclosure};
        const found = await release(own, name, rows);
        const follows = releasedPeriods === "frozen" ? atMost(found.length, 0) : found.join(" ") || "nothing follows";
        yield* aligned([[name, follows]]);
        if (releasedPeriods === "frozen" && found.length > 0) throw new Error(`bench: ${found.join(" ")}`);
      }
    } finally {
      rmSync(root, {recursive: true, force: true});
    }
  }
}

/** Loads registrations, keeps what is published of them as a release, and finds what newly follows from it. */
async function release(settings: Settings, name: string, rows: string[]): Promise<string[]> {
  const {root, workspace, disclosure, parameters} = settings;
  const folder = join(releasesFolder(root), name);
  const aside = join(root, "aside", name);
  for (const place of [aside, workspace]) mkdirSync(place, {recursive: true});
  const file = join(aside, "rows.csv");
  writeFileSync(file, rows.join("\n"));
  const published = join(aside, "published");
  await loadAudit(
    settings,
    {folder: aside, synthetic: false, files: [file]},
    {hash: name, date: null},
    {aside, published: (table) => join(published, `${table}.parquet`), write: true, step: () => {}}
  );
  const codebook = readCodebook(settings.codebook);
  const about = {synthetic: false, codebook, tables: auditTables, rules: disclosure.audit};
  const kept = await readReleases(root, "audit", about);
  cpSync(published, folder, {recursive: true});
  const manifest = {data: "own", registers: {data: "own"}, settings: {disclosure, parameters}};
  writeFileSync(join(folder, manifestFile), JSON.stringify(manifest));
  const all = await readReleases(root, "audit", about);
  const tables = all.find((one) => one.name === name)!.rows;
  const sums = auditSums(codebook, disclosure.audit);
  const counted = (rows: ReadonlyMap<string, Row[]>, rules: DisclosureRules) =>
    countedTables(
      auditTables.map((table) => ({table, rows: rows.get(table.name)!})),
      codebook,
      rules
    );
  const beside = besideReleases(counted(tables, disclosure.audit), kept, sums, counted);
  return newlyFollowing(beside, sums, disclosure.audit, {threads: settings.threads});
}
