import {mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";

/** A folder aside, on the same disk as the folder it will be moved into; what a killed run left is cleared first. */
export function staging(folder: string): string {
  mkdirSync(folder, {recursive: true});
  for (const entry of readdirSync(folder)) {
    const owner = /^\.staging-(\d+)/.exec(entry)?.[1];
    if (owner && !isAlive(Number(owner))) rmSync(join(folder, entry), {recursive: true, force: true});
  }
  const aside = join(folder, `.staging-${process.pid}-${Math.random().toString(36).slice(2)}`);
  mkdirSync(aside);
  return aside;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Puts a folder in the place of another. */
export function replaceFolder(folder: string, by: string): void {
  rmSync(folder, {recursive: true, force: true});
  renameSync(by, folder);
}

/**
 * Moves every file in place by renaming, which a reader sees as one step; `last` go last, as they vouch for the rest.
 */
export function moveInto(folder: string, aside: string, last: string[]): void {
  const files = readdirSync(aside).sort((a, b) => Number(last.includes(a)) - Number(last.includes(b)));
  for (const file of files) renameSync(join(aside, file), join(folder, file));
}
