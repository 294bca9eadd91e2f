import {readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {beforeRounding} from "../../../data-loaders/beforeRounding.js";
import type {Row} from "../../../data-loaders/engine/session.js";
import {gate} from "../../../publish/gate/gate.js";
import {readParquet} from "../../../publish/gate/gatedTables.js";
import {removeFixtureSite, spoil, tableFile, writeFixtureSite, type FixtureSite} from "./fixtureSite.js";

let site: FixtureSite;
beforeAll(async () => void (site = await writeFixtureSite(21, "hidden", {disclosure: {rounding_base: 5}})));
afterAll(() => removeFixtureSite(site));

const nurses = (row: Row) => row.profession === "nurse" && row.consultation === "all";

/** What the gate says of a copy in which a table has other rows. */
async function refusal(table: string, change: (row: Row) => Row): Promise<string> {
  const spoiled = spoil(site);
  await spoiled.table(table, (rows) => rows.map(change));
  spoiled.sign();
  return gate(site.settings, spoiled.dist).then(
    () => "passed",
    (error: Error) => error.message
  );
}

test("a rounded site passes, and tells 65 of 63 registrations", async () => {
  expect(await gate(site.settings, spoil(site).dist)).toMatchObject({before: false});
  const {rows} = await readParquet(readFileSync(join(site.dist, tableFile("audit_answers"))));
  expect(new Set(rows.filter(nurses).map(({total}) => total))).toEqual(new Set([65]));
  expect(rows.find((row) => nurses(row) && row.answer_id === "advice")).toMatchObject({
    n: 30,
    percent: (100 * 30) / 65,
    status: "shown"
  });
});

test.each([
  ["a count that was not rounded", (row: Row) => (nurses(row) ? {...row, total: 63} : row)],
  [
    "a share of the counts before",
    (row: Row) => (nurses(row) && row.answer_id === "advice" ? {...row, percent: (100 * 30) / 63} : row)
  ],
  [
    "a limit that lies where it lay",
    (row: Row) => (nurses(row) && row.answer_id === "advice" ? {...row, high: Number(row.high) + 0.1} : row)
  ],
  ["some where there was none", (row: Row) => (row.status === "none" ? {...row, n: 5, status: "shown"} : row)]
])("%s is stopped", async (_, change) => {
  expect(await refusal("audit_answers", change)).toMatch(/audit_answers er ikke de tal, som afrundingen giver/);
});

test("without the numbers before rounding nothing is proved", async () => {
  const {workspace} = site.settings;
  rmSync(beforeRounding(workspace, "registers"), {recursive: true});
  // That the same site passed before would be remembered.
  rmSync(join(workspace, "gate-passed"));
  await expect(gate(site.settings, spoil(site).dist)).rejects.toThrow(
    /indicator_values fra før afrundingen findes ikke i data\/workspace, så intet kan bevises/
  );
});
