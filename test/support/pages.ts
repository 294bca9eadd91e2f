import {existsSync, readdirSync} from "node:fs";
import {join, relative, sep} from "node:path";

/** The address of every page in a built site, such as `/audit/variation` and `/metode/`. */
export function pagesOf(project: string): string[] {
  const dist = join(project, "dist");
  if (!existsSync(dist)) return [];
  return readdirSync(dist, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => "/" + relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .map((path) => path.replace(/\.html$/, "").replace(/(?<=\/)index$/, ""))
    .sort();
}
