import {spawn} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {delimiter, dirname, join, resolve} from "node:path";
import {openSession} from "../engine/session.js";
import {replaceFolder, staging} from "../engine/staging.js";
import {readCodelists, type Codelists} from "../ground/codelists.js";
import {Refusal} from "../ground/refusal.js";
import type {Settings} from "../ground/settings.js";
import {dialects, type DialectName} from "../sources/reduction/dialects.js";
import {reductionScript} from "../sources/reduction/reductionScript.js";
import {describedTables, filesAsTables, namedTables, type Sources} from "../sources/reduction/sourceTables.js";

/** Where the registers are: files in a folder for each kind, or tables, by names of their own or the contract's. */
export interface Places {
  /** A folder of extracts, whose `registers` holds a folder for each kind. */
  extracts?: string | undefined;
  /** A folder with the column names of each table, where they have names of their own. */
  tables?: string | undefined;
}

/**
 * The script that reduces registers where they are, for people or Apache Spark to run.
 * @throws Refusal when a register or a column is missing
 */
export async function scriptFor(
  settings: Settings,
  name: DialectName,
  places: Places,
  folder = "registers"
): Promise<string> {
  const codelists = readCodelists(join(settings.root, "data/codelists"));
  return reductionScript(await sourcesOf(settings, name, places, codelists), dialects[name], {codelists, folder});
}

async function sourcesOf(
  settings: Settings,
  name: DialectName,
  {extracts, tables}: Places,
  codelists: Codelists
): Promise<Sources> {
  const dialect = dialects[name];
  const about = {codelists, settings: settings.registers};
  if (tables) return describedTables(tables, dialect, about);
  if (!extracts) return namedTables(about);
  if (name !== "duckdb" && name !== "spark")
    throw new Refusal(
      `Filer kan reduceres med duckdb og spark, men ikke med ${name}; udelad --extracts, så reduceres tabeller.`
    );
  const session = await openSession({...settings, temporary: join(settings.workspace, "duckdb")});
  try {
    return await filesAsTables(session, join(extracts, "registers"), name, dialect, about);
  } finally {
    session.close();
  }
}

/** What a run of Apache Spark left. */
export interface ReducedDelivery {
  folder: string;
  /** The registers of which there are files. */
  kinds: string[];
}

/**
 * Runs the script on Apache Spark, whose `spark-sql` is found in SPARK_HOME or on the PATH. The delivery appears whole
 * in `out/registers`, or not at all.
 * @throws Refusal when Spark is not found or stops
 */
export async function runOnSpark(
  settings: Settings,
  {out, master, ...places}: Places & {out: string; master: string}
): Promise<ReducedDelivery> {
  const sparkSql = findSparkSql();
  const folder = join(resolve(out), "registers");
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refusal(`${folder} er ikke tom, og intet overskrives; vælg en anden mappe med --out, eller tøm den.`);
  const aside = staging(resolve(out));
  const delivery = join(aside, "registers");
  mkdirSync(delivery);
  try {
    const script = join(aside, "reduction.sql");
    writeFileSync(script, await scriptFor(settings, "spark", places, delivery));
    await run(sparkSql, [
      "--master",
      master,
      ...(places.extracts ? ["--conf", "spark.sql.catalogImplementation=in-memory"] : []),
      ...Object.entries(always).flatMap(([key, value]) => ["--conf", `${key}=${value}`]),
      "-f",
      script
    ]);
    replaceFolder(folder, delivery);
    return {folder, kinds: readdirSync(folder).sort()};
  } finally {
    rmSync(aside, {recursive: true, force: true});
  }
}

/** What is no day is NULL, as elsewhere, and not the end of the run; the screen is for the result. */
const always = {
  "spark.sql.ansi.enabled": "false",
  "spark.sql.legacy.timeParserPolicy": "CORRECTED",
  "spark.sql.session.timeZone": "UTC",
  "spark.ui.enabled": "false",
  "spark.ui.showConsoleProgress": "false"
};

function findSparkSql(): string {
  const folders = [
    ...(process.env.SPARK_HOME ? [join(process.env.SPARK_HOME, "bin")] : []),
    ...(process.env.PATH ?? "").split(delimiter)
  ];
  const found = folders.map((folder) => join(folder, "spark-sql")).find((file) => existsSync(file));
  if (found) return found;
  throw new Refusal(
    "Apache Sparks spark-sql findes hverken i SPARK_HOME eller på PATH; installer Spark 3.4 eller nyere, og sæt SPARK_HOME, eller udskriv scriptet med --dialect spark."
  );
}

async function run(command: string, parameters: string[]): Promise<void> {
  // Spark's own settings, its log and a catalogue in a file belong to the folder that the command was given in.
  const child = spawn(command, parameters, {stdio: ["ignore", "ignore", "pipe"]});
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (said = (said + text).slice(-100_000)));
  const stop = () => void child.kill();
  process.once("exit", stop);
  try {
    const code = await new Promise<number | null>((done, failed) => child.once("error", failed).once("close", done));
    if (code !== 0) throw new Refusal(`Apache Spark stoppede, og intet er skrevet: ${reasonIn(said)}`);
  } finally {
    process.off("exit", stop);
  }
}

/** The sentence of a log that says why Spark stopped. */
function reasonIn(log: string): string {
  const lines = log.split("\n").map((line) => line.trim());
  const reasons = [
    lines.findLast((line) => /^(Caused by: )?[\w.]*(Exception|Error): (?!Job aborted|Task failed)/.test(line)),
    lines.find((line) => /^(Error in query|Error|\[[A-Z_.]+\])/.test(line)),
    lines.findLast((line) => line !== "")
  ];
  const reason = (reasons.find((line) => line) ?? "uden at sige hvorfor").replace(/^Caused by: /, "").slice(0, 300);
  return `${reason.replace(/[.;]?$/, "")}; ret det, og kør igen.`;
}

export function describeReduced({folder, kinds}: ReducedDelivery): string[] {
  return [
    `Registrene er reduceret i ${folder}: ${kinds.join(", ")}.`,
    `Brug dem med: npx rygatlas check --extracts ${dirname(folder)}`
  ];
}
