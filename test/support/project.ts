import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, relative, resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {readPages} from "../../publish/pages/cells.js";
import {isTemplate} from "../../publish/pages/parameterPages.js";

/** The checkout these tests belong to. They never write in it. */
export const checkout = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** What a fresh clone does not have. */
const made = [".git", "node_modules", "dist", "data/extracts", "data/workspace", "data/geo", "src/.observablehq"];
/** Large, and never written to once made. */
const registers = "data/workspace/twin/registers";

/**
 * Copies a project to a folder of its own under the temporary folder, as if newly cloned,
 * with the packages of the checkout. `from` an earlier copy with `built`, what it has already
 * computed comes along: the twin, the tables and the site.
 */
export function copyProject({from = checkout, built = false}: {from?: string; built?: boolean} = {}): string {
  const project = mkdtempSync(join(tmpdir(), "rygatlas-test-"));
  const left = new Set(built ? [".git", "node_modules", registers] : made);
  cpSync(from, project, {
    recursive: true,
    // Freshness may look at the time of a file.
    preserveTimestamps: true,
    filter: (source) => !left.has(relative(from, source).split(sep).join("/"))
  });
  if (built) linkFolder(join(from, registers), join(project, registers));
  symlinkSync(join(checkout, "node_modules"), join(project, "node_modules"), "junction");
  return project;
}

/**
 * Takes away the templates of pages: the hundred and more pages made from them take most of a
 * build. @returns what puts them back
 */
export function withoutTemplates(project: string): () => void {
  const src = join(project, "src");
  const templates = readdirSync(src, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".md") && isTemplate(file))
    .map((file) => join(src, file));
  const aside = mkdtempSync(join(project, "aside-"));
  for (const [i, file] of templates.entries()) renameSync(file, join(aside, String(i)));
  return () => {
    for (const [i, file] of templates.entries()) renameSync(join(aside, String(i)), file);
    rmSync(aside, {recursive: true});
  };
}

/** Leaves of every page its front matter alone: none of their cells is in a build. */
export function emptyPages(project: string): void {
  const src = join(project, "src");
  for (const {path, text} of readPages(src))
    writeFileSync(join(src, path), /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? "");
}

/** The same files under another name, without a copy of what they hold. */
export function linkFolder(from: string, to: string): void {
  for (const entry of readdirSync(from, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const link = join(to, relative(from, file));
    mkdirSync(dirname(link), {recursive: true});
    linkSync(file, link);
  }
}

/** Removes a copy. */
export function removeProject(project: string): void {
  rmSync(project, {recursive: true, force: true, maxRetries: 3});
}

/** A new, empty folder inside a project copy. */
export function folderIn(project: string, path: string): string {
  const folder = join(project, path);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  return folder;
}
