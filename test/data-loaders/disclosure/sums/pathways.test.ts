import {join} from "node:path";
import {randomLcg} from "d3-random";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readCodebook} from "../../../../data-loaders/codebook.js";
import {readCodelists} from "../../../../data-loaders/codelists.js";
import type {CountedTable} from "../../../../data-loaders/disclosure/assemble.js";
import {protectTables} from "../../../../data-loaders/disclosure/protectTables.js";
import {defaultRules} from "../../../../data-loaders/disclosure/rules.js";
import {registerSums} from "../../../../data-loaders/disclosure/sums/registers.js";
import {publishedRows} from "../../../../data-loaders/disclosure/withhold.js";
import type {Session} from "../../../../data-loaders/engine/session.js";
import {analyseRegisters} from "../../../../data-loaders/models/registers/analyseRegisters.js";
import {registerTables} from "../../../../data-loaders/tables/registerTables.js";
import {attacker} from "../../../../publish/gate/attacker.js";
import {checkout} from "../../../support/project.js";
import {addDays} from "../../indicators/dates.js";
import {openDelivery, parameters, type Delivery} from "../../models/registers/delivery.js";

const random = randomLcg(0.6018);
const chance = (share: number) => random() < share;
const index = "2024-01-15";

/** 400 patients of few courses, so that several sequences are told; the smallest region has a dozen, and some die within the year. */
const people = Array.from({length: 400}, (_, i) => {
  const operated = chance(0.3);
  return {
    id: `p${i}`,
    specialty: chance(0.6) ? "Reumatologi" : chance(0.7) ? "Neurokirurgi" : "Skadestue",
    home: chance(0.6) ? ["0101", "1084"] : chance(0.92) ? ["0751", "1082"] : ["0851", "1081"],
    care: chance(0.4) ? "51 0110" : chance(0.1) ? "53 1015" : null,
    redeemed: chance(0.25), scanned: chance(0.3), operated, planned: operated && chance(0.6), died: chance(0.02)
  };
});
const delivery: Delivery = {
  persons: people.map(({id}, i) => ({person_id: id, sex: i % 2 ? "female" : "male", born: "1970-01-01"})),
  residences: people.map(({id, home: [municipality, region]}) => ({person_id: id, snapshot: "2023-12-31", municipality: municipality!, region: region!, civil_status: "G"})),
  contacts: people.map(({id, specialty}) => ({contact_id: id, person_id: id, start_date: index, contact_type: "ALCA00", specialty, region: "1084"})),
  diagnoses: people.map(({id}, i) => ({contact_id: id, code: i % 3 ? "DM545" : "DM511", type: "A"})),
  services: people.flatMap(({id, care}) => (care ? [{person_id: id, week_start: "2023-12-04", specialty: care.slice(0, 2), service: care.slice(3), number: 1}] : [])),
  prescriptions: people.flatMap(({id, redeemed}) => (redeemed ? [{person_id: id, date: addDays(index, 100), atc: "N02AX02", packages: 1}] : [])),
  procedures: people.flatMap(({id, scanned, operated, planned}) =>
    [scanned && ["UXME30", 20], operated && ["KABC16", 60], planned && ["ZZ0175X", 70]].flatMap((told) =>
      told ? [{person_id: id, code: String(told[0]), type: "P", start_date: addDays(index, Number(told[1]))}] : []
    )
  ),
  deaths: people.filter(({died}) => died).map(({id}) => ({person_id: id, date: addDays(index, 300)})),
  migrations: [{person_id: "p0", date: "2020-01-01", direction: "in"}]
};

let session: Session;
beforeAll(async () => void (session = await openDelivery(delivery)));
afterAll(() => session.close());

test("what pathways and rules tell beside the other tables holds, and gives no small count away", async () => {
  const codebook = readCodebook(join(checkout, "data/codebooks/laenderyg"));
  const models = await analyseRegisters(session, parameters);
  const sums = registerSums(readCodelists(join(checkout, "data/codelists")), parameters.periods, models.indicators.map(({id}) => id));
  // Municipalities are tied to regions as ever, and take their time.
  const counted: CountedTable[] = [];
  for (const table of registerTables) {
    if (!table.protection) continue;
    const rows = (await table.rows(models)).filter((row) => row.area_type !== "municipality");
    counted.push({name: table.name, protection: table.protection(codebook, defaultRules), rows});
  }
  const told = counted.find(({name}) => name === "pathways")!.rows.filter((row) => row.sequence !== "other" && row.area_id === "country");
  expect(told.length).toBeGreaterThan(4);
  // A declared sum that does not hold is an error here.
  const hidden = await protectTables(counted, sums, defaultRules);
  const published = counted.map((table) => ({...table, rows: publishedRows(registerTables.find(({name}) => name === table.name)!, table.rows, hidden)}));
  expect((await attacker(published, sums, defaultRules)).faults).toEqual([]);
  const hiddenPathways = published.find(({name}) => name === "pathways")!.rows.filter((row) => String(row.status).startsWith("hidden"));
  expect(hiddenPathways.length).toBeGreaterThan(0);
  for (const row of hiddenPathways) expect([row.patients, row.total, row.percent, row.median_days]).toEqual([null, null, null, null]);
});
