import {watch, type FSWatcher} from "node:fs";

/** Runs something after pages below a folder have been saved: several at once make one run, and runs never overlap. */
export function whenSaved(root: string, run: () => Promise<void>): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return watch(root, {recursive: true}, (_, name) => {
    if (!name?.endsWith(".md")) return;
    clearTimeout(timer);
    // Editors save in several steps.
    timer = setTimeout(() => void (running = running.then(run)), 100);
  });
}
