import {appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import type {Settings} from "../data-loaders/ground/settings.js";
import {secondsOf} from "./measure.js";
import {atMost} from "./target.js";

/**
 * The full build of an empty checkout after `npm ci`, a second one with nothing changed, and one more with the text of
 * one page changed.
 */
export function benchBuild(settings: Settings): string[] {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-bench-"));
  const left = ["node_modules", "dist", ".git", "data/workspace", "data/extracts", "src/.observablehq"];
  try {
    cpSync(settings.root, folder, {recursive: true, filter: (path) => !left.includes(relative(settings.root, path))});
    symlinkSync(join(settings.root, "node_modules"), join(folder, "node_modules"));
    const build = () => secondsOf("npm", ["run", "build"], {cwd: folder});
    const full = build();
    const same = build();
    appendFileSync(join(folder, "src/audit/variation.md"), "\nEn sætning mere.\n");
    const changed = build();
    return [
      `full build of an empty checkout: ${atMost(full, 90, "s", 1)}`,
      `second build, nothing changed:   ${atMost(same, 15, "s", 1)}`,
      `the text of one page changed:    ${atMost(changed, 20, "s", 1)}`
    ];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
