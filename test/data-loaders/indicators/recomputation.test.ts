// @module-tag slow: recounts random deliveries.
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readCodelists} from "../../../data-loaders/ground/codelists.js";
import type {Session} from "../../../data-loaders/engine/session.js";
import {createIndicatorPatients} from "../../../data-loaders/indicators/definition/indicatorPatients.js";
import {readIndicators} from "../../../data-loaders/indicators/definition/readIndicators.js";
import {createRegisterModels} from "../../../data-loaders/models/registers/registerModels.js";
import {checkout} from "../../support/project.js";
import {fill, openDelivery, parameters} from "../models/registers/delivery.js";
import {randomDelivery} from "./randomDelivery.js";
import {recompute} from "./recomputation.js";

let session: Session;
beforeAll(async () => void (session = await openDelivery({})));
afterAll(() => session.close());

test("the cohort and every indicator have the same patients as a plain count of the raw rows", async () => {
  const indicators = await readIndicators();
  const codelists = readCodelists(join(checkout, "data/codelists"));
  const met: Record<string, Set<string>> = {};
  await fc.assert(
    fc.asyncProperty(randomDelivery, async (delivery) => {
      await fill(session, delivery);
      await createRegisterModels(session, parameters);
      await createIndicatorPatients(session, indicators);
      const expected = recompute(delivery, codelists, parameters.periods[0]!);
      const cohort = await session.rows<{row: string}>(
        "SELECT concat_ws(' ', person_id, contact_id, index_date, age) AS row FROM cohort ORDER BY 1"
      );
      expect(cohort.map(({row}) => row).sort()).toEqual(expected.cohort);
      const patients = await session.rows<{indicator_id: string; row: string}>(
        "SELECT indicator_id, person_id || ' ' || numerator AS row FROM indicator_patients"
      );
      for (const {id} of indicators) {
        const own = patients
          .filter((p) => p.indicator_id === id)
          .map(({row}) => row)
          .sort();
        expect({[id]: own}).toEqual({[id]: expected.found[id] ?? []});
        for (const row of own) (met[id] ??= new Set()).add(row.split(" ")[1]!);
      }
    }),
    {numRuns: 20, seed: 6014}
  );
  // The deliveries must have had both kinds of patients, or nothing was held against anything.
  expect(Object.fromEntries(indicators.map(({id}) => [id, met[id]?.size ?? 0]))).toEqual(
    Object.fromEntries(indicators.map(({id}) => [id, 2]))
  );
});
