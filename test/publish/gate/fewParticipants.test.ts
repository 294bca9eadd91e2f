import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Row} from "../../../data-loaders/engine/session.js";
import {gate} from "../../../publish/gate/gate.js";
import {readParquet} from "../../../publish/gate/gatedTables.js";
import {registration} from "../../data-loaders/tables/tinyAudit.js";
import type {Raw} from "../../data-loaders/tables/recount.js";
import {
  adviceGiven,
  removeFixtureSite,
  spoil,
  tableFile,
  writeFixtureSite,
  type FixtureSite,
  type SpoiledSite
} from "./fixtureSite.js";

/** Of three doctors, one gives 30 of 33 with pills, and all give advice and nothing about as often. */
const pills: Raw[] = ["1", "2", "3"].flatMap((participant) => {
  const of = (n: number, ...given: string[]) =>
    Array.from({length: n}, (_, i) => registration({participant, age: 30 + 10 * (i % 3), given}));
  return participant === "1"
    ? [...of(24, "acts.pills", "acts.advice"), ...of(6, "acts.pills"), ...of(9, "acts.none")]
    : [...of(participant === "2" ? 2 : 1, "acts.pills"), ...of(24, "acts.advice"), ...of(9, "acts.none"), ...of(6)];
});
const nurses = adviceGiven(20).filter(({profession}) => profession === "nurse");
const isPills = (row: Row) => row.profession === "doctor" && row.answer_id === "pills";

describe("with a share that no participant may have more of", () => {
  let site: FixtureSite;
  beforeAll(
    async () =>
      void (site = await writeFixtureSite(20, "number", {
        registrations: [...pills, ...nurses],
        disclosure: {largest_share: 85, smallest_participants: 2, smallest_mean: 25}
      }))
  );
  afterAll(() => removeFixtureSite(site));

  async function stopped(plant: (spoiled: SpoiledSite) => Promise<void>, reason: RegExp): Promise<void> {
    const spoiled = spoil(site);
    await plant(spoiled);
    spoiled.sign();
    await expect(gate(site.settings, spoiled.dist)).rejects.toThrow(reason);
  }

  test("a protected site passes, says why each cell is hidden, and shows no bar of it", async () => {
    expect(await gate(site.settings, spoil(site).dist)).toMatchObject({before: false});
    const rowsOf = async (table: string) => (await readParquet(readFileSync(join(site.dist, tableFile(table))))).rows;
    expect(new Set((await rowsOf("audit_answers")).filter(isPills).map(({n, status}) => `${n} ${status}`))).toEqual(
      new Set(["null hidden_dominated"])
    );
    expect(
      (await rowsOf("audit_participants"))
        .filter((row) => row.profession === "doctor" && row.measure === "acts.pills")
        .map(({percent, status}) => `${percent} ${status}`)
    ).toEqual(Array(3).fill("null hidden_secondary"));
  });

  test("its bars beside it are stopped", () =>
    stopped(
      (s) =>
        s.table("audit_participants", (rows) =>
          rows.map((row) =>
            row.profession === "doctor" && row.measure === "acts.pills" ? {...row, percent: 77, status: "shown"} : row
          )
        ),
      /viser acts\.pills, selv om tallet for alle er skjult/
    ));

  test("a mean of fewer than the settings ask is stopped", () =>
    stopped(
      (s) =>
        s.table("means", (rows) => rows.map((row, i) => (i === 0 ? {...row, n: 24, mean: 40, status: "shown"} : row))),
      /means viser et tal, som er regnet af kun 24|talt forskelligt/
    ));
});

test("a number that the bars beside it say is nearly one participant's is stopped", async () => {
  const site = await writeFixtureSite(20, "number", {registrations: [...pills, ...nurses]});
  const {disclosure} = site.settings;
  // The percents of 30, 24 and 9 of 39 are also those of 20, 16 and 6 of 26: at least 20 of the 33 are one doctor's.
  await expect(
    gate({...site.settings, disclosure: {...disclosure, largestShare: 60}}, spoil(site).dist)
  ).rejects.toThrow(
    /acts\.pills=yes profession=doctor.* er vist, men søjlerne siger, at næsten alt er fra én deltager/
  );
  removeFixtureSite(site);
});
