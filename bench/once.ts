// Run in a process of its own, so that each figure has its own peak memory: once.ts load|duckdb EXTRACTS FOLDER
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {openSession, text} from "../data-loaders/engine/session.js";
import {loadAudit} from "../data-loaders/load/loadAudit.js";
import {readSettings} from "../data-loaders/ground/settings.js";
import {auditFiles} from "../data-loaders/sources/audit.js";

const [what, extracts, folder] = process.argv.slice(2) as [string, string, string];
const settings = {...readSettings(fileURLToPath(new URL("..", import.meta.url))), workspace: folder};
const started = performance.now();
if (what === "load") {
  const published = (table: string) => join(folder, "out", `${table}.parquet`);
  const destination = {aside: folder, published, write: true, step: () => {}};
  await loadAudit(
    settings,
    {folder: extracts, files: auditFiles(extracts), synthetic: false},
    {hash: "bench", date: null},
    destination
  );
} else {
  const session = await openSession({...settings, temporary: join(folder, "duckdb")});
  await session.run(
    `COPY (FROM read_csv(${text(join(extracts, "audit/*.csv"))})) TO ${text(join(folder, "plain.parquet"))} (FORMAT parquet)`
  );
  session.close();
}
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({seconds, megabytes: process.resourceUsage().maxRSS / 1024}));
