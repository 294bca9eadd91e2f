// @module-tag slow: computes and protects every table of a small delivery twice.
import {mkdirSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {rollup, sum} from "d3-array";
import {beforeAll, expect, test} from "vitest";
import {readSettings, type Settings} from "../../../../data-loaders/ground/settings.js";
import {loadRegisters, type RegisterReport} from "../../../../data-loaders/load/loadRegisters.js";
import {ownExtracts} from "../../../../data-loaders/sources/delivery.js";
import {temporaryFolder} from "../../../support/temporaryFolder.js";
import {reduceInDuckdb} from "./inPlace.js";
import {writeSomeRegisters} from "./someRegisters.js";

const folder = temporaryFolder();
let whole: Loaded;
let reduced: Loaded;

interface Loaded {
  report: RegisterReport;
  /** Every table before and after protection, as bytes. */
  tables: Map<string, string>;
}

async function loaded(settings: Settings, extracts: string): Promise<Loaded> {
  const aside = `${extracts}-aside`;
  const places = ["published", "tables"];
  mkdirSync(join(aside, "published"), {recursive: true});
  const {report} = await loadRegisters(
    settings,
    ownExtracts(settings, extracts).registers!,
    {hash: "seal", date: "2026-01-01"},
    {aside, published: (table) => join(aside, "published", `${table}.parquet`), write: true, step: () => {}}
  );
  const tables = places.flatMap((place) =>
    readdirSync(join(aside, place)).map(
      (file) => [`${place}/${file}`, readFileSync(join(aside, place, file), "hex")] as const
    )
  );
  return {report, tables: new Map(tables)};
}

beforeAll(async () => {
  const own = readSettings(".");
  const parameters = {...own.parameters, periods: own.parameters.periods.slice(-1)};
  const settings = {
    ...own,
    parameters,
    workspace: join(folder, "workspace"),
    memoryLimit: "1GB",
    maxRejectedPercent: 20
  };
  mkdirSync(settings.workspace);
  await writeSomeRegisters(join(folder, "whole/registers"));
  await reduceInDuckdb(settings, join(folder, "whole"), join(folder, "reduced"));
  rmSync(join(folder, "reduced/duckdb"), {recursive: true, force: true});
  whole = await loaded(settings, join(folder, "whole"));
  reduced = await loaded(settings, join(folder, "reduced"));
});

test("tables are the same byte for byte from registers that were reduced where they are", () => {
  expect([...reduced.tables.keys()]).toEqual([...whole.tables.keys()]);
  expect([...reduced.tables].filter(([table, bytes]) => whole.tables.get(table) !== bytes)).toEqual([]);
});

test("fewer rows come along, and every row is accounted for: kept, left out or rejected", () => {
  const rows = (report: RegisterReport, count: "read" | "leftOut" | "rejected") =>
    rollup(
      report.files,
      (files) => sum(files, (file) => file[count]),
      ({kind}) => kind
    );
  for (const {report} of [whole, reduced])
    for (const file of report.files) expect(file.read).toBe(file.kept + file.leftOut + file.rejected);
  expect(rows(reduced.report, "read")).toEqual(rows(whole.report, "read"));
  const lmdb = reduced.report.files.filter(({kind}) => kind === "lmdb");
  // The file that came along, and what stayed in the register.
  expect(lmdb.map(({read}) => read > 0)).toEqual([true, true]);
  for (const kind of ["lpr_diagnoses", "lmdb", "sssy", "bef", "dream", "deaths", "migrations"])
    expect(rows(reduced.report, "rejected").get(kind), kind).toBe(rows(whole.report, "rejected").get(kind));
});

test("warnings, and the days that registers have, are those of the whole delivery", () => {
  const about = ({warnings, reach}: RegisterReport) => ({
    warnings: warnings.map((line) => line.replace(/^ADVARSEL: \S+ kolonne \S+ /, "")),
    reach: reach.map(({kind, first, last}) => [kind, first, last])
  });
  expect(about(reduced.report)).toEqual(about(whole.report));
});
