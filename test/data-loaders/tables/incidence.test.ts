import {afterAll, beforeAll, expect, test} from "vitest";
import type {Row, Session} from "../../../data-loaders/engine/session.js";
import {analyseRegisters} from "../../../data-loaders/indicators/definition/analyseRegisters.js";
import {table} from "../../../data-loaders/tables/registers/incidence.js";
import {fill, openDelivery, parameters, type Delivery} from "../models/registers/delivery.js";

let session: Session;
beforeAll(async () => void (session = await openDelivery({})));
afterAll(() => session.close());

const [copenhagen, aarhus] = [
  {municipality: "0101", region: "1084"},
  {municipality: "0751", region: "1082"}
];

/** New patients of an age on the 15th of January 2024; without a home, nobody knows where they live. */
function patients(homes: [sex: string | null, age: number, home?: typeof copenhagen][]): Delivery {
  return {
    persons: homes.map(([sex, age], i) => ({person_id: `${i}`, sex, born: `${2024 - age}-01-01`})),
    residences: homes.flatMap(([, , home], i) => (home ? [{person_id: `${i}`, snapshot: "2023-12-31", ...home}] : [])),
    contacts: homes.map((_, i) => ({
      contact_id: `${i}`,
      person_id: `${i}`,
      start_date: "2024-01-15",
      contact_type: "ALCA00"
    })),
    diagnoses: homes.map((_, i) => ({contact_id: `${i}`, code: "DM545", type: "A"}))
  };
}

type People = [area_id: string, sex: string, age: number, age_to: number | null, number: number];

function people(rows: People[]): Delivery {
  const typeOf = (area: string) => (area === "country" ? area : "municipality");
  return {
    population: rows.map(([area_id, sex, age, age_to, number]) => ({
      period_start: "2023-07-01",
      area_type: typeOf(area_id),
      area_id,
      sex,
      age,
      age_to,
      number
    }))
  };
}

/** Three of 250 men in their forties and five of 550 women in their seventies, and one of unknown sex and home. */
const seen = patients([
  ["male", 45, copenhagen],
  ["male", 49, copenhagen],
  ["female", 79, copenhagen],
  ["male", 42, aarhus],
  ["female", 70, aarhus],
  ["female", 72, aarhus],
  ["female", 74, aarhus],
  ["female", 79, aarhus],
  [null, 60]
]);
const ofCopenhagen: People[] = [
  ["0101", "male", 0, 17, 900],
  ["0101", "male", 40, 40, 100],
  ["0101", "male", 41, 49, 100],
  ["0101", "female", 70, 79, 200]
];
const ofAarhus: People[] = [
  ["0751", "male", 40, 49, 50],
  ["0751", "female", 70, 74, 150],
  ["0751", "female", 75, 79, 200]
];

/** An area's rate, then the standardised one with its limits. */
async function rates(delivery: Delivery): Promise<Record<string, unknown[]>> {
  await fill(session, delivery);
  const rows: Row[] = await table.rows(await analyseRegisters(session, parameters));
  return Object.fromEntries(
    rows
      .filter(({area_id}) => ["country", "1082", "0101", "0751"].includes(String(area_id)))
      .map((row) => [
        row.area_id,
        [row.per_100000, row.standardised, row.standardised_low, row.standardised_high].map((value) =>
          typeof value === "number" ? Math.round(value) : value
        )
      ])
  );
}

// In R, with o and e of Copenhagen, Aarhus and the country:
//   e <- matrix(c(200, 200, 50, 350), 2, byrow = TRUE) %*% c(3 / 250, 5 / 550); o <- c(3, 5, 9); e <- c(e, sum(e))
//   z <- qnorm(.975); common <- 1e5 * sum(e[1:2]) / 800
//   round(common / e * cbind(o, o*(1-1/(9*o)-z/(3*sqrt(o)))^3, (o+1)*(1-1/(9*(o+1))+z/(3*sqrt(o+1)))^3))
const inR = {copenhagen: [711, 143, 2078], aarhus: [1322, 426, 3085], country: [1125, 513, 2136]};
const none = [null, null, null];

test("areas are compared as if they had the country's ages and sexes, and who has no known sex counts as the others do", async () => {
  expect(await rates({...seen, ...people([...ofCopenhagen, ...ofAarhus])})).toEqual({
    "0101": [750, ...inR.copenhagen],
    "0751": [1250, ...inR.aarhus],
    "1082": [1250, ...inR.aarhus],
    country: [1125, ...inR.country]
  });
});

test("a count in bands that lie across the bands of age gives the crude rate only", async () => {
  const open: People[] = [
    ["0751", "male", 40, 49, 50],
    ["0751", "female", 70, null, 350]
  ];
  expect(await rates({...seen, ...people([...ofCopenhagen, ...open])})).toEqual({
    "0101": [750, ...none],
    "0751": [1250, ...none],
    "1082": [1250, ...none],
    country: [1125, ...none]
  });
  const country: People[] = [
    ["country", "male", 40, 49, 250],
    ["country", "female", 70, 79, 550]
  ];
  expect(await rates({...seen, ...people([...ofCopenhagen, ...open, ...country])})).toEqual({
    "0101": [750, ...inR.copenhagen],
    "0751": [1250, ...none],
    "1082": [1250, ...none],
    country: [1125, ...inR.country]
  });
});

test("nor is an area standardised whose count lacks a sex, or a country whose count lacks an age that patients have", async () => {
  const men: People[] = [["0751", "male", 40, 49, 400]];
  const found = await rates({...seen, ...people([...ofCopenhagen, ...men])});
  expect([found["0101"]!.includes(null), found["0751"]]).toEqual([false, [1250, ...none]]);
  const young = patients([
    ["male", 20, copenhagen],
    ["male", 45, copenhagen]
  ]);
  expect(await rates({...young, ...people(ofCopenhagen)})).toMatchObject({"0101": [500, ...none]});
});

test("a band that begins before the cohort's ages and ends among them gives no rate at all", async () => {
  const across: People[] = [...ofAarhus, ["0751", "male", 15, 19, 30]];
  expect(await rates({...seen, ...people([...ofCopenhagen, ...across])})).toEqual({
    "0101": [750, ...none],
    "0751": [null, ...none],
    "1082": [null, ...none],
    country: [null, ...none]
  });
});
