import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {parse, stringify} from "yaml";
import {openSession, text, type Session} from "../../data-loaders/engine/session.js";
import {startBrowser} from "../support/startBrowser.js";
import {blockFor, blocksOf} from "../support/docs.js";
import {frameFaults, seenFigures} from "../support/figures.js";
import {openPage} from "../support/openPage.js";
import {copyProject, removeProject} from "../support/project.js";
import {run, rygatlas} from "../support/run.js";
import {recipePage} from "../support/site.js";

const {address, project} = inject("site");

const byHand = blocksOf("docs/loaders.md")
  .filter(({language, heading}) => language === "sql" && heading === "Follow a number by hand")
  .map(({content}) => content);

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

// The page was built with the site, from the block in docs/pages.md; pages.test.ts looks it through like every page.
test("the page of the recipe shows one whole figure, and stands in the menu", async () => {
  const {page, complaints, close} = await openPage(browser, `${address}/${recipePage}`);
  const figures = await seenFigures(page);
  const current = await page.locator("#observablehq-sidebar .observablehq-link-active").textContent();
  await close();
  expect(complaints).toEqual([]);
  expect(figures.map(({empty}) => empty)).toEqual([""]);
  expect(figures.flatMap(frameFaults)).toEqual([]);
  expect(current?.trim()).toBe("Søvn");
});

test("a number of the audit, followed by hand, is the same in the registrations and in the table", async () => {
  const session = await shellIn(project);
  const [counted, inTable] = await Promise.all(byHand.slice(0, 2).map((sql) => session.rows(sql)));
  session.close();
  expect(counted).toEqual(inTable);
  expect(counted).toEqual([{total: 2996, n: expect.any(Number)}]);
});

test("a number of the registers, followed by hand through the models' SQL, is the same in the table", async () => {
  const {code, err} = await rygatlas(project, ["sources"]);
  expect(code, err).toBe(0);
  const [byModels, inTable] = byHand.slice(2);
  const [models, counting] = byModels!.split("\n\n");
  const session = await shellIn(project);
  await runInShell(session, ".read data/workspace/sources/open.sql");
  await runInShell(session, models!);
  const counted = await session.rows(counting!);
  expect(counted).toEqual(await session.rows(inTable!));
  expect(counted).toEqual([{denominator: 60143, numerator: 8300}]);
  session.close();
});

test("the headers for web servers are those that the site brings along", () => {
  const headers = readFileSync(join(project, "dist/_headers"), "utf8");
  const everywhere = Array.from(headers.split("\n\n")[0]!.matchAll(/^ {2}(\S+): (.*)$/gm), ([, name, value]) => [
    name,
    value
  ]);
  const written = (language: string, line: RegExp) =>
    Array.from(
      blocksOf("docs/publishing.md")
        .find((block) => block.language === language)!
        .content.matchAll(line),
      ([, name, value]) => [name, value!.replace(/^"|"$/g, "")]
    );
  expect(written("nginx", /^add_header (\S+) (.*) always;$/gm)).toEqual(everywhere);
  expect(written("apache", /^Header always set (\S+) (.*)$/gm)).toEqual(everywhere);
});

test("an audit on another subject is accepted, once its folder, its extract and one setting are in place", async () => {
  const doc = "docs/tables-and-indicators.md";
  const own = copyProject({from: project, built: true});
  const blocks = blocksOf(doc).filter(({heading}) => heading === "Add an audit on another subject");
  const [putInPlace, ask] = blocks.filter(({language}) => language === "sh").map(({content}) => content);
  expect(await run("bash", ["-e", "-c", putInPlace!], {cwd: own})).toMatchObject({code: 0, err: ""});
  const settings = join(own, "settings.yaml");
  const changed = {...parse(readFileSync(settings, "utf8")), ...parse(blockFor(doc, "settings.yaml"))};
  writeFileSync(settings, stringify(changed));
  expect(ask).toMatch(/^npx rygatlas check$/m);
  const {code, out, err} = await rygatlas(own, ["check"]);
  removeProject(own);
  expect(code, err).toBe(0);
  expect(out).toContain("soevn.csv");
});

/** What a DuckDB shell that stands in a folder sees. */
async function shellIn(folder: string): Promise<Session> {
  const temporary = mkdtempSync(join(tmpdir(), "by-hand-"));
  const session = await openSession({memoryLimit: "2GB", threads: 2, temporary});
  await session.run(`SET file_search_path = ${text(folder)}`);
  return session;
}

/** Runs SQL as a DuckDB shell in the project's folder does: a line `.read` runs a file. */
async function runInShell(session: Session, script: string): Promise<void> {
  for (const [, file, sql] of script.matchAll(/^\.read (.+)$|((?:(?!^\.read ).*\n?)+)/gm)) {
    if (file) await runInShell(session, readFileSync(resolve(project, file), "utf8"));
    else if (sql?.trim()) await session.run(sql);
  }
}
