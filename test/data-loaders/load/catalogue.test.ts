import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {name, openSession, text} from "../../../data-loaders/engine/session.js";
import {readSettings} from "../../../data-loaders/ground/settings.js";
import {catalogue, catalogueFile, writeCatalogue} from "../../../data-loaders/load/catalogue.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const folder = temporaryFolder();
const settings = {...readSettings("."), workspace: join(folder, "workspace")};
const published = join(folder, "published");

async function write(file: string, query: string): Promise<void> {
  mkdirSync(join(file, ".."), {recursive: true});
  const session = await openSession({memoryLimit: "200MB", threads: 1, temporary: ""});
  await session.run(`COPY (${query}) TO ${text(file)} (FORMAT parquet)`);
  session.close();
}

test("other tools find each table under its name, with what it and its columns hold", async () => {
  await write(join(published, "residents.parquet"), "SELECT '2023/24' AS period, NULL AS adults");
  await write(join(settings.workspace, "registers/residents.parquet"), "SELECT '2023/24' AS period, 7 AS adults");
  await write(join(published, "means.parquet"), "SELECT 'gp' AS profession, 40.5 AS mean");
  await write(join(settings.workspace, "tables/means.parquet"), "SELECT 'gp' AS profession, 40.5 AS mean");
  await write(join(settings.workspace, "registers/means.parquet"), "SELECT '2023/24' AS period, 51.5 AS mean");
  await write(join(settings.workspace, "people/cohort.parquet"), "SELECT 'p1' AS person_id, 63 AS age, 1 AS other");
  await write(join(settings.workspace, "registrations/00001.parquet"), `SELECT 41 AS age, true AS "actions.exercise"`);
  const tables = catalogue(settings, published);
  expect(tables.map(({schema, name}) => `${schema}.${name}`)).toEqual([
    "main.means",
    "main.residents",
    "before.means",
    "before.residents",
    "people.registrations",
    "people.cohort"
  ]);

  await writeCatalogue(settings, tables);
  await writeCatalogue(settings, tables);
  const session = await openSession({memoryLimit: "200MB", threads: 1, temporary: ""});
  await session.run(`ATTACH ${text(catalogueFile(settings))} AS rygatlas (READ_ONLY); USE rygatlas`);
  expect(await session.rows("FROM residents")).toEqual([{period: "2023/24", adults: null}]);
  expect(await session.rows("FROM before.residents")).toEqual([{period: "2023/24", adults: 7}]);
  expect(await session.rows("SELECT profession, period, mean::DOUBLE AS mean FROM before.means ORDER BY mean")).toEqual(
    [
      {profession: "gp", period: null, mean: 40.5},
      {profession: null, period: "2023/24", mean: 51.5}
    ]
  );
  expect(
    await session.rows("SELECT comment FROM duckdb_views() WHERE schema_name = 'people' ORDER BY view_name")
  ).toEqual([{comment: expect.stringMatching(/^Databasens patienter/)}, {comment: expect.stringMatching(/^Auditten/)}]);
  const comments = await session.rows(
    "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'cohort' ORDER BY column_index"
  );
  expect(comments).toEqual([
    {column_name: "person_id", comment: "Personens pseudonymiserede nøgle"},
    {column_name: "age", comment: "Alder ved den første kontakt (år)"},
    {column_name: "other", comment: null}
  ]);
  expect(
    await session.rows(`SELECT count(*) AS n FROM people.registrations WHERE ${name("actions.exercise")}`)
  ).toEqual([{n: 1}]);
  session.close();
});
