// @module-tag slow: starts Apache Spark with two executors.
import {execFileSync} from "node:child_process";
import {appendFileSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {runOnSpark, scriptFor} from "../../../../data-loaders/commands/reduce.js";
import {openSession} from "../../../../data-loaders/engine/session.js";
import {readSettings, type Settings} from "../../../../data-loaders/ground/settings.js";
import {temporaryFolder} from "../../../support/temporaryFolder.js";
import {reduceInDuckdb} from "./inPlace.js";
import {writeSomeRegisters} from "./someRegisters.js";

/** The virtual environment that `.ci/spark` makes, with pyspark and sqlglot; without it nothing here can run. */
const environment = process.env.RYGATLAS_SPARK;

/** Of little data, most of Spark's time goes with cutting it into many pieces and translating to machine code. */
const smallAndShort = `
spark.sql.shuffle.partitions 2
spark.sql.codegen.wholeStage false
spark.sql.codegen.factoryMode NO_CODEGEN
spark.sql.adaptive.enabled false
spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.executor.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
`;

describe.skipIf(!environment)("on the databases' own ground", () => {
  const folder = temporaryFolder();
  let settings: Settings;
  beforeAll(async () => {
    settings = {...readSettings("."), workspace: join(folder, "workspace"), memoryLimit: "1GB"};
    mkdirSync(settings.workspace);
    mkdirSync(join(folder, "conf"));
    writeFileSync(join(folder, "conf/spark-defaults.conf"), smallAndShort);
    process.env.SPARK_CONF_DIR = join(folder, "conf");
    await writeSomeRegisters(join(folder, "whole/registers"));
  });
  afterAll(() => void delete process.env.SPARK_CONF_DIR);

  test("Spark in two executors gives the rows that DuckDB gives, the account among them", async () => {
    const extracts = join(folder, "whole");
    const out = join(folder, "spark");
    const {kinds} = await runOnSpark(settings, {extracts, master: "local-cluster[2,1,2048]", out});
    await reduceInDuckdb(settings, extracts, join(folder, "duckdb"));
    expect(readdirSync(out)).toEqual(["registers"]);
    expect(kinds).toEqual(readdirSync(join(folder, "duckdb/registers")).sort());
    const session = await openSession({memoryLimit: "1GB", threads: 1, temporary: join(folder, "temporary")});
    for (const kind of kinds) {
      const rows = (engine: string) =>
        `SELECT COLUMNS(*)::VARCHAR FROM read_parquet('${join(folder, engine, "registers", kind)}/*.parquet')`;
      const differ = (one: string, other: string) =>
        session.rows(`(${rows(one)}) EXCEPT ALL (SELECT * FROM (${rows(other)}))`);
      expect(await differ("spark", "duckdb"), kind).toEqual([]);
      expect(await differ("duckdb", "spark"), kind).toEqual([]);
    }
    session.close();
  });

  test("what stops Spark is told in a sentence, and nothing is left", async () => {
    const extracts = join(folder, "broken");
    await writeSomeRegisters(join(extracts, "registers"));
    appendFileSync(join(extracts, "registers/lpr_diagnoses/diagnoser.csv"), "k1-1;DM545\n");
    const out = join(folder, "none");
    await expect(runOnSpark(settings, {extracts, master: "local[1]", out})).rejects.toThrow(
      /^Apache Spark stoppede, og intet er skrevet: .*[Mm]alformed.*; ret det, og kør igen\.$/
    );
    expect(readdirSync(out)).toEqual([]);
  });

  test.each(["duckdb", "tsql", "oracle", "postgres"] as const)(
    "the script for %s is read to its end by a parser of that grammar",
    async (dialect) => {
      const file = join(folder, `${dialect}.sql`);
      writeFileSync(file, await scriptFor(settings, dialect, {}));
      const parsed = execFileSync(join(environment!, "bin/python"), ["-c", parse, dialect, file], {encoding: "utf8"});
      expect(JSON.parse(parsed)).toEqual({understood: true, statements: expect.any(Number)});
    }
  );
});

/** A statement that sqlglot cannot understand becomes a Command, or stops it. */
const parse = `
import sys, json, sqlglot
dialect, file = sys.argv[1:]
found = [s for s in sqlglot.parse(open(file).read(), read=dialect) if s]
print(json.dumps({"understood": not any(s.find(sqlglot.exp.Command) for s in found), "statements": len(found)}))
`;
