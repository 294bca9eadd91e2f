import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, test} from "vitest";
import {scriptFor} from "../../../../data-loaders/commands/reduce.js";
import {readSettings} from "../../../../data-loaders/ground/settings.js";
import {temporaryFolder} from "../../../support/temporaryFolder.js";

const folder = temporaryFolder();
const settings = {...readSettings("."), workspace: folder};

function written(name: string, files: Record<string, string>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, file)), {recursive: true});
    writeFileSync(join(folder, name, file), text);
  }
  return join(folder, name);
}

/** The A model's columns, a population register of two years' tables and services in capitals. */
const described = {
  "lpr_contacts/lpr.lpr_a_kontakt.csv":
    "DW_EK_KONTAKT;DW_EK_FORLOEB;PNR;KONT_STARTTIDSPUNKT;KONT_TYPE;KONT_ANS;KONT_ANS_HOVEDSPEC;LPRINDBERETNINGSSYSTEM\n",
  "lpr_diagnoses/lpr.lpr_a_diagnose.csv": "dw_ek_kontakt;diag_kode;diag_kode_type;senere_afkraeftet\n",
  "bef/bef202212.csv": "pnr;koen;foed_dag;kom\n",
  "bef/bef202312.csv": "pnr;koen;foed_dag;kom\n",
  "deaths/dod.csv": "pnr,d_dodsdto\n"
};

test("tables are called as the kinds where nothing else is said, and every register leaves the columns it is read by", async () => {
  const script = await scriptFor(settings, "oracle", {});
  expect(script).toContain("FROM lpr_contacts r");
  expect(script).toMatch(/CREATE TABLE rygatlas_lmdb AS\nSELECT CAST\(r\.pnr AS VARCHAR2\(200\)\) AS pnr,\s+r\.eksd,/);
  expect(script).not.toContain("lpr_procedures r");
});

test("tables by other names are read under ours, several as one, with what they lack passed over", async () => {
  const script = await scriptFor(settings, "tsql", {tables: written("described", described)});
  expect(script).toContain("kont_starttidspunkt AS dato_start");
  expect(script).toContain("FROM lpr.lpr_a_kontakt");
  expect(script).toContain("CAST('2022-12-31' AS DATE)");
  expect(script).toMatch(/FROM bef202212\s+UNION ALL SELECT .* FROM bef202312/);
  expect(script).toContain("d_dodsdto AS dato");
  expect(script).not.toContain("region_ans");
  expect(script).not.toContain("lmdb");
});

test.each<[string, Record<string, string>, Parameters<typeof scriptFor>[1], RegExp]>([
  [
    "no diagnoses",
    {"lpr_contacts/a.csv": described["lpr_contacts/lpr.lpr_a_kontakt.csv"]},
    "postgres",
    /^Registeret lpr_diagnoses mangler, og uden det kan intet reduceres/
  ],
  [
    "a column that is needed",
    {"lpr_diagnoses/a.csv": "dw_ek_kontakt;diag_kode\n"},
    "postgres",
    /^a\.csv: kolonnen »diagnosetype« .* mangler i lpr_diagnoses/
  ]
])("%s: one sentence", async (name, files, dialect, sentence) => {
  await expect(scriptFor(settings, dialect, {tables: written(name, files)})).rejects.toThrow(sentence);
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    "packed files",
    {"registers/bef/a.csv.gz": "x"},
    /^bef\/a\.csv\.gz er pakket og kan ikke reduceres, som den er; pak den ud\.$/
  ],
  [
    "a title",
    {"registers/deaths/a.csv": "sep=;\npnr;dato\n1;2023-01-01\n"},
    /^a\.csv har andet end kolonnenavne i første linje/
  ]
])("%s among files are refused", async (name, files, sentence) => {
  const extracts = written(name, files);
  await expect(scriptFor(settings, "spark", {extracts})).rejects.toThrow(sentence);
  await expect(scriptFor(settings, "oracle", {extracts})).rejects.toThrow(/^Filer kan reduceres med duckdb og spark/);
});
