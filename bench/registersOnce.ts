// Run in a process of its own, so that each figure has its own peak memory: registersOnce.ts
// twin|load|publish|duckdb DELIVERY FOLDER …
import {mkdirSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {registerTwinSource} from "../data-loaders/synthetic/twin.js";
import {openSession, text} from "../data-loaders/engine/session.js";
import {loadRegisters} from "../data-loaders/load/loadRegisters.js";
import {readSettings} from "../data-loaders/ground/settings.js";
import {writeRegisterTwin} from "../data-loaders/synthetic/registers/twin.js";
import type {RegisterRun} from "./registers.js";

const [what, delivery, folder, scale, prescriptions] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string?
];
const settings = {...readSettings(fileURLToPath(new URL("..", import.meta.url))), workspace: folder};
const started = performance.now();
const steps: RegisterRun["steps"] = [];
let rows = 0;

function step(name: string): void {
  const seconds = (performance.now() - started) / 1000;
  const last = steps.at(-1);
  if (last) last.seconds = seconds - last.seconds;
  steps.push({name, seconds});
}

if (what === "twin") {
  const size = {scale: Number(scale), ...(prescriptions && {prescriptions: Number(prescriptions)})};
  const report = await writeRegisterTwin(join(delivery, ".."), {
    ...registerTwinSource(settings),
    seed: settings.synthetic.seed,
    ...size
  });
  rows = report.files.reduce((sum, file) => sum + file.rows, 0);
} else if (what === "load" || what === "publish") {
  const extracts = {folder: delivery, files: [], synthetic: false};
  const published = (table: string) => join(folder, "published", `${table}.parquet`);
  const {report} = await loadRegisters(
    settings,
    extracts,
    {hash: "bench", date: null},
    {aside: folder, write: true, step, ...(what === "publish" && {published})}
  );
  rows = report.files.reduce((sum, file) => sum + file.read, 0);
} else {
  const session = await openSession({...settings, temporary: join(folder, "duckdb")});
  for (const kind of readdirSync(delivery)) {
    step(kind);
    mkdirSync(join(folder, kind));
    for (const file of readdirSync(join(delivery, kind))) {
      const path = text(join(delivery, kind, file));
      // CSV as text and without guessing: the least that reading can be.
      const read = file.endsWith(".parquet")
        ? `read_parquet(${path})`
        : `read_csv(${path}, delim = ';', header = true, all_varchar = true, encoding = 'latin-1')`;
      await session.run(`COPY (FROM ${read}) TO ${text(join(folder, kind, `${file}.parquet`))} (FORMAT parquet)`);
    }
  }
  session.close();
}
const seconds = (performance.now() - started) / 1000;
if (steps.length > 0) steps.at(-1)!.seconds = seconds - steps.at(-1)!.seconds;
const {maxRSS, userCPUTime} = process.resourceUsage();
const run: RegisterRun = {seconds, processor: userCPUTime / 1e6, megabytes: maxRSS / 1024, rows, steps};
console.log(JSON.stringify(run));
