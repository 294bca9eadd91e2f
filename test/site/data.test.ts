import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {buildCache} from "../../data-loaders/load.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {startBrowser} from "../support/startBrowser.js";
import {readManifest} from "../../publish/release/manifest.js";
import {evil, twinRegistrations, twoRounds, withEvilParticipant, writeExtract} from "../support/extracts.js";
import {frameFaults, seenFigures, type SeenFigure} from "../support/figures.js";
import {openPage} from "../support/openPage.js";
import {pagesOf} from "../support/pages.js";
import {copyProject, removeProject, withoutTemplates} from "../support/project.js";
import {serveSite} from "../../publish/browser/serveSite.js";
import {build} from "../support/site.js";

const site = inject("site");
const auditPages = pagesOf(site.project).filter((path) => path.startsWith("/audit/"));

let browser: Browser;
let project: string;
let putBack: () => void;
beforeAll(async () => {
  browser = await startBrowser();
  project = copyProject({from: site.project, built: true});
});
afterAll(async () => {
  await browser?.close();
  removeProject(project);
});

/** Pages beside the audit's that are about the data of the day. */
const aboutData = ["/", "/metode/datakvalitet", "/data"];

/** What the pages say at one build. */
interface Seen {
  complaints: string[];
  figures: Record<string, SeenFigure[]>;
  texts: Record<string, string>;
}

test("own extracts of two rounds change every audit page", async () => {
  const twin = await readSite(site.address);
  expect(
    Object.values(twin.figures)
      .flat()
      .every(({source, about}) => source.includes("opdigtede") || about.includes("Syntetiske data"))
  ).toBe(true);

  writeExtract(join(project, "data/extracts"), twoRounds(withEvilParticipant(twinRegistrations(project))));
  putBack = withoutTemplates(project);
  const own = await seenAfterBuild();
  expect.soft(own.complaints).toEqual([]);
  // The participant whose number is markup was rejected by its rule, and their number is in no file of the site.
  expect.soft(own.texts["/metode/datakvalitet"]).toContain("Ugyldigt deltagernummer");
  expect.soft(filesWith(evil)).toEqual([]);
  for (const path of auditPages) {
    expect.soft(own.figures[path]!.length, path).toBeGreaterThan(0);
    expect.soft(own.figures[path]!.flatMap(frameFaults), path).toEqual([]);
    expect.soft(numbers(own.figures[path]!), path).not.toEqual(numbers(twin.figures[path]!));
    expect.soft(own.texts[path], path).not.toMatch(/syntetisk/i);
  }
  for (const path of aboutData) expect.soft(own.texts[path], path).not.toBe(twin.texts[path]);
  // The registers' figures are still the twin's, and say so.
  expect.soft(own.texts["/"]).toMatch(/auditten[^.]*udtræk af/);
  expect.soft(own.texts["/metode/datakvalitet"]).toContain("Egne data");
});

test("without them the twin is back, byte by byte, though it is computed in another folder and with another number of threads", async () => {
  rmSync(join(project, "data/extracts"), {recursive: true});
  putBack();
  forgetTwin();
  const settings = join(project, "settings.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace(/^threads: .*$/m, "threads: 1"));
  // The gate does not look twice at a site of the very same bytes, nor is a page opened twice that is the same, of the
  // same tables.
  for (const known of ["gate-passed", "drawings.json"])
    cpSync(join(site.project, "data/workspace", known), join(project, "data/workspace", known));
  await build(project);
  expect(readManifest(join(project, "dist"))).toEqual(readManifest(join(site.project, "dist")));
});

/**
 * Leaves of what the first build computed what the second must not make anew: the tables of the registers, which
 * `reconcile.test.ts` computes with another number of threads. The audit's are of other extracts by now; its twin and
 * bundled modules are made anew. What protection decides of a count hangs on counts alone, so that a decision kept
 * from the first build stands for the same only if every count is the same.
 */
function forgetTwin(): void {
  const settings = readSettings(project);
  const data = buildCache(settings);
  for (const cached of readdirSync(dirname(data)))
    if (cached !== basename(data)) rmSync(join(data, "..", cached), {recursive: true});
  rmSync(join(settings.workspace, "twin/audit.made-from"));
}

/** What a site says that was just built. */
async function seenAfterBuild(): Promise<Seen> {
  await build(project);
  const {address, close} = await serveSite(join(project, "dist"));
  try {
    return await readSite(address);
  } finally {
    await close();
  }
}

async function readSite(address: string): Promise<Seen> {
  const all: Seen = {complaints: [], figures: {}, texts: {}};
  const paths = [...aboutData, ...auditPages];
  // A page is mostly waited for, so a few are read at once.
  await Promise.all(
    Array.from({length: 3}, async () => {
      for (let path = paths.shift(); path !== undefined; path = paths.shift()) await look(path);
    })
  );
  return all;

  async function look(path: string): Promise<void> {
    const {page, complaints, close} = await openPage(browser, address + path);
    all.complaints.push(...complaints.map((complaint) => `${path} ${complaint.replace(address, "")}`));
    all.figures[path] = await seenFigures(page);
    const text = await page.locator("#observablehq-main").innerText();
    all.texts[path] = text.replaceAll(address, "").replace(/\b[0-9a-f]{12,}\b/g, "<seal>");
    await close();
  }
}

/** The files of the built site that hold a text. */
function filesWith(text: string): string[] {
  const dist = join(project, "dist");
  const files = readdirSync(dist, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => readFileSync(file).includes(text));
}

/** What a page says in numbers, without the seal, which would differ anyway. */
function numbers(figures: SeenFigure[]): string[] {
  return figures.map(({sentence, source}) => `${sentence} ${source.split(" · ")[0]}`.replace(/[^\d,. ]/g, ""));
}
