// @module-tag slow: makes whole register twins.
import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {expect, test} from "vitest";
import {parse, stringify} from "yaml";
import {filesBelow} from "../../../../data-loaders/engine/seal.js";
import {openSession} from "../../../../data-loaders/engine/session.js";
import {describeRegisterTwin} from "../../../../data-loaders/synthetic/registers/twin.js";
import {sharedTwin} from "../../../support/registers.js";
import {defaults, deliver} from "./delivered.js";
import {openRecounted} from "./recounted.js";
import {temporaryFolder} from "../../../support/temporaryFolder.js";

const temporary = temporaryFolder();

/** Each file's bytes; of Parquet its rows in order, since row groups depend on the threads. */
async function fingerprints(folder: string): Promise<Record<string, string>> {
  const session = await openSession({memoryLimit: "2GB", threads: 2, temporary: join(temporary, "duckdb")});
  const prints: Record<string, string> = {};
  for (const file of filesBelow(folder)) {
    const ordered = `SELECT sum(hash(r, file_row_number)::HUGEINT)::VARCHAR AS print FROM (SELECT r, r.file_row_number FROM read_parquet('${file}', file_row_number = true) r)`;
    prints[relative(folder, file)] = file.endsWith(".parquet")
      ? (await session.rows<{print: string}>(ordered))[0]!.print
      : createHash("sha256").update(readFileSync(file)).digest("hex");
  }
  session.close();
  return prints;
}

test("another seed meets the same figures, and scale 2 has twice the people", async () => {
  const {folder, remove} = await deliver({seed: 7, scale: 2, assumptions: onlyWhatCounts()});
  const session = await openRecounted(folder, "2023/24");
  const [row] = await session.rows(`
    SELECT count(*) AS patients, count(DISTINCT pnr) AS people, count(*) FILTER (contacts = 1) AS one,
      count(*) FILTER (before IS NOT NULL AND after IS NULL AND (gone_on IS NULL OR gone_on > date + 180)) AS stopped,
      count(*) FILTER (age BETWEEN 30 AND 60 AND degree_before >= 0.81 AND degree_after >= 0.81
          AND (gone_on IS NULL OR gone_on > date + INTERVAL 1 YEAR)) AS kept
    FROM courses WHERE period = '2023/24'`);
  expect(row).toEqual({patients: 120_286, people: 120_286, one: 2 * 26_810, stopped: 2 * 8_681, kept: 2 * 14_450});
  session.close();
  remove();
});

test("the same seed gives the same delivery as `load` made of it, whatever the threads", async () => {
  const {folder, report, remove} = await deliver({threads: 1});
  expect(describeRegisterTwin(report)).toContain("  2023/24: 60.143 indekspatienter");
  expect(report.files.map(({file}) => file).sort()).toEqual(filesBelow(folder).sort());
  expect(await fingerprints(folder)).toEqual(await fingerprints(await sharedTwin()));
  remove();
});

/**
 * The assumptions with the last two periods alone, a tenth of the people whom the rules leave out, and few of what else
 * people get: none of them counts in any figure of the last period.
 */
function onlyWhatCounts(): string {
  const {periods, others, medicines, services, ...assumptions} = parse(readFileSync(defaults.assumptions, "utf8"));
  const few = Object.entries<number>(others).map(([kind, n]) => [kind, n / 10]);
  const file = join(temporary, "only-what-counts.yaml");
  writeFileSync(
    file,
    stringify({
      ...assumptions,
      periods: periods.slice(-2),
      others: Object.fromEntries(few),
      medicines: {...medicines, others_per_person: 1},
      services: {...services, gp_per_person: 1}
    })
  );
  return file;
}
