import {createReadStream} from "node:fs";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {buildCache, load} from "../load.js";
import {Refusal} from "../ground/refusal.js";
import {readSettings} from "../ground/settings.js";
import {findDelivery} from "../synthetic/standIn.js";

/**
 * What a loader in `src/data` does: sees to it that the published tables are today's, and hands one of them to
 * Framework. `rygatlas load` has normally filled the cache before, so that Framework does not even start a loader.
 */
export async function serve(file: string): Promise<void> {
  const settings = readSettings(process.cwd());
  try {
    await load(settings, await findDelivery(settings), {write: true});
    await pipeline(createReadStream(join(buildCache(settings), file)), process.stdout);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
