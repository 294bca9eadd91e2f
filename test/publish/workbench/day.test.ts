// @module-tag slow: loads and builds a whole project, with a browser.
import {spawn} from "node:child_process";
import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import type {Browser, Page} from "playwright-core";
import {filesBelow} from "../../../data-loaders/engine/seal.js";
import {checkout, copyProject, emptyPages, removeProject, withoutTemplates} from "../../support/project.js";
import {shareRegisters} from "../../support/registers.js";
import {killGroup, rygatlas} from "../../support/run.js";
import {startBrowser} from "../../support/startBrowser.js";

const whole = "src/metode/diskretion.md";

let project: string;
let browser: Browser;
beforeAll(async () => {
  project = copyProject();
  // The day is about a page of its own: the site's would take most of the build. One is left, with all that pages have.
  withoutTemplates(project);
  emptyPages(project);
  cpSync(join(checkout, whole), join(project, whole));
  const workspace = join(project, "data/workspace");
  await shareRegisters({workspace, out: join(project, "src/.observablehq/cache/data")});
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  removeProject(project);
});

/** `npm run dev`, until it says where the bench is. */
function startDev(): Promise<{address: string; stop(): void}> {
  const child = spawn("node", ["bin/rygatlas.js", "dev"], {cwd: project, detached: true});
  let said = "";
  return new Promise((resolve, reject) => {
    child.on("exit", () => reject(new Error(said)));
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const address = /Værkstedet: (\S+)/.exec(said)?.[1];
        if (address) resolve({address, stop: () => killGroup(child.pid)});
      });
  });
}

async function runLast(page: Page, query: string): Promise<void> {
  await page.locator(".cell .cm-content").last().fill(query);
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() =>
    /række/.test([...document.querySelectorAll(".cell .status")].at(-1)?.textContent ?? "")
  );
}

test("a researcher's day: a question of patients, a chart, a draft, a table, and a published page", async () => {
  const {address, stop} = await startDev();
  const kept = join(project, "src/.observablehq/cache/data");
  const before = filesBelow(kept).length;
  try {
    const context = await browser.newContext({viewport: {width: 1280, height: 800}});
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", ({message}) => faults.push(message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(address);

    // The question.
    await page.locator(".cell .id").fill("koen");
    await runLast(
      page,
      "SELECT sex, count(*) AS n\nFROM people.cohort\nWHERE period = ${period}\nGROUP BY sex ORDER BY sex"
    );
    expect(await page.locator(".rows tr[aria-rowindex] td:nth-child(2)").allTextContents()).toEqual(
      expect.arrayContaining(["female", "male"])
    );
    expect(await page.locator(".cell.unprotected .warning").textContent()).toBe(
      "må ikke offentliggøres: people.cohort"
    );
    expect(await page.locator(".choices").textContent()).toContain("Periode");

    // The chart.
    await page.getByRole("button", {name: "Figur", exact: true}).click();
    await page.locator(".drawing svg rect").first().waitFor();

    // The draft, which the preview answers.
    await page.getByRole("button", {name: "Gem som kladde"}).click();
    await page.getByRole("button", {name: "Skriv siden"}).click();
    await page.getByText("src/kladder/min-kladde.md er skrevet.").waitFor();
    const draft = await context.newPage();
    await draft.goto(new URL("/kladder/min-kladde", address).href);
    await draft.locator("main table.data-table").getByText("female").waitFor();
    await draft.locator("main svg rect").first().waitFor();
    expect(filesBelow(kept)).toHaveLength(before);
    await draft.close();

    // The table.
    await page.getByRole("button", {name: "Luk", exact: true}).click();
    await page.getByRole("button", {name: "+ Celle"}).click();
    await runLast(page, "SELECT round, profession, sex, count(*) AS n FROM people.registrations GROUP BY ALL");
    await page.getByRole("button", {name: "Gør til tabel"}).last().click();
    await page.getByLabel("Tabellens navn").fill("audit_sexes");
    await page.getByLabel("Titel på dansk").fill("Køn i auditten");
    await page.getByRole("button", {name: "Skriv tabellen"}).click();
    await page.getByText("audit/auditSexes.ts og").waitFor();
    expect(faults).toEqual([]);
  } finally {
    stop();
  }

  // A page that reads people is refused unless it is a draft; one that reads the table is published.
  const file = join(project, "src/kladder/min-kladde.md");
  const text = readFileSync(file, "utf8").replace("draft: true\n", "");
  writeFileSync(file, text);
  const refused = await rygatlas(project, ["build"]);
  expect(refused.code).toBe(1);
  expect(refused.out).toMatch(/src\/kladder\/min-kladde\.md:\d+:1: error: .*»people\.cohort« er ingen af dem/);
  const line = text.split("\n").indexOf("FROM people.cohort") + 1;
  expect(refused.out).toContain(`min-kladde.md:${line}:`);
  const onTable = "SELECT sex, n, status FROM audit_sexes WHERE round = 1 AND profession = 'gp' ORDER BY sex";
  writeFileSync(file, text.replace(/SELECT[\s\S]*?(?=\n```)/, onTable));
  const built = await rygatlas(project, ["build"]);
  expect([built.err, built.code]).toEqual([expect.any(String), 0]);
  expect(readFileSync(join(project, "dist/kladder/min-kladde.html"), "utf8")).toContain('["female",');
});
