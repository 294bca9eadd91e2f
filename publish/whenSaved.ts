import {existsSync, statSync, watch, type FSWatcher} from "node:fs";
import {join} from "node:path";

/**
 * Runs something after files have been saved, with their paths: those saved at once make one run, and those saved
 * during a run make one more after it.
 * @param places files and folders; those that are not there are left out
 */
export function whenSaved(places: readonly string[], run: (saved: ReadonlySet<string>) => Promise<void>): FSWatcher[] {
  let timer: NodeJS.Timeout | undefined;
  let saved = new Set<string>();
  let running = false;
  const start = async () => {
    if (running || saved.size === 0) return;
    running = true;
    const now = saved;
    saved = new Set();
    await run(now);
    running = false;
    await start();
  };
  const note = (path: string) => {
    saved.add(path);
    clearTimeout(timer);
    // Editors save in several steps.
    timer = setTimeout(() => void start(), 100);
  };
  return places.filter(existsSync).map((place) => {
    const isFolder = statSync(place).isDirectory();
    return watch(place, {recursive: isFolder}, (_, name) => {
      if (!isFolder) note(place);
      else if (name !== null) note(join(place, name));
    });
  });
}
