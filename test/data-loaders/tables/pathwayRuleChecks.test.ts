// @module-tag slow: recounts random deliveries.
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import type {Session} from "../../../data-loaders/engine/session.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {table as pathwayRuleChecks} from "../../../data-loaders/tables/registers/pathwayRuleChecks.js";
import {checkout} from "../../support/project.js";
import {addDays} from "../indicators/dates.js";
import {randomDelivery} from "../indicators/randomDelivery.js";
import {recompute} from "../indicators/recomputation.js";
import {fill, openDelivery, parameters} from "../models/registers/delivery.js";
import {conditionOf, eventsOf} from "../models/registers/recomputedPathways.js";

let session: Session;
beforeAll(async () => void (session = await openDelivery({})));
afterAll(() => session.close());

test("as many follow and depart from each rule as a plain search of the raw rows finds", async () => {
  const codelists = readCodelists(join(checkout, "data/codelists"));
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(randomDelivery, async (delivery) => {
      await fill(session, delivery);
      const rows = await pathwayRuleChecks.rows(await analyseRegisters(session, parameters));
      const {cohort, found} = recompute(delivery, codelists, parameters.periods[0]!);
      const indexOf = new Map(cohort.map((line) => line.split(" ")).map(([person, , index]) => [person!, index!]));
      const expected: Record<string, number> = {};
      const note = (rule: string, verdict: string) =>
        void (expected[`${rule} ${verdict}`] = (expected[`${rule} ${verdict}`] ?? 0) + 1);
      // As the indicator, the rules are asked of everybody.
      for (const line of found.surgery_within_a_year ?? []) {
        const [person, operated] = line.split(" ") as [string, string];
        const index = indexOf.get(person)!;
        if (conditionOf(delivery, codelists, person, index) === "unspecific")
          note("PR39", operated === "true" ? "departs" : "follows");
        if (operated !== "true") continue;
        const events = eventsOf(delivery, codelists, person, index);
        const day = events.find(({kind}) => kind === "operation")!.date;
        note("PR40", events.some(({kind, date}) => kind === "mri" && date <= day) ? "undecided" : "departs");
        const care = events.find(({kind}) => kind === "chiropractor" || kind === "physiotherapist");
        note("PR68", care && addDays(care.date, 28) <= day ? "follows" : "departs");
        const plan = delivery.procedures!.some(
          (p) =>
            p.person_id === person &&
            p.type !== "+" &&
            String(p.code).startsWith("ZZ0175") &&
            String(p.start_date) >= day &&
            String(p.start_date) <= addDays(day, 30)
        );
        note("PR69", plan ? "follows" : "departs");
      }
      const counted = rows
        .filter((row) => row.area_id === "country" && row.patients !== 0)
        .map((row) => [`${row.rule_id} ${row.verdict}`, row.patients]);
      expect(Object.fromEntries(counted)).toEqual(expected);
      for (const key of Object.keys(expected)) met.add(key);
    }),
    {numRuns: 17, seed: 6016}
  );
  expect([...met].sort()).toEqual([
    "PR39 departs",
    "PR39 follows",
    "PR40 departs",
    "PR40 undecided",
    "PR68 departs",
    "PR68 follows",
    "PR69 departs",
    "PR69 follows"
  ]);
});
