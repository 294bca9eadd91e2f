import {cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {load} from "../../data-loaders/load.js";
import {registerSeal} from "../../data-loaders/seals.js";
import {readSettings} from "../../data-loaders/settings.js";
import {checkout, linkFolder} from "./project.js";

/**
 * Puts the register twin and its tables where a load would: they take most of a first load and are the same for every
 * test, so they are made once and kept, until the code they are made by changes.
 */
export async function shareRegisters({workspace, out}: {workspace: string; out?: string}): Promise<void> {
  const made = await madeOnce();
  linkFolder(join(made, "workspace/twin/registers"), join(workspace, "twin/registers"));
  cpSync(join(made, "workspace/twin/registers.made-from"), join(workspace, "twin/registers.made-from"));
  if (out) cpSync(join(made, "out"), out, {recursive: true});
}

/** Several test files may ask at once: one makes it, in a folder aside, and the others wait. */
async function madeOnce(): Promise<string> {
  const settings = {...readSettings(checkout), extracts: join(checkout, "data/none")};
  const {hash} = await registerSeal({folder: "", synthetic: true, files: []}, settings);
  const folder = join(tmpdir(), `rygatlas-registers-${hash.slice(0, 16)}`);
  const maker = `${folder}.made-by-${process.ppid}`;
  while (!existsSync(folder)) {
    if (!begin(maker)) {
      await setTimeout(300);
      continue;
    }
    try {
      await load({...settings, workspace: join(maker, "workspace")}, {out: join(maker, "out"), write: true});
      if (!existsSync(folder)) renameSync(maker, folder);
      forgetOld();
    } finally {
      rmSync(maker, {recursive: true, force: true});
    }
  }
  return folder;
}

/** Removes what was made by code of another day. */
function forgetOld(): void {
  const old = readdirSync(tmpdir()).filter((name) => name.startsWith("rygatlas-registers-")).map((name) => join(tmpdir(), name));
  for (const folder of old) if (Date.now() - statSync(folder).mtimeMs > 86_400_000) rmSync(folder, {recursive: true, force: true});
}

/** Whether this is the one that makes it. Test files of one run have the same parent; another run makes its own. */
function begin(maker: string): boolean {
  try {
    mkdirSync(maker);
    return true;
  } catch {
    return false;
  }
}
