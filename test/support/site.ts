import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {withoutNetwork} from "./network.js";
import {copyProject, removeProject} from "./project.js";
import {shareRegisters} from "./registers.js";
import {run} from "./run.js";
import {serveSite} from "../../publish/browser/serveSite.js";
import {pageFromCells, pageFromSnippet} from "./snippets.js";

/** The site under test: built from the twin once, before the first test file that asks for it. */
export interface BuiltSite {
  address: string;
  /** The project copy it was built in, with its tables and its `dist`. */
  project: string;
  /** What took the network away while it was built; null where the machine could not. */
  withoutNetwork: string[] | null;
  seconds: number;
}

declare module "vitest" {
  interface ProvidedContext {
    site: BuiltSite;
  }
}

/** Pages that exist in the tests only: what a new author gets from the snippets, and a draft, which no build may contain. */
export const snippetPages = ["proeve/skabelon", "proeve/celler"] as const;
export const draftPage = "proeve/kladde";

/** Builds and serves the site for every test file of the project `site`. */
export default async function setup(tests: TestProject): Promise<() => Promise<void>> {
  const project = copyProject();
  const started = performance.now();
  addPage(project, snippetPages[0], pageFromSnippet("../"));
  addPage(project, snippetPages[1], pageFromCells("../"));
  addPage(project, draftPage, "---\ntitle: Kladde\ndraft: true\n---\n\n# Kladde\n");
  await shareRegisters({workspace: join(project, "data/workspace"), out: join(project, "src/.observablehq/cache/data")});
  const prefix = withoutNetwork();
  await build(project, prefix ?? []);
  const seconds = (performance.now() - started) / 1000;
  const {address, close} = await serveSite(join(project, "dist"));
  tests.provide("site", {address, project, withoutNetwork: prefix, seconds});
  return async () => {
    await close();
    removeProject(project);
  };
}

/** `npm run build` in a project folder. */
export async function build(project: string, prefix: readonly string[] = []): Promise<void> {
  const [command, ...args] = [...prefix, "npm", "run", "build"];
  const {code, out, err} = await run(command!, args, {cwd: project});
  if (code !== 0) throw new Error(`npm run build failed with ${code}:\n${[out, err].map((text) => text.slice(-2000)).join("\n")}`);
}

function addPage(project: string, page: string, text: string): void {
  const file = join(project, "src", `${page}.md`);
  mkdirSync(join(file, ".."), {recursive: true});
  writeFileSync(file, text);
}
