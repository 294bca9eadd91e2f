import {readdirSync} from "node:fs";
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

/** The published file that Framework made of a data loader's, such as `audit_answers.parquet`: its name has a hash. */
export function dataFile({files}: BuiltSite, name: string): string {
  const [stem, extension] = name.split(".") as [string, string];
  const pattern = new RegExp(`^_file/data/${stem}\\.[0-9a-f]{8}\\.${extension}$`);
  const file = files.find((one) => pattern.test(one));
  if (!file) throw new Refusal(`dist mangler ${name}; kør npm run build igen.`);
  return file;
}

/** The name of the data loader's file that Framework made a published file of; undefined for other files. */
export function loaderOf(file: string): string | undefined {
  const [, stem, extension] = /^_file\/data\/([^/]+)\.[0-9a-f]{8}\.(\w+)$/.exec(file) ?? [];
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
