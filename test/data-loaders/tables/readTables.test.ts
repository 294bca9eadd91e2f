import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {sharedTables, tables} from "../../../data-loaders/tables/index.js";
import {readTables} from "../../../data-loaders/tables/readTables.js";
import {checkout} from "../../support/project.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tables-"));
  mkdirSync(join(root, "data-loaders/tables/audit"), {recursive: true});
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

const write = (file: string, text: string) => writeFileSync(join(root, "data-loaders/tables/audit", file), text);
const declaring = (name: string, place: number) => `export const table = {name: "${name}", place: ${place}};\n`;

test("a file is a table, in the order of places, whatever the files are called", async () => {
  write("a.ts", declaring("later", 20));
  write("b.ts", declaring("earlier", 10));
  write("notes.md", "No table.");
  expect((await readTables("audit", root)).map(({name}) => name)).toEqual(["earlier", "later"]);
});

test("a file without a table is named", async () => {
  write("means.ts", "export const means = {};\n");
  await expect(readTables("audit", root)).rejects.toThrow(/audit.means\.ts must export a table\./);
});

test.each([
  ["name", declaring("means", 20)],
  ["place", declaring("ages", 10)]
])("two tables have not the same %s", async (_, second) => {
  write("a.ts", declaring("means", 10));
  write("b.ts", second);
  await expect(readTables("audit", root)).rejects.toThrow(
    /audit.b\.ts: the table means already has this name or place 10\./
  );
});

test("every file of both folders is published, once though audit and registers share it", () => {
  const files = ["audit", "registers"].flatMap((side) => readdirSync(join(checkout, "data-loaders/tables", side)));
  expect(new Set(tables.map(({name}) => name)).size).toBe(tables.length);
  expect(tables.length).toBe(files.length - sharedTables.length);
  expect(sharedTables).toEqual(["means", "variation"]);
});

test("readers find the tables in the order they know", () => {
  expect(tables.map(({name}) => name)).toEqual([
    "audit_answers",
    "audit_answers_by_region",
    "audit_measures",
    "audit_ages",
    "audit_participants",
    "audit_differences",
    "audit_round_changes",
    "means",
    "variation",
    "codebook",
    "indicator_values",
    "indicator_hospitals",
    "patient_flows",
    "pathways",
    "pathway_rule_checks",
    "first_contacts",
    "first_contact_kinds",
    "diagnoses",
    "incidence",
    "residents",
    "drug_types",
    "prescribers",
    "employment_outcomes",
    "primary_care_contacts",
    "key_figures",
    "area_ranks",
    "contact_coverage"
  ]);
});
