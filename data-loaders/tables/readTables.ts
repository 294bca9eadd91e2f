import {readdirSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import type {Side} from "../ground/rules.js";
import type {Table} from "./table.js";

/** The files that declare the tables of one side, below a project, in a fixed order. */
export function tableFiles(root: string, side: Side): string[] {
  const folder = join(root, "data-loaders/tables", side);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => join(folder, file));
}

/**
 * Every table of one side by its place, which is the order they are computed in and the download page lists them in.
 * A new file is a new table; nothing lists them.
 * @param root the project whose files are read
 * @throws Error when a file exports no `table`, or one with the name or the place of another
 */
export async function readTables<Models>(
  side: Side,
  root: string = fileURLToPath(new URL("../..", import.meta.url))
): Promise<Table<Models>[]> {
  const tables: Table<Models>[] = [];
  for (const file of tableFiles(root, side)) {
    const {table} = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {table?: Table<Models>};
    if (!table) throw new Error(`${file} must export a table.`);
    const same = tables.find(({name, place}) => name === table.name || place === table.place);
    if (same) throw new Error(`${file}: the table ${same.name} already has this name or place ${same.place}.`);
    tables.push(table);
  }
  return tables.sort((a, b) => a.place - b.place);
}
