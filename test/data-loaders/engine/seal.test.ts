import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {defaultRegisterSettings} from "../../../data-loaders/sources/registers/registerSpec.js";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {sealOf, type Delivery} from "../../../data-loaders/delivery.js";
import {hashFiles, hashOf} from "../../../data-loaders/engine/seal.js";
import type {Settings} from "../../../data-loaders/settings.js";

let root: string;
let settings: Settings;
let delivery: Delivery;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "seal-"));
  for (const file of [
    "data-loaders/load.ts", "data-loaders/tables/means.ts", "src/statistics/wilson.ts", "data/published/audit_tables.csv",
    "data/reconciliation/explained.csv", "data/synthetic/audit.yaml", "data/codebooks/laenderyg/answers.csv", "own/audit/a.csv", "own/audit/b.csv"
  ]) {
    write(file, file);
  }
  settings = {
    root, codebook: join(root, "data/codebooks/laenderyg"), extracts: join(root, "own"), workspace: join(root, "workspace"),
    maxRejectedPercent: 5, memoryLimit: "1GB", threads: 1, siteAddress: "https://a.example/", synthetic: {seed: 1, scale: 1}, mostAnswers: 10, aliases: {},
    registers: defaultRegisterSettings
  };
  delivery = {folder: join(root, "own"), synthetic: false, audit: ["a.csv", "b.csv"].map((file) => join(root, "own/audit", file))};
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), {recursive: true});
  writeFileSync(join(root, file), text);
}
const hash = async (changes: Partial<Settings> = {}, from: Partial<Delivery> = {}) =>
  (await sealOf({...delivery, ...from}, {...settings, ...changes})).hash;

describe("changes with", () => {
  test.each([
    ["an extract", "own/audit/a.csv"],
    ["the code book", "data/codebooks/laenderyg/answers.csv"],
    ["a file more in the code book", "data/codebooks/laenderyg/audit.yaml"],
    ["loader code", "data-loaders/tables/means.ts"],
    ["a method", "src/statistics/wilson.ts"],
    ["the printed figures", "data/published/audit_tables.csv"],
    ["what is known of misprints", "data/reconciliation/explained.csv"]
  ])("%s", async (_, file) => {
    const before = await hash();
    write(file, "changed");
    expect(await hash()).not.toBe(before);
  });

  test.each<[string, Partial<Settings>]>([
    ["the names a delivery uses", {aliases: {alder: "age"}}],
    ["the rows that may be rejected", {maxRejectedPercent: 4}]
  ])("%s", async (_, changes) => {
    expect(await hash(changes)).not.toBe(await hash());
  });

  test("the name, the number and the place of extracts, not the folder they were put in", async () => {
    const before = await hash();
    expect(await hash({}, {audit: delivery.audit.slice(0, 1)})).not.toBe(before);
    for (const file of ["audit/a.csv", "audit/b.csv"]) write(`elsewhere/${file}`, `own/${file}`);
    const elsewhere = join(root, "elsewhere");
    const moved = ["a.csv", "b.csv"].map((file) => join(elsewhere, "audit", file));
    expect(await hash({}, {folder: elsewhere, audit: moved})).toBe(before);
    write("elsewhere/audit/c.csv", "own/audit/b.csv");
    expect(await hash({}, {folder: elsewhere, audit: [moved[0]!, join(elsewhere, "audit/c.csv")]})).not.toBe(before);
  });

  test("the twin's seed, where the twin is used", async () => {
    const synthetic = {seed: 2, scale: 1};
    expect(await hash({synthetic}, {synthetic: true})).not.toBe(await hash({}, {synthetic: true}));
    expect(await hash({synthetic})).toBe(await hash());
  });
});

test("does not change with what only makes it quicker, or with where tables go", async () => {
  const before = await hash();
  expect(await hash({memoryLimit: "8GB", threads: 8, workspace: join(root, "other"), mostAnswers: 0})).toBe(before);
  expect(await hash()).toBe(before);
  expect(await hash({}, {audit: delivery.audit.toReversed()})).toBe(before);
});

test("carries the date of the newest extract; the twin has none", async () => {
  utimesSync(delivery.audit[0]!, new Date("2024-03-01T12:00:00Z"), new Date("2024-03-01T12:00:00Z"));
  utimesSync(delivery.audit[1]!, new Date("2023-12-31T12:00:00Z"), new Date("2023-12-31T12:00:00Z"));
  expect((await sealOf(delivery, settings)).date).toBe("2024-03-01");
  expect((await sealOf({...delivery, synthetic: true}, settings)).date).toBeNull();
});

test("files swapped are other files, and words joined otherwise are other words", async () => {
  const before = await hashFiles(root, delivery.audit);
  write("own/audit/a.csv", "own/audit/b.csv");
  write("own/audit/b.csv", "own/audit/a.csv");
  expect(await hashFiles(root, delivery.audit)).not.toBe(before);
  expect(hashOf("ab", "c")).not.toBe(hashOf("a", "bc"));
});
