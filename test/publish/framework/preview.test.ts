// @module-tag slow: starts the preview of a small project, with a browser.
import {spawn, type ChildProcess} from "node:child_process";
import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {hang} from "../../support/hang.js";
import {checkout} from "../../support/project.js";
import {killGroup} from "../../support/run.js";
import {startBrowser} from "../../support/startBrowser.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const root = temporaryFolder();
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const lines = (...text: string[]) => write("src/side.md", `${text.join("\n")}\n`);

/** A page with a cell that is right, and what is put below it. */
const save = (...below: string[]) =>
  lines("---", "title: Side", "---", "# Side", "", "```js", "display(`Talt: ${1 + 1}`);", "```", "", ...below);

let browser: Browser;
let page: Page;
let preview: ChildProcess;
let said = "";
beforeAll(async () => {
  symlinkSync(join(checkout, "node_modules"), join(root, "node_modules"), "junction");
  mkdirSync(join(root, "src"));
  write("package.json", `{"type": "module"}`);
  write("stamp", "first load");
  write(
    "observablehq.config.ts",
    `import {stayOffline} from "${checkout}/publish/framework/offline.ts";
     import {previewScript} from "${checkout}/publish/framework/preview.ts";
     import {previewCells} from "${checkout}/publish/framework/previewCells.ts";
     stayOffline("src");
     export default {root: "src", globalStylesheets: [], head: () => previewScript, markdownIt: (md) => previewCells(md)};`
  );
  save();
  write(
    "start.ts",
    `import {readFileSync} from "node:fs";
     import {startPreview} from "${checkout}/publish/framework/preview.ts";
     const {address} = await startPreview({before: () => false, data: () => readFileSync("stamp", "utf8")});
     console.log("Siden: " + address + "/side");`
  );
  preview = spawn(process.execPath, ["--import", "tsx", "start.ts"], {cwd: root, detached: true});
  const address = await new Promise<string>((resolve, reject) => {
    preview.on("exit", () => reject(new Error(said)));
    for (const stream of [preview.stdout!, preview.stderr!])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const at = /Siden: (\S+)/.exec(said)?.[1];
        if (at) resolve(at);
      });
  });
  browser = await startBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(hang);
  await page.goto(address);
  await page.getByText("Talt: 2").waitFor();
});
afterAll(async () => {
  killGroup(preview.pid);
  await browser.close();
});

const wait = {timeout: hang, interval: 1000};
const errors = () => page.locator("main .observablehq--error").allTextContents();

/** Saves the page until it shows a text: Framework does not yet watch a page in the moment after it was opened. */
async function saveUntil(shown: string, ...below: string[]): Promise<void> {
  await expect
    .poll(() => {
      save(...below);
      return page.locator("main").textContent();
    }, wait)
    .toContain(shown);
}

test("a forgotten import is said in the cell and once in the terminal, and the preview lives on", async () => {
  const sentence =
    "Siden bruger Inputs uden at importere det fra components/notebook.js, så Framework ville hente sin egen fra nettet.";
  await saveUntil(sentence, "```js", "display(Inputs.table([]));", "```");
  await expect.poll(errors, wait).toEqual([`src/side.md, linje 11: ${sentence}`]);
  // So it is for whoever opens the page anew.
  await page.reload();
  await page.getByText(sentence).waitFor();
  expect(said.split(`src/side.md:11: ${sentence}`)).toHaveLength(2);
  await saveUntil("efter", "```js", "display('efter');", "```");
  expect(await errors()).toEqual([]);
});

test("what a module of the page would fetch ends nothing either, and is not fetched", async () => {
  write("src/module.js", 'export {default} from "npm:lodash";\n');
  await expect
    .poll(() => {
      save("```js", 'import lodash from "./module.js";', "display(lodash);", "```");
      return said;
    }, wait)
    .toMatch(/^Forhåndsvisningen kan ikke vise siden, som den nu er gemt \(Framework ville hente https:/m);
  await expect
    .poll(async () => {
      save("```js", "display('siden er her');", "```");
      await page.reload();
      return page.locator("body").textContent();
    }, wait)
    .toContain("siden er her");
});

test("what goes wrong in a cell is said in Danish at its line, and the line follows the file", async () => {
  const sentence = "Intet hedder rowz: ingen celle på siden giver det, og det er ikke importeret.";
  await saveUntil(sentence, "```js", "display(rowz.length);", "```");
  await expect.poll(errors, wait).toEqual([`src/side.md, linje 11: ${sentence}`]);
  await saveUntil("linje 13:13: JavaScript kan ikke læses her", "Tekst.", "", "```js", "const a = (2;", "```");
});

test("a page says when data are loaded anew, and when the preview is gone", async () => {
  expect(await page.getByRole("alert").count()).toBe(0);
  write("stamp", "second load");
  await page.getByRole("alert").getByText("Data er indlæst på ny, siden siden blev åbnet").waitFor();
  await page.getByRole("button", {name: "Vis de nye"}).click();
  await page.getByText("Talt: 2").waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
  killGroup(preview.pid);
  await page.getByRole("alert").getByText("Forbindelsen til forhåndsvisningen er væk").waitFor();
  expect(readFileSync(join(root, "stamp"), "utf8")).toBe("second load");
});
