import {afterAll, beforeAll, expect, test} from "vitest";
import type {Session} from "../../../../data-loaders/engine/session.js";
import {createRegisterModels} from "../../../../data-loaders/models/registers/registerModels.js";
import {deliveryOf, type Contact} from "./contacts.js";
import {fill, openDelivery, parameters, type Delivery} from "./delivery.js";

let session: Session;
beforeAll(async () => void (session = await openDelivery({})));
afterAll(() => session.close());

async function cohortOf(delivery: Delivery): Promise<Record<string, unknown>[]> {
  await fill(session, delivery);
  await createRegisterModels(session, parameters);
  return session.rows("SELECT * REPLACE (index_date::VARCHAR AS index_date) FROM cohort ORDER BY person_id");
}

async function indexOf(contacts: Contact[], more: Delivery = {}): Promise<unknown> {
  return (await cohortOf(deliveryOf(contacts, more)))[0]?.contact_id;
}

test.each([
  ["the period's first day", "2023-07-01", "a"],
  ["its last day", "2024-06-30", "a"],
  ["the day before it", "2023-06-30", undefined],
  ["the day after it", "2024-07-01", undefined]
])("a contact on %s", async (_, date, expected) => {
  expect(await indexOf([{id: "a", date}])).toBe(expected);
});

test.each([
  ["exactly two years before", "2022-01-15", undefined],
  ["two years and a day before", "2022-01-14", "now"],
  ["in the period is the index contact itself", "2024-01-14", "before"]
])("an earlier contact %s", async (_, date, expected) => {
  expect(
    await indexOf([
      {id: "before", date},
      {id: "now", date: "2024-01-15"}
    ])
  ).toBe(expected);
});

test("29 February looks back to 28 February", async () => {
  expect(
    await indexOf([
      {id: "before", date: "2022-02-28"},
      {id: "now", date: "2024-02-29"}
    ])
  ).toBeUndefined();
  expect(
    await indexOf([
      {id: "before", date: "2022-02-27"},
      {id: "now", date: "2024-02-29"}
    ])
  ).toBe("now");
});

test("of contacts on a day the earliest, then the one with a time, then the lowest id", async () => {
  const day = "2023-09-01";
  expect(
    await indexOf([
      {id: "a", date: day, time: "12:00"},
      {id: "b", date: day, time: "08:30"},
      {id: "c", date: day}
    ])
  ).toBe("b");
  expect(
    await indexOf([
      {id: "b", date: day},
      {id: "a", date: day}
    ])
  ).toBe("a");
});

test.each([
  ["on the 18th birthday", "2006-01-15", "a"],
  ["the day before it", "2006-01-16", undefined]
])("a contact on 2024-01-15 %s", async (_, born, expected) => {
  expect(await indexOf([{id: "a", date: "2024-01-15"}], {persons: [{person_id: "p", sex: "male", born}]})).toBe(
    expected
  );
});

test("somebody born on 29 February is a year older on that day", async () => {
  const persons = [{person_id: "p", sex: "female", born: "1964-02-29"}];
  expect((await cohortOf(deliveryOf([{id: "a", date: "2024-02-28"}], {persons})))[0]).toMatchObject({
    age: 59,
    age_band: "50-59"
  });
  expect((await cohortOf(deliveryOf([{id: "a", date: "2024-02-29"}], {persons})))[0]).toMatchObject({
    age: 60,
    age_band: "60-69"
  });
});

test("a minor at the first contact is not new at 18", async () => {
  const contacts = [
    {id: "a", date: "2023-08-01"},
    {id: "b", date: "2024-05-01"}
  ];
  expect(await indexOf(contacts, {persons: [{person_id: "p", sex: "male", born: "2006-01-01"}]})).toBeUndefined();
});

test("somebody who is not in the population register is not in the cohort, and is counted", async () => {
  expect(await indexOf([{id: "a", date: "2024-01-15"}], {persons: []})).toBeUndefined();
  expect(await session.rows("SELECT step, people FROM cohort_steps WHERE people > 0 ORDER BY step")).toEqual([
    {step: "left_out_unknown_age", people: 1},
    {step: "seen", people: 1}
  ]);
});

test.each([
  ["attended", "ALCA00", "a"],
  ["virtual", "ALCA03", "a"],
  ["by telephone", "ALCA10", undefined],
  ["of an unknown kind", "ALCA99", undefined]
])("a contact %s", async (_, type, expected) => {
  expect(await indexOf([{id: "a", date: "2024-01-15", type}])).toBe(expected);
});

test("a telephone contact does not end the two years without", async () => {
  expect(
    await indexOf([
      {id: "a", date: "2023-12-01", type: "ALCA10"},
      {id: "b", date: "2024-01-15"}
    ])
  ).toBe("b");
});

