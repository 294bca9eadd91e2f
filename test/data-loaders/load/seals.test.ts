import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {Extracts} from "../../../data-loaders/sources/delivery.js";
import {hashFiles, hashOf} from "../../../data-loaders/engine/seal.js";
import {auditSeal, registerSeal} from "../../../data-loaders/load/seals.js";
import type {DisclosureRules, Participants, Side} from "../../../data-loaders/ground/rules.js";
import {readSettings, type Settings} from "../../../data-loaders/ground/settings.js";
import {registerTwinMark} from "../../../data-loaders/synthetic/twin.js";
import {checkout} from "../../support/project.js";

let root: string;
let settings: Settings;
let extracts: Extracts;

/** A project in small: each side has a module of its own, and one of both. */
const modules = {
  "data-loaders/load/loadAudit.ts":
    'import {readTables} from "../tables/readTables.js";\nimport type {Extracts} from "../sources/delivery.js";\n',
  "data-loaders/load/loadRegisters.ts":
    'import {\n  cohort\n} from "../models/cohort.js";\nimport {means} from "../tables/means.js";\n',
  "data-loaders/tables/audit/means.ts":
    'import {means} from "../means.js";\nexport * from "../../../src/statistics/wilson.js";\n',
  "data-loaders/synthetic/registers/twin.ts": ""
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "seal-"));
  for (const [file, text] of Object.entries(modules)) write(file, text);
  for (const file of [
    "data-loaders/sources/delivery.ts",
    "data-loaders/tables/means.ts",
    "data-loaders/tables/readTables.ts",
    "data-loaders/tables/registers/incidence.ts",
    "data-loaders/models/cohort.ts",
    "data-loaders/indicators/repeatedMri.ts",
    "data-loaders/models/age_counts.sql",
    "data-loaders/models/registers/cohort.sql",
    "data-loaders/indicators/definition/incomplete.sql",
    "src/statistics/wilson.ts",
    "data/published/dard_flow.csv",
    "data/published/audit_tables.csv",
    "data/synthetic/registers.yaml",
    "data/codelists/mri.csv",
    "data/codebooks/laenderyg/answers.csv",
    "own/audit/a.csv",
    "own/audit/b.csv",
    "node_modules/@duckdb/node-api/package.json"
  ]) {
    write(file, file);
  }
  settings = {
    ...readSettings(checkout),
    root,
    codebook: join(root, "data/codebooks/laenderyg"),
    workspace: join(root, "workspace")
  };
  extracts = {
    folder: join(root, "own"),
    synthetic: false,
    files: ["a.csv", "b.csv"].map((file) => join(root, "own/audit", file))
  };
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), {recursive: true});
  writeFileSync(join(root, file), text);
}
const sides = {audit: auditSeal, registers: registerSeal};
const hash = async (side: keyof typeof sides, changes: Partial<Settings> = {}, from: Partial<Extracts> = {}) =>
  (await sides[side]({...extracts, ...from}, {...settings, ...changes})).hash;
const both = async (changes: Partial<Settings> = {}, from: Partial<Extracts> = {}) => ({
  audit: await hash("audit", changes, from),
  registers: await hash("registers", changes, from)
});
const withRules = (side: Side, rules: Partial<DisclosureRules>): Settings["disclosure"] => ({
  ...settings.disclosure,
  [side]: {...settings.disclosure[side], ...rules}
});
/** Which seals differ from those before. */
function changed(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(before).filter((side) => before[side] !== after[side]);
}

