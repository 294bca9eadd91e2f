import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Mirror} from "../../data-loaders/programme/mirror.js";
import type {RegisterFacts} from "../../data-loaders/facts/registerFacts.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import type {SiteFacts} from "../../data-loaders/facts/siteFacts.js";
import {startBrowser} from "../browser/chromium.js";
import {inPageScript} from "../browser/inPageScript.js";
import {reachSite} from "../browser/serveSite.js";
import {dataFile, readBuiltSite} from "../framework/builtSite.js";
import {readManifest} from "../release/manifest.js";
import {auditCover, registerCover, type Cover} from "./cover.js";
import {pageCount} from "./destinations.js";
import {auditOutline, registerOutline, type Chapter} from "./outline.js";
import {printReport} from "./printReport.js";
import {reportArea} from "./reportArea.js";
import {reportHtml} from "./reportHtml.js";
import {takeChapters, viewport} from "./takeChapters.js";

export type ReportKind = "audit" | "register";

/** Which report, and where to. */
export interface ReportOptions {
  kind: ReportKind;
  /** The code of a region or municipality; the country where it is left out. */
  area?: string;
  out: string;
  /** What the front gives as the day of printing. */
  day: Date;
}

/**
 * Prints a report from the finished site in `dist`. The file is there whole or not at all.
 * @returns its number of pages
 * @throws Refusal where there is no finished site, no such area, no folder to write in, or no browser
 */
export async function report({root}: Settings, {kind, area, out, day}: ReportOptions): Promise<number> {
  const dist = join(root, "dist");
  const {cover, chapters} = planned(dist, kind, area, day);
  if (!existsSync(dirname(out)))
    throw new Refusal(`--out: mappen ${dirname(out)} findes ikke; opret den, eller vælg en anden.`);
  const script = await inPageScript(new URL("client/inPage.ts", import.meta.url));
  const browser = await startBrowser();
  try {
    const context = await browser.newContext({viewport, locale: "da-DK", colorScheme: "light"});
    const {address, close} = await reachSite(context, dist);
    try {
      // A slow machine prints the same report.
      context.setDefaultTimeout(0);
      await context.addInitScript({content: script});
      const taken = await takeChapters(context, address, chapters);
      const pdf = await printReport(context, `${address}/aarsrapport`, reportHtml(cover, taken, styles(dist)));
      write(out, pdf);
      return pageCount(pdf);
    } finally {
      await close();
    }
  } finally {
    await browser.close();
  }
}

function planned(
  dist: string,
  kind: ReportKind,
  code: string | undefined,
  day: Date
): {cover: Cover; chapters: Chapter[]} {
  readManifest(dist);
  const built = readBuiltSite(dist);
  const read = <Facts>(name: string) => JSON.parse(readFileSync(join(dist, dataFile(built, name)), "utf8")) as Facts;
  const site = read<SiteFacts>("site.json");
  const registers = read<RegisterFacts>("registers.json");
  const words = {...site, registers};
  const mirror = read<Mirror>("mirror.json");
  if (kind === "audit") {
    if (code !== undefined)
      throw new Refusal(
        "--area: auditten kender ikke patienternes bopæl, så auditrapporten findes kun samlet; udelad --area, eller vælg rapporten register."
      );
    return {cover: auditCover(site, day), chapters: auditOutline(words, mirror)};
  }
  const area = reportArea(code ?? "country", registers.areas);
  return {cover: registerCover(registers, area, day), chapters: registerOutline(words, mirror, area)};
}

function styles(dist: string): {addresses: string[]; css: string} {
  const sheets = readBuiltSite(dist).files.filter((file) => /^_import\/style\.[0-9a-f]+\.css$/.test(file));
  return {
    addresses: sheets.map((file) => `/${file}`),
    css: readFileSync(new URL("report.css", import.meta.url), "utf8")
  };
}

function write(out: string, pdf: Buffer): void {
  const aside = `${out}.${process.pid}.tmp`;
  try {
    writeFileSync(aside, pdf);
    renameSync(aside, out);
  } finally {
    rmSync(aside, {force: true});
  }
}