test.each([
  [["A DM545"], "a"],
  [["A DI109", "B DM511"], "a"],
  [["H DM545", "A DZ039"], undefined],
  [["A DZ039", "+ DM545"], undefined],
  [["A DM545", "B DC795"], undefined],
  [["A DM459", "B DM545"], undefined],
  [["A DM485"], undefined],
  [["A DM480"], "a"],
  [[], undefined]
])("diagnoses %j", async (codes, expected) => {
  expect(await indexOf([{id: "a", date: "2024-01-15", codes}])).toBe(expected);
});

test("a contact for inflammatory disease neither begins a course nor ends the two years without", async () => {
  const contacts = [
    {id: "a", date: "2023-12-01", codes: ["A DM459", "B DM545"]},
    {id: "b", date: "2024-01-15"}
  ];
  expect(await indexOf(contacts)).toBe("b");
});

test("the action diagnosis decides group and site, else the first secondary one", async () => {
  const [action] = await cohortOf(deliveryOf([{id: "a", date: "2024-01-15", codes: ["B DM479", "A DM542"]}]));
  expect(action).toMatchObject({diagnosis: "DM542", diagnosis_group: "DM54", site: "neck"});
  const [secondary] = await cohortOf(
    deliveryOf([{id: "a", date: "2024-01-15", codes: ["A DI109", "B DM511", "B DM479"]}])
  );
  expect(secondary).toMatchObject({diagnosis: "DM479", diagnosis_group: "DM47", site: "unspecified"});
});

test("specialty and hospital region: private first, then the contact's, the department's, or unknown", async () => {
  const organisations = [
    {department: "pri", private: true, region: "1084", specialty: "Ortopædisk kirurgi"},
    {department: "old", private: true, region: "1081", valid_to: "2023-12-31"},
    {department: "old", private: false, region: "1082", specialty: "Neurokirurgi", valid_from: "2024-01-01"}
  ];
  const on = {date: "2024-01-15"};
  const contacts = [
    {id: "1", person: "1", department: "pri", ...on},
    {id: "2", person: "2", department: "old", specialty: "Ukendt", ...on},
    {id: "3", person: "3", department: "none", specialty: " AKUTMEDICIN ", region: "1083", ...on},
    {id: "4", person: "4", department: "none", specialty: "Ukendt", ...on},
    {id: "5", person: "5", department: "old", date: "2023-12-31"}
  ];
  const rows = await cohortOf(deliveryOf(contacts, {organisations}));
  expect(rows.map((r) => [r.specialty, r.hospital_region])).toEqual([
    ["private", "private"],
    ["surgery", "1082"],
    ["acute", "1083"],
    ["other", "unknown"],
    ["private", "private"]
  ]);
});

test("residence is that of the latest snapshot on or before the index date; Christiansø has a region only", async () => {
  const home = (person_id: string, snapshot: string, municipality: string | null, region: string) => ({
    person_id,
    snapshot,
    municipality,
    region,
    civil_status: "G"
  });
  const residences = [
    home("1", "2023-12-31", "0101", "1084"),
    home("1", "2024-01-15", "0751", "1082"),
    home("1", "2024-01-16", "0461", "1083"),
    home("2", "2023-12-31", null, "1084"),
    home("3", "2024-03-31", "0101", "1084")
  ];
  const rows = await cohortOf(
    deliveryOf(
      ["1", "2", "3"].map((person) => ({id: person, person, date: "2024-01-15"})),
      {residences}
    )
  );
  expect(rows.map((r) => [r.municipality, r.region])).toEqual([
    ["0751", "1082"],
    ["unknown", "1084"],
    ["unknown", "unknown"]
  ]);
});

test("a home that two rows of one snapshot contradict is unknown, whatever their order; what they agree on is known", async () => {
  const home = (municipality: string, region: string, civil_status = "G") => ({
    person_id: "p",
    snapshot: "2023-12-31",
    municipality,
    region,
    civil_status
  });
  const found = async (...residences: ReturnType<typeof home>[]) => {
    const [row] = await cohortOf(deliveryOf([{id: "a", date: "2024-01-15"}], {residences}));
    return [row!.municipality, row!.region, row!.civil_status, row!.two_homes];
  };
  const [one, other] = [home("0101", "1084"), home("0751", "1082", "U")];
  expect(await found(one, other)).toEqual(["unknown", "unknown", null, true]);
  expect(await found(other, one)).toEqual(["unknown", "unknown", null, true]);
  expect(await found(one, one)).toEqual(["0101", "1084", "G", false]);
  expect(await found(one, home("0147", "1084"))).toEqual(["unknown", "1084", "G", true]);
});

