import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Settings} from "../data-loaders/ground/settings.js";
import {writeAuditTwin} from "../data-loaders/synthetic/audit.js";
import {twinSource} from "../data-loaders/synthetic/twin.js";
import {runOnce, spread, type Run} from "./measure.js";

/** How often each is measured. */
const runs = 3;

/**
 * The audit's whole load of a large twin beside what DuckDB alone takes to turn the same CSV
 * into Parquet, in turn, each in a process of its own.
 * @param scale how many times the twin's registrations
 */
export async function benchLoad(settings: Settings, scale = 1000): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-bench-"));
  try {
    const extracts = join(folder, "extracts");
    mkdirSync(extracts);
    await writeAuditTwin(extracts, {...twinSource(settings), scale});
    const once = fileURLToPath(new URL("once.ts", import.meta.url));
    const ours: Run[] = [];
    const plain: Run[] = [];
    for (let i = 0; i < runs; i++) {
      for (const [what, kept] of [
        ["load", ours],
        ["duckdb", plain]
      ] as const) {
        const work = join(folder, what);
        mkdirSync(work);
        kept.push(runOnce(once, [what, extracts, work]));
        rmSync(work, {recursive: true});
      }
    }
    return [
      `audit load at scale ${scale}, ${runs} runs in turn, median (smallest to largest):`,
      `  rygatlas load         ${spread(
        ours.map((r) => r.seconds),
        "s"
      )}`,
      `  DuckDB CSV to Parquet ${spread(
        plain.map((r) => r.seconds),
        "s"
      )}`,
      `  ratio, pair by pair   ${spread(
        ours.map((r, i) => r.seconds / plain[i]!.seconds),
        "times"
      )}`,
      `  peak memory of load   ${spread(
        ours.map((r) => r.megabytes),
        "MB",
        0
      )}`
    ];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
