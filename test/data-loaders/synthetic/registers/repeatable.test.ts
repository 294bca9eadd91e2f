import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {beforeAll, expect, inject, test} from "vitest";
import {parse, stringify} from "yaml";
import {openSession} from "../../../../data-loaders/engine/session.js";
import {describeRegisterTwin, type RegisterTwinReport} from "../../../../data-loaders/synthetic/registers/twin.js";
import {defaults, deliver, sharedDelivery} from "./delivered.js";
import {openRecounted} from "./recounted.js";

/** A file's bytes; of Parquet its rows in order, since row groups depend on the threads. */
async function fingerprints(report: RegisterTwinReport): Promise<[string, string][]> {
  const session = await openSession({memoryLimit: "2GB", threads: 2, temporary: join(report.folder, "..", "duckdb")});
  const prints: [string, string][] = [];
  for (const {file} of report.files) {
    const ordered = `SELECT sum(hash(r, file_row_number)::HUGEINT)::VARCHAR AS print FROM (SELECT r, r.file_row_number FROM read_parquet('${file}', file_row_number = true) r)`;
    const print = file.endsWith(".parquet")
      ? (await session.rows<{print: string}>(ordered))[0]!.print
      : createHash("sha256").update(readFileSync(file)).digest("hex");
    prints.push([basename(file), print]);
  }
  session.close();
  return prints;
}

let first: Awaited<ReturnType<typeof sharedDelivery>>;
beforeAll(async () => void (first = await sharedDelivery()));

test("the same seed gives the same delivery, whatever the threads", async () => {
  expect(describeRegisterTwin(first.report)).toContain("  2023/24: 60.143 indekspatienter");
  const second = await deliver({threads: 1});
  expect(await fingerprints(second.report)).toEqual(await fingerprints(first.report));
  second.remove();
});

test("another seed meets the same figures, and scale 2 has twice the people", async () => {
  const {folder, remove} = await deliver({seed: 7, scale: 2, assumptions: withFewOthers()});
  const session = await openRecounted(folder);
  const [row] = await session.rows(`
    SELECT count(*) AS patients, count(DISTINCT pnr) AS people, count(*) FILTER (contacts = 1) AS one,
      count(*) FILTER (before IS NOT NULL AND after IS NULL AND (gone_on IS NULL OR gone_on > date + 180)) AS stopped,
      count(*) FILTER (age BETWEEN 30 AND 60 AND degree_before >= 0.81 AND degree_after >= 0.81 AND (gone_on IS NULL OR gone_on > date + INTERVAL 1 YEAR)) AS kept
    FROM courses WHERE period = '2023/24'`);
  expect(row).toEqual({patients: 120_286, people: 120_286, one: 2 * 26_810, stopped: 2 * 8_681, kept: 2 * 14_450});
  session.close();
  remove();
});

/** The assumptions with a tenth of the people whom the rules leave out: none of them counts in any figure. */
function withFewOthers(): string {
  const assumptions = parse(readFileSync(defaults.assumptions, "utf8"));
  const others = Object.entries<number>(assumptions.others).map(([kind, n]) => [kind, n / 10]);
  const file = join(inject("sharedFolder"), "few-others.yaml");
  writeFileSync(file, stringify({...assumptions, others: Object.fromEntries(others)}));
  return file;
}
