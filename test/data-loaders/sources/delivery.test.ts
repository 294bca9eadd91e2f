import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {ownExtracts} from "../../../data-loaders/sources/delivery.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const settings = readSettings(".");
const folder = temporaryFolder();
let made = 0;

function extracts(...files: string[]): string {
  const at = join(folder, String(made++));
  mkdirSync(at);
  for (const file of files) {
    mkdirSync(dirname(join(at, file)), {recursive: true});
    if (!file.endsWith("/.")) writeFileSync(join(at, file), "x");
  }
  return at;
}

test.each<[string, string[], RegExp]>([
  [
    "a folder misspelt",
    ["audit/a.csv", "register/bef/bef.csv"],
    /register læses ikke; mente du »registers«: læg auditten i/
  ],
  [
    "a folder of neither",
    ["audit/a.csv", "gammelt/a.csv"],
    /gammelt læses ikke: læg auditten i .* eller flyt mappen ud\.$/
  ],
  ["a file beside the folders", ["audit/a.csv", "runde2.csv"], /runde2\.csv læses ikke: .* eller flyt filen ud\.$/],
  ["folders in capitals", ["Registers/bef/bef.csv"], /Registers læses ikke; mente du »registers«/],
  ["a folder of nothing", [], /har ingen audit-udtræk/]
])("%s stops the run, so that no twin stands in for it", (_, files, sentence) => {
  expect(() => ownExtracts(settings, extracts(...files))).toThrow(sentence);
});

test("hidden files, notes and folders without files are no delivery", () => {
  const own = ownExtracts(
    settings,
    extracts("README.txt", "LÆSMIG.txt", ".DS_Store", "audit/a.csv", "registers/bef/.")
  );
  expect(Object.keys(own)).toEqual(["audit"]);
  expect(ownExtracts({...settings, extracts: extracts("README.txt", "registers/.")})).toEqual({});
});
