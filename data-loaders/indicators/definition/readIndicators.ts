import {readdirSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import type {Indicator} from "./indicator.js";

/** Where the indicators are, one file each. */
export const indicatorFolder = fileURLToPath(new URL("..", import.meta.url));

/**
 * Every indicator of a folder, by id: each file exports one as `indicator`. A new file is a
 * new indicator; nothing lists them.
 * @throws Error when a file exports none, or two have the same id
 */
export async function readIndicators(folder: string = indicatorFolder): Promise<Indicator[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort();
  const indicators: Indicator[] = [];
  for (const file of files) {
    const {indicator} = (await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href)) as {
      indicator?: Indicator;
    };
    if (!indicator) throw new Error(`${file} must export an indicator.`);
    if (indicators.some(({id}) => id === indicator.id))
      throw new Error(`${file}: there already is an indicator ${indicator.id}.`);
    indicators.push(indicator);
  }
  return indicators.sort((a, b) => (a.id < b.id ? -1 : 1));
}
