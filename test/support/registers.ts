import {cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {registerSeal} from "../../data-loaders/load/seals.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {registerTwinMark} from "../../data-loaders/synthetic/twin.js";
import {shareDecisions} from "./decisions.js";
import {checkout, copyProject, linkFolder, removeProject} from "./project.js";
import {rygatlas} from "./run.js";

/**
 * Puts the register twin and, with `out`, its tables where a load would: they take most of a
 * first load and are the same for every test, so they are made once and kept, until the code
 * they are made by changes. Then decisions on protection are shared too.
 */
export async function shareRegisters({workspace, out}: {workspace: string; out?: string}): Promise<void> {
  const made = await madeOnce();
  linkFolder(join(made, "workspace/twin/registers"), join(workspace, "twin/registers"));
  cpSync(join(made, "workspace/twin/registers.made-from"), join(workspace, "twin/registers.made-from"));
  if (!out) return;
  for (const kept of ["registers", "registrations", "tables"])
    cpSync(join(made, "workspace", kept), join(workspace, kept), {recursive: true});
  cpSync(join(made, "out"), out, {recursive: true});
  shareDecisions(workspace);
}

/** The folder of the register twin, for those who only read it. */
export async function sharedTwin(): Promise<string> {
  return join(await madeOnce(), "workspace/twin/registers");
}

/** Several test files may ask at once: one makes it, in a folder aside, and the others wait. */
async function madeOnce(): Promise<string> {
  const settings = {...readSettings(checkout), extracts: join(checkout, "data/none")};
  const {hash} = await registerSeal(
    {folder: "", synthetic: true, files: [], madeFrom: registerTwinMark(settings)},
    settings
  );
  const folder = join(tmpdir(), `rygatlas-registers-${hash.slice(0, 16)}`);
  const maker = `${folder}.made-by-${runId()}`;
  while (!existsSync(folder)) {
    if (!begin(maker)) {
      await setTimeout(300);
      continue;
    }
    const project = copyProject();
    try {
      const workspace = join(project, "data/workspace");
      shareDecisions(workspace);
      // In a process of its own: it keeps one busy for so long that the test runner would think its worker lost.
      const {code, err} = await rygatlas(project, ["load", "--out", join(maker, "out")]);
      if (code !== 0) throw new Error(err);
      renameSync(workspace, join(maker, "workspace"));
      if (!existsSync(folder)) renameSync(maker, folder);
      forgetOld();
    } finally {
      removeProject(project);
      rmSync(maker, {recursive: true, force: true});
    }
  }
  return folder;
}

/** Removes what was made by code of another day. */
function forgetOld(): void {
  const old = readdirSync(tmpdir())
    .filter((name) => name.startsWith("rygatlas-registers-"))
    .map((name) => join(tmpdir(), name));
  for (const folder of old)
    if (Date.now() - statSync(folder).mtimeMs > 86_400_000) rmSync(folder, {recursive: true, force: true});
}

/** The process of the test run, which is the parent of those that run test files. Another run makes its own. */
function runId(): number {
  return process.env.VITEST_WORKER_ID === undefined ? process.pid : process.ppid;
}

/** Whether this is the one that makes it. */
function begin(maker: string): boolean {
  try {
    mkdirSync(maker);
    return true;
  } catch {
    return false;
  }
}
