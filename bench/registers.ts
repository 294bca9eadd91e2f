import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {sum} from "d3-array";
import type {Settings} from "../data-loaders/ground/settings.js";
import {runOnce, type Run} from "./measure.js";
import {aligned, atMost} from "./target.js";

/** Figures of one run over a delivery of registers, with what each of its steps took. */
export interface RegisterRun extends Run {
  rows: number;
  /** Seconds of processor time. */
  processor: number;
  steps: {name: string; seconds: number}[];
}

/** The three runs over one delivery: making it, `load`, and DuckDB alone turning the same files into Parquet. */
type Runs = Record<"twin" | "load" | "duckdb", RegisterRun>;

/** A national delivery: ten times the twin's people and a hundred million prescriptions. */
const national = {scale: 10, prescriptions: 100_000_000};

/**
 * Every table on registers from the default twin, and from deliveries up to `scale` times its people with as many
 * prescriptions as a national one has in proportion: time, memory and rows a second, beside DuckDB alone. Each run is a
 * process of its own; a delivery is removed before the next is made.
 */
export async function* benchRegisters(settings: Settings, scale = national.scale): AsyncGenerator<string> {
  const first = measure(settings, {scale: 1});
  yield `registers, the default twin (${millions(first.load.rows)} million rows):`;
  yield* aligned([
    ["making the twin", atMost(first.twin.seconds, 90, "s", 1), atMost(first.twin.megabytes, 4096, "MB")],
    ["all its tables", atMost(first.load.seconds, 60, "s", 1), atMost(first.load.megabytes, 4096, "MB")]
  ]);
  yield* whereTimeGoes(first.load);
  const rows = [
    ["scale", "prescriptions", "rows", "twin", "DuckDB", "load", "load against DuckDB", "rows a second", "peak of load"]
  ];
  let last: RegisterRun | undefined;
  for (const size of new Set([1, 3, national.scale, scale].filter((size) => size <= scale).sort((a, b) => a - b))) {
    const prescriptions = (national.prescriptions * size) / national.scale;
    const {twin, load, duckdb} = measure(settings, {scale: size, prescriptions});
    rows.push([
      `${size}`,
      `${millions(prescriptions)} million`,
      `${millions(load.rows)} million`,
      seconds(twin),
      seconds(duckdb),
      seconds(load),
      atMost(load.seconds / duckdb.seconds, 2, "times", 2),
      Math.round(load.rows / load.seconds).toLocaleString("en"),
      atMost(load.megabytes, 4096, "MB")
    ]);
    last = load;
  }
  yield "registers, deliveries that grow:";
  yield* aligned(rows);
  if (last) yield* whereTimeGoes(last);
  if (last) yield* aligned([["registers held against each other, of load", atMost(shareOfMeeting(last), 5, "%", 1)]]);
}

/** What holding the registers against each other takes of a load, in percent. */
function shareOfMeeting({steps, seconds}: RegisterRun): number {
  const meeting = steps.filter(({name}) => name === "Holder registrene op imod hinanden");
  return (100 * sum(meeting, (step) => step.seconds)) / seconds;
}

function measure(settings: Settings, {scale, prescriptions}: {scale: number; prescriptions?: number}): Runs {
  mkdirSync(settings.workspace, {recursive: true});
  const folder = mkdtempSync(join(settings.workspace, "bench-"));
  const once = fileURLToPath(new URL("registersOnce.ts", import.meta.url));
  const run = (what: keyof Runs): RegisterRun => {
    const work = join(folder, what);
    mkdirSync(work);
    try {
      return runOnce<RegisterRun>(once, [
        what,
        join(folder, "registers"),
        work,
        String(scale),
        ...(prescriptions ? [String(prescriptions)] : [])
      ]);
    } finally {
      rmSync(work, {recursive: true});
    }
  };
  try {
    return {twin: run("twin"), duckdb: run("duckdb"), load: run("load")};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function whereTimeGoes({steps, seconds}: RegisterRun): string[] {
  const tables = steps.filter(({name}) => name.startsWith("Beregner "));
  const all = [
    ...steps.filter((step) => !tables.includes(step)),
    {name: "Beregner tabellerne", seconds: sum(tables, (table) => table.seconds)}
  ];
  const longest = all.filter((step) => step.seconds >= seconds / 100).sort((a, b) => b.seconds - a.seconds);
  return [
    "of that:",
    ...aligned(
      longest.map((step) => [
        step.name,
        `${step.seconds.toFixed(1)} s`,
        `${Math.round((100 * step.seconds) / seconds)} %`
      ])
    )
  ];
}

function millions(n: number): string {
  return (n / 1e6).toFixed(n < 1e8 ? 1 : 0);
}

function seconds({seconds}: Run): string {
  return `${seconds.toFixed(1)} s`;
}
