import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {Refusal} from "../../data-loaders/refusal.js";
import {readSettings} from "../../data-loaders/settings.js";

let root: string;
beforeAll(() => void (root = mkdtempSync(join(tmpdir(), "rygatlas-settings-"))));
afterAll(() => rmSync(root, {recursive: true, force: true}));

const read = (text: string) => {
  writeFileSync(join(root, "settings.yaml"), text);
  return readSettings(root);
};

test.each([
  ["", "https://rygatlas.example/"],
  ["site_address: https://rygatlas.dk", "https://rygatlas.dk/"],
  ["site_address: https://region.dk/ryg/", "https://region.dk/ryg/"]
])("»%s«: the site lies at %s", (text, address) => expect(read(text).siteAddress).toBe(address));

test.each(["rygatlas.dk", "ftp://rygatlas.dk", "https://rygatlas.dk/?a=1"])("%s is no address", (address) => {
  expect(() => read(`site_address: "${address}"`)).toThrow(Refusal);
});

test("names of a register delivery, in any case", () => {
  const {registers} = read("registers: {aliases: {LMDB: {Loebenr: PNR}}, employment_column: '^arb(?<year>\\d\\d)(?<month>\\d\\d)$'}");
  expect(registers).toEqual({aliases: {lmdb: {loebenr: "pnr"}}, employmentColumn: "^arb(?<year>\\d\\d)(?<month>\\d\\d)$"});
  expect(read("").registers.employmentColumn).toContain("beskgrad");
});

test.each(["^beskgrad", "(?<year>(?<month>"])("»%s« does not tell the month", (pattern) => {
  expect(() => read(`registers: {employment_column: "${pattern}"}`)).toThrow(/registers\.employment_column.*grupperne year og month/);
});
