import {readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {Refusal} from "../../ground/refusal.js";
import type {Indicator} from "./indicator.js";

/** Where the indicators are, one file each. */
export const indicatorFolder = fileURLToPath(new URL("..", import.meta.url));

/**
 * The file of every indicator of a folder, in a fixed order. Nothing imports an indicator by its
 * name: a file more is one more.
 */
export function indicatorFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => join(folder, file));
}

/**
 * The indicator of a file.
 * @throws Refusal with file, line and column where the file cannot be read
 */
export async function readIndicator(path: string): Promise<Indicator | undefined> {
  try {
    return ((await import(/* @vite-ignore */ pathToFileURL(path).href)) as {indicator?: Indicator}).indicator;
  } catch (error) {
    const {message} = error as Error;
    // The compiler names the place of what it cannot read.
    const [, line = "1", column = "0", words] = /:(\d+):(\d+): ERROR: ([^\n]*)/.exec(message) ?? [];
    const file = `data-loaders/indicators/${basename(path)}`;
    throw new Refusal(
      `${file}:${line}:${Number(column) + 1}: error: filen kan ikke læses: ${words ?? message.split("\n")[0]}`
    );
  }
}

/**
 * Every indicator of a folder, by id: each file exports one as `indicator`. A new file is a
 * new indicator; nothing lists them.
 * @throws Error when a file exports none, or two have the same id
 */
export async function readIndicators(folder: string = indicatorFolder): Promise<Indicator[]> {
  const indicators: Indicator[] = [];
  for (const path of indicatorFiles(folder)) {
    const file = basename(path);
    const indicator = await readIndicator(path);
    if (!indicator) throw new Error(`${file} must export an indicator.`);
    if (indicators.some(({id}) => id === indicator.id))
      throw new Error(`${file}: there already is an indicator ${indicator.id}.`);
    indicators.push(indicator);
  }
  return indicators.sort((a, b) => (a.id < b.id ? -1 : 1));
}
