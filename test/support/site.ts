import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {blockFor, saveBlock} from "./docs.js";
import {withoutNetwork} from "./network.js";
import {copyProject, removeProject} from "./project.js";
import {shareRegisters} from "./registers.js";
import {run} from "./run.js";
import {serveSite} from "../../publish/browser/serveSite.js";
import {pageFromCells, pageFromSnippet} from "./snippets.js";

/** The site under test: built from the twin once, while the unit tests run. Tests of it wait in `siteBuilt.ts`. */
export interface BuiltSite {
  address: string;
  /** The project copy it is built in, with its tables and its `dist`. */
  project: string;
  /** What takes the network away while it is built; null where the machine cannot. */
  withoutNetwork: string[] | null;
}

declare module "vitest" {
  interface ProvidedContext {
    site: BuiltSite;
  }
}

/**
 * Pages that exist in the tests only: what a new author gets from the snippets and from the recipe in
 * docs/pages.md, and a draft, which no build may contain.
 */
export const recipePage = "audit/soevn";
export const snippetPages = ["proeve/skabelon", "proeve/celler"] as const;
export const draftPage = "proeve/kladde";
/** A page of `inputsPage.md`: inputs of the author's own, and a chart of Plot's alone. */
export const inputsPage = "proeve/input";

/** Begins to build the site for every test file of the project `site`, and serves it. */
export default async function setup(tests: TestProject): Promise<() => Promise<void>> {
  const project = copyProject();
  addPage(project, snippetPages[0], pageFromSnippet("../"));
  addPage(project, snippetPages[1], pageFromCells("../"));
  addPage(project, inputsPage, readFileSync(new URL("inputsPage.md", import.meta.url), "utf8"));
  saveBlock(project, "docs/pages.md", `src/${recipePage}.md`);
  addToMenu(project, blockFor("docs/pages.md", "observablehq.config.ts"));
  addPage(project, draftPage, "---\ntitle: Kladde\ndraft: true\n---\n\n# Kladde\n");
  const prefix = withoutNetwork();
  const ended = new AbortController();
  const building = buildFromTwin(project, prefix ?? [], ended.signal).then(
    () => writeFileSync(outcomeOf(project), ""),
    (error: Error) => writeFileSync(outcomeOf(project), error.message)
  );
  const {address, close} = await serveSite(join(project, "dist"));
  tests.provide("site", {address, project, withoutNetwork: prefix});
  return async () => {
    await close();
    ended.abort();
    await building;
    removeProject(project);
  };
}

/** Is there when the site is built, empty, or says why it is not. */
export function outcomeOf(project: string): string {
  return join(project, "data/workspace/site-built");
}

async function buildFromTwin(project: string, prefix: readonly string[], killOn: AbortSignal): Promise<void> {
  await shareRegisters({
    workspace: join(project, "data/workspace"),
    out: join(project, "src/.observablehq/cache/data")
  });
  await build(project, prefix, killOn);
}

/** `npm run build` in a project folder. */
export async function build(project: string, prefix: readonly string[] = [], killOn?: AbortSignal): Promise<void> {
  const [command, ...args] = [...prefix, "npm", "run", "build"];
  const {code, out, err} = await run(command!, args, {cwd: project, killOn});
  if (code !== 0)
    throw new Error(`npm run build failed with ${code}:\n${[out, err].map((text) => text.slice(-2000)).join("\n")}`);
}

function addPage(project: string, page: string, text: string): void {
  const file = join(project, "src", `${page}.md`);
  mkdirSync(join(file, ".."), {recursive: true});
  writeFileSync(file, text);
}

/** Adds an entry to the pages of »Audit«, and a comma after the line before. */
function addToMenu(project: string, entry: string): void {
  const file = join(project, "observablehq.config.ts");
  const config = readFileSync(file, "utf8");
  const added = config.replace(
    /(name: "Audit",\s*pages: \[[^\]]*?)(\s*\])/,
    (_, before, end) => `${before},\n${entry}${end}`
  );
  writeFileSync(file, added);
}
