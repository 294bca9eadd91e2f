import {cpSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {startBrowser} from "../../publish/browser/chromium.js";
import {readManifest} from "../../publish/manifest.js";
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
interface Told {
  complaints: string[];
  figures: Record<string, SeenFigure[]>;
  texts: Record<string, string>;
}

test("own extracts of two rounds change every audit page, and without them the twin is back, byte by byte", async () => {
  const twin = await told(site.address);
  expect(Object.values(twin.figures).flat().every((figure) => figure.synthetic)).toBe(true);

  writeExtract(join(project, "data/extracts"), twoRounds(withEvilParticipant(twinRegistrations(project))));
  const putBack = withoutTemplates(project);
  const own = await toldByBuild();
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
  expect.soft(own.figures["/"]!.filter(({synthetic}) => synthetic)).toEqual([]);

  rmSync(join(project, "data/extracts"), {recursive: true});
  putBack();
  // The gate does not look twice at a site of the very same bytes.
  cpSync(join(site.project, "data/workspace/gate-passed"), join(project, "data/workspace/gate-passed"));
  await build(project);
  expect(readManifest(join(project, "dist"))).toEqual(readManifest(join(site.project, "dist")));
}, 600_000);

/** What a site says that was just built. */
async function toldByBuild(): Promise<Told> {
  await build(project);
  const {address, close} = await serveSite(join(project, "dist"));
  try {
    return await told(address);
  } finally {
    await close();
  }
}

async function told(address: string): Promise<Told> {
  const all: Told = {complaints: [], figures: {}, texts: {}};
  const paths = [...aboutData, ...auditPages];
  // A page is mostly waited for, so a few are read at once.
  await Promise.all(Array.from({length: 3}, async () => {
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) await tell(path);
  }));
  return all;

  async function tell(path: string): Promise<void> {
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
