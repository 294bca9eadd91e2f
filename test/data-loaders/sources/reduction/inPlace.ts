import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {scriptFor} from "../../../../data-loaders/commands/reduce.js";
import {openSession} from "../../../../data-loaders/engine/session.js";
import type {Settings} from "../../../../data-loaders/ground/settings.js";

/**
 * Runs DuckDB's script on the files of a folder of extracts, as a warehouse would, and leaves a delivery in another.
 */
export async function reduceInDuckdb(settings: Settings, extracts: string, out: string): Promise<void> {
  const folder = join(out, "registers");
  mkdirSync(folder, {recursive: true});
  const session = await openSession({memoryLimit: "1GB", threads: 1, temporary: join(out, "duckdb")});
  try {
    await session.run(await scriptFor(settings, "duckdb", {extracts}, folder));
  } finally {
    session.close();
  }
}
