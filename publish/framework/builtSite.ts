// Rests on Framework 1.13.4: `build` writes what a data loader gives to `_file/data/`, with eight digits of
// its hash before the extension, and registers a page's files with the times at which they were written.
import {cpSync, existsSync, readdirSync} from "node:fs";
import {join, posix, relative, sep} from "node:path";
import {Refusal} from "../../data-loaders/ground/refusal.js";

/** What `observable build` left: paths below `dist` with `/`, in a fixed order. */
export interface BuiltSite {
  dist: string;
  files: string[];
}

export function readBuiltSite(dist: string): BuiltSite {
  const files = readdirSync(dist, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  return {dist, files};
}

/** The published file that Framework made of a data loader's, such as `site.json`: its name has a hash. */
export function dataFile({files}: BuiltSite, name: string): string {
  const file = files.find((one) => loaderOf(one) === name);
  if (!file) throw new Refusal(`dist mangler ${name}; kør npm run build igen.`);
  return file;
}

/** Where a published table lies below `dist`: the address at which its loader answers in the preview. */
export function tableFile(name: string): string {
  return `_file/data/${name}.parquet`;
}

/**
 * Lays the tables beside the pages. These ask for them by address, as a table is known by its declaration alone:
 * Framework copies only files that a page's code names by a literal.
 * @param tables the folder that `load` wrote
 * @throws Refusal when a table is not there
 */
export function layTables(dist: string, tables: string, names: string[]): void {
  for (const name of names) {
    const from = join(tables, `${name}.parquet`);
    if (!existsSync(from)) throw new Refusal(`Tabellen ${name} mangler; kør npm run build igen.`);
    cpSync(from, join(dist, tableFile(name)));
  }
}

/**
 * The name under which `load` wrote a published file; undefined for other files. Framework puts a hash into those
 * that it copies.
 */
export function loaderOf(file: string): string | undefined {
  const [, stem, extension] = /^_file\/data\/(\w+)(?:\.[0-9a-f]{8})?\.(\w+)$/.exec(file) ?? [];
  return stem && `${stem}.${extension}`;
}

/** A page's relative address as a path below `dist`. */
export function below(page: string, address: string): string {
  return posix.join(posix.dirname(page), address);
}

/** A path below `dist` as an address relative to a page. */
export function fromPage(page: string, file: string): string {
  const address = posix.relative(posix.dirname(page), file);
  return address.startsWith(".") ? address : `./${address}`;
}

/** Code or a page without the times at which its files were written: they differ from build to build. */
export function withoutClock(text: string): string {
  return text.replace(/(?<="path":"[^"]*"),"lastModified":\d+(?=,"size":\d)/g, "");
}
