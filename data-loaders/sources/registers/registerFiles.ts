import {existsSync, readdirSync} from "node:fs";
import {join, relative} from "node:path";
import {ascending} from "d3-array";
import {nearest, quoted, Refusal} from "../../ground/refusal.js";

/**
 * The delivered files of each kind: everything below `folder/<kind>`, by path.
 * @throws Refusal when a folder is no kind, or a file is neither CSV nor Parquet
 */
export function registerFiles(folder: string, kinds: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const entries = existsSync(folder)
    ? readdirSync(folder, {withFileTypes: true}).filter((e) => !e.name.startsWith("."))
    : [];
  for (const entry of entries) {
    const kind = entry.name.toLowerCase();
    if (!kinds.includes(kind)) {
      const near = nearest(kind, kinds);
      throw new Refusal(
        `${join(folder, entry.name)} er ikke et kendt register${near ? `; mente du ${quoted(near)}` : ""}; mapperne hedder ${kinds.join(", ")}.`
      );
    }
    found.set(kind, [...(found.get(kind) ?? []), ...filesBelow(join(folder, entry.name))].sort(ascending));
  }
  for (const [kind, files] of found) if (files.length === 0) found.delete(kind);
  return found;
}

/** Whether a file is Parquet, as its name says. */
export function isParquet(file: string): boolean {
  return /\.parquet(\.gz)?$/i.test(file);
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((e) => !e.isDirectory())
    .map((e) => join(e.parentPath, e.name))
    .filter(
      (file) =>
        !relative(folder, file)
          .split(/[\\/]/)
          .some((part) => part.startsWith(".") || part.startsWith("_"))
    );
  const other = files.find((file) => !/\.(csv|txt|parquet)(\.gz)?$/i.test(file));
  if (other)
    throw new Refusal(
      `${other} er hverken CSV eller Parquet og kan ikke læses; gem udtrækket som .csv eller .parquet, eller fjern filen fra mappen.`
    );
  return files;
}
