// Run in a process of its own, so that each figure has its own peak memory: once.ts load|duckdb EXTRACTS FOLDER
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {openSession, text} from "../data-loaders/engine/session.js";
import {load} from "../data-loaders/load.js";
import {readSettings} from "../data-loaders/settings.js";

const [what, extracts, folder] = process.argv.slice(2) as [string, string, string];
const settings = {...readSettings(fileURLToPath(new URL("..", import.meta.url))), workspace: join(folder, "workspace")};
const started = performance.now();
if (what === "load") {
  await load(settings, {extracts, out: join(folder, "out"), write: true});
} else {
  const session = await openSession({...settings, temporary: join(folder, "duckdb")});
  await session.run(`COPY (FROM read_csv(${text(join(extracts, "audit/*.csv"))})) TO ${text(join(folder, "plain.parquet"))} (FORMAT parquet)`);
  session.close();
}
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({seconds, megabytes: process.resourceUsage().maxRSS / 1024}));
