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
 * they are made by changes. Then decisions on protection are shared too. The audit's twin comes along.
 */
export async function shareRegisters({workspace, out}: {workspace: string; out?: string}): Promise<void> {
  const made = await loaded();
  linkFolder(join(made, "workspace/twin"), join(workspace, "twin"));
  if (!out) return;
  for (const kept of ["people", "registers", "registrations", "tables"])
    cpSync(join(made, "workspace", kept), join(workspace, kept), {recursive: true});
  cpSync(join(made, "out"), out, {recursive: true});
  shareDecisions(workspace);
}

/** The folder of the register twin, for those who only read it. */
export async function sharedTwin(): Promise<string> {
  return join(await loaded(), "workspace/twin/registers");
}

/** Puts the tables where a reconciliation would that it computes beside those of a load, of the register twin. */
export async function shareReconciled(workspace: string): Promise<void> {
  cpSync(join(await reconciled(), "registers"), join(workspace, "reconcile/registers"), {recursive: true});
}

/** What a load makes of the register twin: `workspace` and `out`. */
async function loaded(): Promise<string> {
  return madeOnce("registers", async (project, aside) => {
    const workspace = join(project, "data/workspace");
    shareDecisions(workspace);
    const {code, err} = await rygatlas(project, ["load", "--out", join(aside, "out")]);
    if (code !== 0) throw new Error(err);
    renameSync(workspace, join(aside, "workspace"));
  });
}

/** What a reconciliation makes of the register twin: the folder `registers`. */
async function reconciled(): Promise<string> {
  return madeOnce("reconciled", async (project, aside) => {
    const workspace = join(project, "data/workspace");
    await shareRegisters({workspace});
    const {err} = await rygatlas(project, ["reconcile"]);
    // That something is unexplained is for the tests to say.
    const tables = join(workspace, "reconcile/registers");
    if (!existsSync(tables)) throw new Error(err);
    renameSync(tables, join(aside, "registers"));
  });
}

/**
 * A folder that is made in a copy of the project when first asked for, by a process of its own: it keeps one busy for
 * so long that the test runner would think its worker lost. Several test files may ask at once: one makes it, in a
 * folder aside, and the others wait.
 */
async function madeOnce(name: string, make: (project: string, aside: string) => Promise<void>): Promise<string> {
  const settings = {...readSettings(checkout), extracts: join(checkout, "data/none")};
  const {hash} = await registerSeal(
    {folder: "", synthetic: true, files: [], madeFrom: registerTwinMark(settings)},
    settings
  );
  const folder = join(tmpdir(), `rygatlas-${name}-${hash.slice(0, 16)}`);
  const maker = `${folder}.made-by-${runId()}`;
  while (!existsSync(folder)) {
    if (!begin(maker)) {
      await setTimeout(300);
      continue;
    }
    const project = copyProject();
    try {
      await make(project, maker);
      if (!existsSync(folder)) renameSync(maker, folder);
      forgetOld(name);
    } finally {
      removeProject(project);
      rmSync(maker, {recursive: true, force: true});
    }
  }
  return folder;
}

/** Removes what was made by code of another day. */
function forgetOld(name: string): void {
  const old = readdirSync(tmpdir())
    .filter((file) => file.startsWith(`rygatlas-${name}-`))
    .map((file) => join(tmpdir(), file));
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
