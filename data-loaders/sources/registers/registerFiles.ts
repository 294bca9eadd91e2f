import {ascending} from "d3-array";
import {nearest, quoted, Refusal} from "../../ground/refusal.js";
import {entriesOf, type Entry} from "../entries.js";
import {foreign, wayThrough} from "../formats/asText.js";

/**
 * The delivered files of each kind: everything below `folder/<kind>`, by path.
 * @throws Refusal when something is no kind's folder, or a file is neither CSV nor Parquet
 */
export function registerFiles(folder: string, kinds: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const entry of entriesOf(folder)) {
    const kind = entry.name.toLowerCase();
    if (!entry.folder || !kinds.includes(kind)) throw notAKind(entry, kinds);
    const files = filesBelow(entry.path);
    if (files.length > 0) found.set(kind, [...(found.get(kind) ?? []), ...files].sort(ascending));
  }
  return found;
}

function notAKind({name, path, folder}: Entry, kinds: string[]): Refusal {
  const bare = name.toLowerCase().replace(/\..*$/, "");
  const near = nearest(bare, kinds) ?? kinds.toReversed().find((kind) => bare.startsWith(kind));
  if (folder)
    return new Refusal(
      `${path} er ikke et kendt register${near ? `; mente du ${quoted(near)}` : ""}; mapperne hedder ${kinds.join(", ")}.`
    );
  return new Refusal(
    `${path} ligger ikke i et registers mappe og læses ikke; læg den i ${near ? `mappen ${near}` : "den, den hører til"} (mapperne hedder ${kinds.join(", ")}).`
  );
}

/** Whether a file is Parquet, as its name says. */
export function isParquet(file: string): boolean {
  return /\.parquet(\.gz)?$/i.test(file);
}

// What Apache Spark leaves beside its files.
const mark = /^_(SUCCESS|metadata|common_metadata|(started|committed)_\d+)$/;

function filesBelow(folder: string): string[] {
  return entriesOf(folder)
    .filter(({name}) => !mark.test(name))
    .flatMap((entry) => {
      if (entry.folder) return filesBelow(entry.path);
      if (/\.((csv|tsv|txt|parquet)(\.gz)?|zip)$/i.test(entry.name) || foreign.test(entry.name)) return [entry.path];
      throw new Refusal(
        `${entry.path} er hverken CSV, Parquet, SAS (.sas7bdat), SPSS (.sav) eller Excel (.xlsx) og kan ikke læses; ${wayThrough(entry.name)}, eller fjern filen fra mappen.`
      );
    });
}
