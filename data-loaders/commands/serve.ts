import {createReadStream, existsSync} from "node:fs";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {parseArgs} from "node:util";
import {buildCache, load} from "../load.js";
import {Refusal} from "../ground/refusal.js";
import {readSettings} from "../ground/settings.js";
import {findDelivery} from "../synthetic/standIn.js";

/**
 * What the two loaders in `src/data` do: see to it that the published tables are today's, and hand one of them, or one
 * file of facts, to Framework. `rygatlas load` has normally filled the cache before, so that no loader is started.
 * @param args the file asked for, as Framework passes it: `--table=means` or `--facts=site`
 */
export async function serve(args: string[]): Promise<void> {
  const {table, facts} = parseArgs({args, options: {table: {type: "string"}, facts: {type: "string"}}}).values;
  const name = table === undefined ? `${facts}.json` : `${table}.parquet`;
  const settings = readSettings(process.cwd());
  const file = join(buildCache(settings), name);
  try {
    await load(settings, await findDelivery(settings), {write: true});
    if (!/^\w+\.\w+$/.test(name) || !existsSync(file))
      throw new Refusal(`${name} er ingen af de tabeller og oplysninger, som load skriver (data-loaders/tables).`);
    await pipeline(createReadStream(file), process.stdout);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
