import {rmSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {startBrowser} from "../support/chromium.js";
import {twinRegistrations, twoRounds, writeExtract} from "../support/extracts.js";
import {frameFaults, seenFigures, type SeenFigure} from "../support/figures.js";
import {openPage} from "../support/openPage.js";
import {pagesOf} from "../support/pages.js";
import {copyProject, removeProject} from "../support/project.js";
import {serveSite} from "../support/serveSite.js";
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

/** What the audit's pages say at one build. */
interface Told {
  complaints: string[];
  figures: Record<string, SeenFigure[]>;
  /** Whether the word for synthetic stands anywhere on the page. */
  synthetic: Record<string, boolean>;
}

test("own extracts of two rounds change every audit page, and without them the twin is back", async () => {
  const twin = await told(site.address);
  expect(Object.values(twin.figures).flat().every((figure) => figure.synthetic)).toBe(true);

  writeExtract(join(project, "data/extracts"), twoRounds(twinRegistrations(project)));
  const own = await rebuilt();
  expect(own.complaints).toEqual([]);
  expect(Object.entries(own.synthetic).filter(([, says]) => says)).toEqual([]);
  for (const path of auditPages) {
    expect.soft(own.figures[path]!.length, path).toBeGreaterThan(0);
    expect.soft(own.figures[path]!.flatMap(frameFaults), path).toEqual([]);
    expect.soft(numbers(own.figures[path]!), path).not.toEqual(numbers(twin.figures[path]!));
  }

  rmSync(join(project, "data/extracts"), {recursive: true});
  expect(await rebuilt()).toEqual(twin);
}, 600_000);

async function rebuilt(): Promise<Told> {
  await build(project);
  const {address, close} = await serveSite(join(project, "dist"));
  try {
    return await told(address);
  } finally {
    await close();
  }
}

async function told(address: string): Promise<Told> {
  const all: Told = {complaints: [], figures: {}, synthetic: {}};
  for (const path of ["/", ...auditPages]) {
    const {page, complaints, close} = await openPage(browser, address + path);
    all.complaints.push(...complaints);
    all.figures[path] = await seenFigures(page);
    all.synthetic[path] = /syntetisk/i.test(await page.locator("#observablehq-main").innerText());
    await close();
  }
  return all;
}

/** What a page says in numbers, without the seal, which would differ anyway. */
function numbers(figures: SeenFigure[]): string[] {
  return figures.map(({sentence, source}) => `${sentence} ${source.split(" · ")[0]}`.replace(/[^\d,. ]/g, ""));
}