test("the region of a municipality follows its dates of validity", async () => {
  await fill(
    session,
    deliveryOf([{id: "a", date: "2027-03-01"}], {
      residences: [{person_id: "p", snapshot: "2026-12-31", municipality: "0101", region: "1084"}],
      coverage: [{kind: "lpr_contacts", first_date: "2024-07-01", last_date: "2027-07-01"}]
    })
  );
  await createRegisterModels(session, {
    ...parameters,
    periods: [{id: "2026/27", from: "2026-07-01", to: "2027-06-30"}]
  });
  expect(await session.rows("SELECT municipality, region FROM cohort")).toEqual([
    {municipality: "0101", region: "oestdanmark"}
  ]);
});

test("who is and is not in the cohort", async () => {
  await cohortOf(
    deliveryOf([
      {id: "1", person: "1", date: "2024-01-15"},
      {id: "2a", person: "2", date: "2023-01-15"},
      {id: "2b", person: "2", date: "2024-01-15"},
      {id: "3", person: "3", date: "2024-01-15", codes: ["A DM545", "B DC795"]}
    ])
  );
  expect(await session.rows("SELECT step, people FROM cohort_steps ORDER BY step")).toEqual([
    {step: "included", people: 1},
    {step: "left_out_minor", people: 0},
    {step: "left_out_prevalent", people: 1},
    {step: "left_out_unknown_age", people: 0},
    {step: "other_disease", people: 1},
    {step: "seen", people: 2}
  ]);
});

test("up to six back contacts within a year, department by department", async () => {
  const dates = ["2024-01-15", "2024-01-15", "2024-02-01", "2024-03-01", "2025-01-15", "2025-01-16"];
  await cohortOf(deliveryOf(dates.map((date, i) => ({id: `c${i}`, date}))));
  expect(await session.rows("SELECT contact_no, contact_id FROM flow_contacts ORDER BY contact_no")).toEqual(
    [0, 1, 2, 3, 4].map((i) => ({contact_no: i + 1, contact_id: `c${i}`}))
  );
});

test("follow-up ends at death, at leaving after the index date, and at absence where the registers of those are missing", async () => {
  const contacts = ["1", "2", "3"].map((person) => ({id: person, person, date: "2024-01-15"}));
  const left = () => session.rows("SELECT left_on::VARCHAR AS left_on FROM follow_up ORDER BY person_id");
  await cohortOf(
    deliveryOf(contacts, {
      deaths: [{person_id: "1", date: "2024-05-01"}],
      migrations: [
        {person_id: "1", date: "2024-06-01", direction: "out"},
        {person_id: "2", date: "2024-01-14", direction: "out"},
        {person_id: "2", date: "2024-01-14", direction: "in"}
      ]
    })
  );
  expect(await left()).toEqual([{left_on: "2024-05-01"}, {left_on: null}, {left_on: null}]);
  const at = (person_id: string, ...snapshots: string[]) =>
    snapshots.map((snapshot) => ({person_id, snapshot, municipality: "0101", region: "1084"}));
  await cohortOf(
    deliveryOf(contacts, {
      residences: [
        ...at("1", "2023-12-31", "2024-03-31"),
        ...at("2", "2023-12-31", "2024-03-31", "2024-06-30"),
        ...at("3", "2023-12-31")
      ]
    })
  );
  expect(await left()).toEqual([{left_on: "2024-06-30"}, {left_on: null}, {left_on: "2024-03-31"}]);
});

test("a period that the contacts do not cover is refused in one sentence", async () => {
  const coverage = [{kind: "lpr_contacts", first_date: "2022-01-01", last_date: "2025-12-31"}];
  await expect(cohortOf({coverage})).rejects.toThrow(
    "Perioden 2023/24 kræver kontakter fra 2021-07-01 til 2024-06-30, men udtrækket lpr_contacts går fra 2022-01-01 til 2025-12-31; lever flere kontakter, eller tag perioden ud af indstillingerne."
  );
});

test("after the last day of the registers of those who leave, absence from a snapshot stands in", async () => {
  const contacts = ["1", "2"].map((person) => ({id: person, person, date: "2024-01-15"}));
  const at = (person_id: string, ...snapshots: string[]) =>
    snapshots.map((snapshot) => ({person_id, snapshot, municipality: "0101", region: "1084"}));
  const residences = [...at("1", "2023-12-31", "2024-06-30"), ...at("2", "2023-12-31")];
  const left = async (until: string) => {
    const migrations = [{person_id: "x", date: until, direction: "in"}];
    await cohortOf(deliveryOf(contacts, {residences, migrations, deaths: [{person_id: "x", date: "2025-12-31"}]}));
    return session.rows("SELECT left_on::VARCHAR AS left_on FROM follow_up ORDER BY person_id");
  };
  expect(await left("2025-12-31")).toEqual([{left_on: null}, {left_on: null}]);
  expect(await left("2024-03-01")).toEqual([{left_on: null}, {left_on: "2024-06-30"}]);
});
