import {spawnSync, type SpawnSyncOptions} from "node:child_process";
import {cpSync, mkdtempSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {median} from "d3-array";

/** Figures of one run. */
export interface Run {
  seconds: number;
  megabytes: number;
}

/** Runs a TypeScript file in a new process and reads the figures it prints on its last line. */
export function runOnce<R extends Run = Run>(file: string, args: string[]): R {
  const child = spawnSync(process.execPath, ["--import", "tsx", file, ...args], {encoding: "utf8"});
  if (child.status !== 0) throw new Error(`bench: ${file} ${args[0]} failed: ${child.stderr}`);
  return JSON.parse(child.stdout.trim().split("\n").at(-1)!) as R;
}

/** Seconds a command takes. */
export function secondsOf(command: string, args: string[], options: SpawnSyncOptions): number {
  const started = performance.now();
  const child = spawnSync(command, args, {...options, encoding: "utf8"});
  if (child.status !== 0) throw new Error(`bench: ${command} ${args.join(" ")} failed: ${String(child.stderr)}`);
  return (performance.now() - started) / 1000;
}

/** Copies a checkout, as after `npm ci`, to a temporary folder. */
export function freshCheckout(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-bench-"));
  const left = ["node_modules", "dist", ".git", "data/workspace", "data/extracts", "src/.observablehq"];
  cpSync(root, folder, {recursive: true, filter: (path) => !left.includes(relative(root, path))});
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Median, smallest and largest of some figures, with one unit. */
export function spread(values: number[], unit: string, digits = 2): string {
  const show = (value: number) => value.toFixed(digits);
  return `${show(median(values)!)} ${unit} (${show(Math.min(...values))} to ${show(Math.max(...values))})`;
}
