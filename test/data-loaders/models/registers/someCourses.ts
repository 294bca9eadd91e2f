import {randomLcg} from "d3-random";
import {addDays} from "../../indicators/dates.js";
import type {Delivery} from "./delivery.js";

const index = "2024-01-15";

/**
 * 400 patients of few courses, so that several sequences have rows of their own; the smallest region has a
 * dozen, and some die within the year.
 */
export function someCourses(seed: number): Delivery {
  const random = randomLcg(seed);
  const chance = (share: number) => random() < share;
  const people = Array.from({length: 400}, (_, i) => {
    const operated = chance(0.3);
    return {
      id: `p${i}`,
      specialty: chance(0.6) ? "Reumatologi" : chance(0.7) ? "Neurokirurgi" : "Skadestue",
      home: chance(0.6) ? ["0101", "1084"] : chance(0.92) ? ["0751", "1082"] : ["0851", "1081"],
      care: chance(0.4) ? "51 0110" : chance(0.1) ? "53 1015" : null,
      redeemed: chance(0.25),
      scanned: chance(0.3),
      operated,
      planned: operated && chance(0.6),
      died: chance(0.02)
    };
  });
  return {
    persons: people.map(({id}, i) => ({person_id: id, sex: i % 2 ? "female" : "male", born: "1970-01-01"})),
    residences: people.map(({id, home: [municipality, region]}) => ({
      person_id: id,
      snapshot: "2023-12-31",
      municipality: municipality!,
      region: region!,
      civil_status: "G"
    })),
    contacts: people.map(({id, specialty}) => ({
      contact_id: id,
      person_id: id,
      start_date: index,
      contact_type: "ALCA00",
      specialty,
      region: "1084"
    })),
    diagnoses: people.map(({id}, i) => ({contact_id: id, code: i % 3 ? "DM545" : "DM511", type: "A"})),
    services: people.flatMap(({id, care}) =>
      care
        ? [{person_id: id, week_start: "2023-12-04", specialty: care.slice(0, 2), service: care.slice(3), number: 1}]
        : []
    ),
    prescriptions: people.flatMap(({id, redeemed}) =>
      redeemed ? [{person_id: id, date: addDays(index, 100), atc: "N02AX02", packages: 1}] : []
    ),
    procedures: people.flatMap(({id, scanned, operated, planned}) =>
      [scanned && ["UXME30", 20], operated && ["KABC16", 60], planned && ["ZZ0175X", 70]].flatMap((event) =>
        event ? [{person_id: id, code: String(event[0]), type: "P", start_date: addDays(index, Number(event[1]))}] : []
      )
    ),
    deaths: people.filter(({died}) => died).map(({id}) => ({person_id: id, date: addDays(index, 300)})),
    migrations: [{person_id: "p0", date: "2020-01-01", direction: "in"}]
  };
}
