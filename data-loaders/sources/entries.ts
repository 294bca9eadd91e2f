import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {ascending} from "d3-array";

/** A file or folder that somebody put among extracts. */
export interface Entry {
  name: string;
  path: string;
  folder: boolean;
}

/**
 * What lies in a folder, by name: all but hidden files, and notes to people, which are known by their name (README,
 * LÆSMIG). Nothing else may be passed over.
 */
export function entriesOf(folder: string): Entry[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !/^\.|^(readme|l(æ|ae|a)s[ _-]?mig)\b/i.test(name.normalize("NFC")))
    .sort(ascending)
    .map((name) => ({
      name,
      path: join(folder, name),
      // A link to nothing is a file that cannot be read.
      folder: statSync(join(folder, name), {throwIfNoEntry: false})?.isDirectory() ?? false
    }));
}

/** Whether anything but folders lies below. */
export function holdsFiles(folder: string): boolean {
  return entriesOf(folder).some((entry) => !entry.folder || holdsFiles(entry.path));
}
