import {afterAll, beforeAll, expect, test} from "vitest";
import type {Session} from "../../../data-loaders/engine/session.js";
import {createAgeCounts} from "../../../data-loaders/models/ageCounts.js";
import {handMade, open, register} from "../tables/tinyAudit.js";

let session: Session;
beforeAll(async () => {
  session = await open();
});
afterAll(() => session.close());

const ages = async () =>
  (await session.rows("FROM age_counts ORDER BY ALL")).map(({round, profession, sex, age, n}) =>
    [round, profession, sex, age, n].join(" ")
  );

test("registrations by round, profession, sex and age; what was not filled in is kept", async () => {
  await register(session, [...handMade, handMade[0]!]);
  await createAgeCounts(session);
  expect(await ages()).toEqual([
    "1 doctor female 17 1",
    "1 doctor female 30 2",
    "1 doctor male 40 1",
    "1 doctor male  1",
    "1 nurse female 29 1",
    "1 nurse missing 80 1",
    "1 nurse_phone female  1",
    "1 nurse_phone male 55 1",
    "2 doctor female 30 1"
  ]);
});

test("made anew for other registrations", async () => {
  await register(session, []);
  await createAgeCounts(session);
  expect(await ages()).toEqual([]);
});
