import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {table as auditAges} from "../../../data-loaders/tables/audit/auditAges.js";
import {table as auditMeans} from "../../../data-loaders/tables/audit/means.js";
import {handMade, open, registration, rowsOf} from "./tinyAudit.js";

let session: Session;
beforeAll(async () => {
  session = await open();
});
afterAll(() => session.close());

const ofForm = (rows: Row[], profession: string, sex: string) =>
  rows
    .filter((r) => r.profession === profession && r.round === 1 && r.sex === sex)
    .map((r) => [r.age_band, r.n, r.total, (r.percent as number).toFixed(1), r.status].join(" "));

describe("audit_ages", () => {
  test("by hand: women of 30 and 17, a man of 40; another man has no age", async () => {
    const rows = await rowsOf(session, auditAges, handMade);
    expect(ofForm(rows, "doctor", "female")).toEqual([
      "17 1 2 50.0 shown",
      "18-29 0 2 0.0 none",
      "30-39 1 2 50.0 shown",
      "40-49 0 2 0.0 none",
      "50-59 0 2 0.0 none",
      "60-69 0 2 0.0 none",
      "70-79 0 2 0.0 none",
      "80+ 0 2 0.0 none"
    ]);
    expect(ofForm(rows, "doctor", "male").filter((line) => !line.endsWith("none"))).toEqual(["40-49 1 1 100.0 shown"]);
  });

  test("`all` has the doctors and the nurse's woman of 29: not her patient without a sex, nor the man on the telephone", async () => {
    const rows = await rowsOf(session, auditAges, handMade);
    expect(ofForm(rows, "all", "female").filter((line) => !line.endsWith("none"))).toEqual([
      "17 1 3 33.3 shown",
      "18-29 1 3 33.3 shown",
      "30-39 1 3 33.3 shown"
    ]);
    expect(ofForm(rows, "all", "male").filter((line) => !line.endsWith("none"))).toEqual(["40-49 1 1 100.0 shown"]);
    expect(ofForm(rows, "nurse_phone", "male").filter((line) => !line.endsWith("none"))).toEqual([
      "50-59 1 1 100.0 shown"
    ]);
  });

  test.each([
    [17, "17"],
    [18, "18-29"],
    [29, "18-29"],
    [30, "30-39"],
    [39, "30-39"],
    [40, "40-49"],
    [59, "50-59"],
    [60, "60-69"],
    [79, "70-79"],
    [80, "80+"],
    [110, "80+"]
  ])("%i is in the band %s", async (age, band) => {
    const rows = await rowsOf(session, auditAges, [registration({age})]);
    expect(rows.filter((r) => (r.n as number) > 0).map((r) => `${r.profession} ${r.sex} ${r.age_band}`)).toEqual([
      `all female ${band}`,
      `doctor female ${band}`
    ]);
  });

  test("nobody under 18, no such band", async () => {
    const rows = await rowsOf(session, auditAges, [registration()]);
    expect(rows.filter((r) => r.age_band === "17")).toEqual([]);
    // The seven others, of the doctor and of all.
    expect(rows).toHaveLength(2 * 7);
  });

  test.each([
    {age: null, sex: "female"},
    {age: 45, sex: null},
    {age: null, sex: null}
  ] as const)("who lacks an age or a sex is in no row: $age, $sex", async (lacking) => {
    expect(await rowsOf(session, auditAges, [registration(lacking)])).toEqual([]);
  });
});

test("means: known ages of known sexes only, telephone consultations apart, the pooled mean over registrations", async () => {
  const rows = await rowsOf(session, auditMeans, handMade);
  expect(rows.map((r) => [r.round, r.profession, r.sex, r.mean, r.n].join(" "))).toEqual([
    // (30 + 40 + 17 + 29) / 4, and of the women (30 + 17 + 29) / 3
    "1 all all 29 4",
    `1 all female ${76 / 3} 3`,
    "1 all male 40 1",
    "1 doctor all 29 3",
    "1 doctor female 23.5 2",
    "1 doctor male 40 1",
    "1 nurse all 29 1",
    "1 nurse female 29 1",
    "1 nurse_phone all 55 1",
    "1 nurse_phone male 55 1",
    "2 all all 30 1",
    "2 all female 30 1",
    "2 doctor all 30 1",
    "2 doctor female 30 1"
  ]);
  expect(new Set(rows.map((r) => `${r.subject} ${r.status}`))).toEqual(new Set(["audit_age shown"]));
});
