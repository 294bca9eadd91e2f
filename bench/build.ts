import {cpSync, mkdtempSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import type {Settings} from "../data-loaders/ground/settings.js";
import {secondsOf} from "./measure.js";

/** The full build of an empty checkout after `npm ci`, and a second one with nothing changed. */
export function benchBuild(settings: Settings): string[] {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-bench-"));
  const left = ["node_modules", "dist", ".git", "data/workspace", "data/extracts", "src/.observablehq"];
  try {
    cpSync(settings.root, folder, {recursive: true, filter: (path) => !left.includes(relative(settings.root, path))});
    symlinkSync(join(settings.root, "node_modules"), join(folder, "node_modules"));
    const build = () => secondsOf("npm", ["run", "build"], {cwd: folder});
    return [
      `full build of an empty checkout: ${build().toFixed(1)} s`,
      `second build, nothing changed:   ${build().toFixed(1)} s`
    ];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
