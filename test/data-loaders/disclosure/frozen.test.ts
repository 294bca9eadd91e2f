import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {frozen, frozenReleases, timeOf} from "../../../data-loaders/disclosure/frozen.js";
import type {ReleasedTables} from "../../../data-loaders/disclosure/keptReleases.js";
import {openSession, type Row} from "../../../data-loaders/engine/session.js";
import {readSettings, type Settings} from "../../../data-loaders/ground/settings.js";
import {defaultRules} from "../../../data-loaders/ground/rules.js";
import {table as residents} from "../../../data-loaders/tables/registers/residents.js";
import {writeTable} from "../../../data-loaders/tables/writeTable.js";
import {checkout} from "../../support/project.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";
import {codebook} from "../tables/tinyAudit.js";

test("a row is of its period, its round or, where it compares rounds, the later; the code book of none", () => {
  expect(timeOf({period: "2023/24", round: null})).toBe("perioden 2023/24");
  expect(timeOf({period: null, round: 2})).toBe("runde 2");
  expect(timeOf({round_before: 1, round_after: 3})).toBe("runde 3");
  expect(timeOf({profession: "gp"})).toBeUndefined();
});

const {parameters} = readSettings(checkout);
const released = (name: string, rows: Record<string, Row[]>): ReleasedTables => ({
  name,
  rules: defaultRules,
  parameters,
  rows: new Map(Object.entries(rows))
});
const [a, b, c] = ["2021/22", "2022/23", "2023/24"] as const;

test("a released period has the rows of the newest release that has it; what that had no table for, it has no rows for", () => {
  const {times, isFrozen, rowsOf} = frozen([
    released("2026", {incidence: [{period: b, patients: 20}]}),
    released("2025", {
      incidence: [
        {period: a, patients: 11},
        {period: b, patients: 21}
      ],
      residents: [{period: a}]
    })
  ]);
  expect(Object.fromEntries(times)).toEqual({[`perioden ${a}`]: "2025", [`perioden ${b}`]: "2026"});
  const today = [a, b, c].map((period) => ({period, patients: 99}));
  expect(today.map(isFrozen)).toEqual([true, true, false]);
  expect(rowsOf("incidence", today)).toEqual([
    {period: a, patients: 11},
    {period: b, patients: 20}
  ]);
  expect(rowsOf("incidence", [{period: b}, {period: c}])).toEqual([{period: b, patients: 20}]);
  expect(rowsOf("residents", today)).toEqual([{period: a}]);
  expect(rowsOf("diagnoses", today)).toEqual([]);
});

const root = temporaryFolder();
let settings: Settings;
beforeAll(async () => {
  settings = {...readSettings(checkout), root};
  const folder = join(root, "data/releases/2026-01-01");
  mkdirSync(folder, {recursive: true});
  writeFileSync(
    join(folder, "release.json"),
    JSON.stringify({
      data: "synthetic",
      registers: {data: "own"},
      settings: {parameters, disclosure: settings.disclosure}
    })
  );
  const session = await openSession({memoryLimit: "500MB", threads: 1, temporary: join(root, "duckdb")});
  const row = {period: c, area_type: "country", area_id: "country", adults: 9, inhabitants: 12, status: "shown"};
  await writeTable(session, join(folder, "residents.parquet"), residents.columns, [row], {rygatlas_seal: "a1"});
  session.close();
});
const namesFor = async (changes: Partial<Settings>, synthetic = false) => {
  const about = {synthetic, codebook, tables: [residents]};
  return (await frozenReleases({...settings, ...changes}, "registers", about)).map(({name}) => name);
};

test("a twin's release says nothing of own extracts, nor the other way round; none is read where all is computed anew", async () => {
  expect(await namesFor({})).toEqual(["2026-01-01"]);
  expect(await namesFor({}, true)).toEqual([]);
  expect(await namesFor({releasedPeriods: "anew"})).toEqual([]);
});

test("a period of other days, or patients found in another way, cannot stand beside what was released", async () => {
  const later = {id: "2024/25", from: "2024-07-01", to: "2025-06-30"};
  expect(await namesFor({parameters: {...parameters, periods: [...parameters.periods, later]}})).toHaveLength(1);
  const periods = parameters.periods.map((period) => (period.id === c ? {...period, to: "2024-06-29"} : period));
  await expect(namesFor({parameters: {...parameters, periods}})).rejects.toThrow(
    /^settings\.yaml: registers \(perioden 2023\/24\) er ændret siden udgivelsen 2026-01-01, hvis perioder skal stå, som de blev udgivet: sæt det tilbage, eller regn dem om med released_periods: anew\.$/
  );
  await expect(namesFor({parameters: {...parameters, minimumAge: 16}})).rejects.toThrow(
    /^settings\.yaml: registers \(andet end periods\) er ændret/
  );
});
