import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, relative, sep} from "node:path";
import {pageSource} from "../../publish/framework/pageSource.js";
import {isTemplate} from "../../publish/pages/parameterPages.js";
import {leadsOn} from "../../publish/web/folderAddresses.js";

/**
 * The addresses of the pages in a built site, such as `/audit/variation` and `/metode/`. Of the
 * many pages made from one template the first and the last: the others have the same script.
 */
export function pagesOf(project: string): string[] {
  const pages = allPagesOf(project);
  const source = new Map(pages.map((path) => [path, pageSource(join(project, "src"), path.replace(/\/$/, "/index"))]));
  const alike = (path: string) => pages.filter((other) => source.get(other) === source.get(path));
  const isOwn = (path: string) => !isTemplate(source.get(path) ?? "");
  return pages.filter((path) => isOwn(path) || alike(path).at(0) === path || alike(path).at(-1) === path);
}

/** The address of every page in a built site. */
export function allPagesOf(project: string): string[] {
  const dist = join(project, "dist");
  if (!existsSync(dist)) return [];
  return readdirSync(dist, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file, _, files) => !leadsOn(file, readFileSync(join(dist, file), "utf8"), files))
    .map((file) => "/" + file)
    .map((path) => path.replace(/\.html$/, "").replace(/(?<=\/)index$/, ""))
    .sort();
}