describe("changes with", () => {
  test.each<[string, string, string[]]>([
    ["an extract", "own/audit/a.csv", ["audit", "registers"]],
    ["the code book", "data/codebooks/laenderyg/answers.csv", ["audit"]],
    ["a file more in the code book", "data/codebooks/laenderyg/audit.yaml", ["audit"]],
    ["a table of the audit, which nothing imports", "data-loaders/tables/audit/means.ts", ["audit"]],
    ["a table of the registers", "data-loaders/tables/registers/incidence.ts", ["registers"]],
    ["a new table of the registers", "data-loaders/tables/registers/sizes.ts", ["registers"]],
    ["a module of the registers", "data-loaders/models/cohort.ts", ["registers"]],
    ["a module of both", "data-loaders/tables/means.ts", ["audit", "registers"]],
    ["SQL of the audit, which is read", "data-loaders/models/age_counts.sql", ["audit"]],
    ["SQL of the registers, which is read", "data-loaders/models/registers/cohort.sql", ["registers"]],
    ["SQL of the indicators, which is read", "data-loaders/indicators/definition/incomplete.sql", ["registers"]],
    ["a method", "src/statistics/wilson.ts", ["audit"]],
    ["an indicator, which nothing imports", "data-loaders/indicators/repeatedMri.ts", ["registers"]],
    ["a new indicator", "data-loaders/indicators/painAtNight.ts", ["registers"]],
    ["a code list", "data/codelists/mri.csv", ["registers"]],
    ["a kept release", "data/releases/2026-01-01/release.json", ["audit", "registers"]],
    ["the version of DuckDB", "node_modules/@duckdb/node-api/package.json", ["audit", "registers"]],
    ["a module whose types alone are used", "data-loaders/sources/delivery.ts", []],
    ["a page", "src/index.md", []]
  ])("%s", async (_, file, sides) => {
    const before = await both();
    write(file, "changed");
    expect(changed(before, await both())).toEqual(sides);
  });

  test.each<[string, Partial<Settings>, string[]]>([
    ["the names a delivery uses", {aliases: {alder: "age"}}, ["audit"]],
    ["the rows that may be rejected", {maxRejectedPercent: 4}, ["audit", "registers"]],
    ["the periods", {parameters: {...readSettings(checkout).parameters, yearsWithout: 1}}, ["registers"]]
  ])("%s", async (_, changes, sides) => {
    expect(changed(await both(), await both(changes))).toEqual(sides);
  });

  test("the name, the number and the place of extracts, not the folder they were put in", async () => {
    const before = await hash("audit");
    expect(await hash("audit", {}, {files: extracts.files.slice(0, 1)})).not.toBe(before);
    for (const file of ["audit/a.csv", "audit/b.csv"]) write(`elsewhere/${file}`, `own/${file}`);
    const elsewhere = join(root, "elsewhere");
    const moved = ["a.csv", "b.csv"].map((file) => join(elsewhere, "audit", file));
    expect(await hash("audit", {}, {folder: elsewhere, files: moved})).toBe(before);
    write("elsewhere/audit/c.csv", "own/audit/b.csv");
    expect(await hash("audit", {}, {folder: elsewhere, files: [moved[0]!, join(elsewhere, "audit/c.csv")]})).not.toBe(
      before
    );
  });

  test("what the register twin is made from, which stands for its files", async () => {
    const twin = (changes: Partial<Settings> = {}) => ({
      synthetic: true,
      madeFrom: registerTwinMark({...settings, ...changes})
    });
    const before = await hash("registers", {}, twin());
    expect(await hash("registers", {}, {...twin(), files: []})).toBe(before);
    expect(await hash("registers", {}, twin({synthetic: {seed: 2, scale: 1}}))).not.toBe(before);
    expect(await hash("registers", {synthetic: {seed: 2, scale: 1}})).toBe(await hash("registers"));
    write("data/published/audit_tables.csv", "changed");
    expect(await hash("registers", {}, twin())).toBe(before);
    for (const file of [
      "data-loaders/synthetic/registers/twin.ts",
      "data/published/dard_flow.csv",
      "data/synthetic/registers.yaml"
    ]) {
      const last = await hash("registers", {}, twin());
      write(file, "changed");
      expect(await hash("registers", {}, twin()), file).not.toBe(last);
    }
  });
});

test("does not change with what only makes it quicker, or with where tables go", async () => {
  const before = await both();
  expect(await both({memoryLimit: "8GB", threads: 8, workspace: join(root, "other"), mostAnswers: 0})).toEqual(before);
  expect(await both({}, {files: extracts.files.toReversed()})).toEqual(before);
});

test("changes with whether released periods are computed anew, where some are", async () => {
  const before = await both();
  expect(await both({releasedPeriods: "anew"})).toEqual(before);
  write("data/releases/2026-01-01/means.parquet", "PAR1");
  const released = await both();
  expect(changed(before, released)).toEqual(["audit", "registers"]);
  expect(changed(released, await both({releasedPeriods: "anew"}))).toEqual(["audit", "registers"]);
});

test("carries the date of the newest extract; the twin has none", async () => {
  utimesSync(extracts.files[0]!, new Date("2024-03-01T12:00:00Z"), new Date("2024-03-01T12:00:00Z"));
  utimesSync(extracts.files[1]!, new Date("2023-12-31T12:00:00Z"), new Date("2023-12-31T12:00:00Z"));
  expect((await auditSeal(extracts, settings)).date).toBe("2024-03-01");
  expect((await auditSeal({...extracts, synthetic: true}, settings)).date).toBeNull();
});

test("files swapped are other files, and words joined otherwise are other words", async () => {
  const before = await hashFiles(root, extracts.files);
  write("own/audit/a.csv", "own/audit/b.csv");
  write("own/audit/b.csv", "own/audit/a.csv");
  expect(await hashFiles(root, extracts.files)).not.toBe(before);
  expect(hashOf("ab", "c")).not.toBe(hashOf("a", "bc"));
});

test("each side has the seal of its own rules", async () => {
  const before = await both();
  expect(changed(before, await both({disclosure: withRules("audit", {threshold: 3})}))).toEqual(["audit"]);
  expect(changed(before, await both({disclosure: withRules("registers", {threshold: 3})}))).toEqual(["registers"]);
});

test("each side has the seal of the report that is printed of it, where that is known", async () => {
  const before = await both();
  write("data/published/dard_flow.csv", "changed");
  expect(changed(before, await both())).toEqual(["registers"]);
  write("data/published/audit_tables.csv", "changed");
  expect(changed(before, await both())).toEqual(["audit", "registers"]);
  const none = {audit: {...settings.disclosure.audit, printed: "none"}, registers: settings.disclosure.registers};
  const without = await both({disclosure: none});
  write("data/published/audit_tables.csv", "changed again");
  expect(changed(without, await both({disclosure: none}))).toEqual([]);
});

test("how participants are shown, and their codes where they are shown by them, are the audit's alone", async () => {
  const shown = (participants: Participants) => both({disclosure: withRules("audit", {participants})});
  const [byNumber, byCode] = [await shown("number"), await shown("code")];
  expect(changed(byNumber, byCode)).toEqual(["audit"]);
  write("data/codes/participants.json", "{}");
  expect(changed(byCode, await shown("code"))).toEqual(["audit"]);
  expect(changed(byNumber, await shown("number"))).toEqual([]);
});
