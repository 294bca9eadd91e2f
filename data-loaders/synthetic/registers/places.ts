import {christiansoe} from "../../../src/domain/areas.js";
import {join} from "node:path";
import {readRows} from "../readRows.js";

/** Municipalities with the region each belonged to in the periods, and what the report calls them. */
export interface Places {
  /** Region code of every municipality. */
  regionOf: Map<string, string>;
  /** Codes by name, municipalities and regions. */
  codes: Map<string, string>;
  regions: {code: string; name: string}[];
}

/**
 * Reads `municipalities.csv` and `regions.csv` as they were on a day.
 * @throws Refusal when a list cannot be read
 */
export function readPlaces(codelists: string, day: string): Places {
  const read = (name: string) =>
    readRows(join(codelists, name), `Kodelisten ${join(codelists, name)} kan ikke læses; læg den tilbage.`).filter(
      (row) => (row.valid_from ?? "") <= day && day <= (row.valid_to || "9999")
    );
  const regions = read("regions.csv");
  const municipalities = read("municipalities.csv").filter((row) => row.code !== christiansoe.code);
  return {
    regionOf: new Map([
      ...municipalities.map((row) => [row.code!, row.region!] as const),
      [christiansoe.code, christiansoe.region]
    ]),
    codes: new Map([...municipalities, ...regions].map((row) => [row.name!, row.code!])),
    regions: regions.map((row) => ({code: row.code!, name: row.name!}))
  };
}
