import {existsSync, mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readSettings} from "../../data-loaders/ground/settings.js";
import type {Answers} from "../../publish/answers/memory.js";
import {publish} from "../../publish/publish.js";
import {checkout} from "../support/project.js";

const seals = {audit: {hash: "today", date: null}, registers: {hash: "today", date: null}};

test.each([
  ["today", "er allerede gjort færdig; kør npm run build for at bygge igen."],
  [
    "yesterday",
    "_file/data/site.0a1b2c3d.json er ikke beregnet af de udtræk, den kode og de indstillinger, der ligger her nu; kør npm run build igen."
  ]
])("a finished dist of %s is refused by its seals, and left as it is", async (seal, message) => {
  const dist = mkdtempSync(join(tmpdir(), "dist-"));
  for (const folder of ["_site", "_file/data"]) mkdirSync(join(dist, folder), {recursive: true});
  writeFileSync(join(dist, "index.html"), "");
  writeFileSync(join(dist, "_file/data/site.0a1b2c3d.json"), JSON.stringify({seal}));
  const settings = readSettings(checkout);
  await expect(publish(settings, dist, {known: {} as Answers, seals})).rejects.toThrow(message);
  expect(existsSync(join(dist, "_site"))).toBe(true);
});
