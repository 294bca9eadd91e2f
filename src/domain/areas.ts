import type {Words} from "./words.js";

/** Christiansø has a code but is no municipality: its residents have a region, and no municipality. */
export const christiansoe = {code: "0411", region: "1084"};

/** Kinds of areas. */
export const areaTypes = {
  country: {danish: "landet", english: "country"},
  region: {danish: "bopælsregion", english: "region of residence"},
  municipality: {danish: "bopælskommune", english: "municipality of residence"}
} satisfies Words;

/** What stands in place of the code of a residence. */
export const residences = {
  country: {danish: "hele landet", english: "the whole country"},
  unknown: {danish: "ukendt bopæl", english: "residence unknown"}
} satisfies Words;

/** A residence in an unknown municipality. */
export const unknownMunicipality = {danish: "ukendt kommune", english: "municipality unknown"};

/** What stands in place of the code of a hospital's region. */
export const hospitalPlaces = {
  country: residences.country,
  all: {danish: "alle hospitaler", english: "all hospitals"},
  private: {danish: "privathospitaler", english: "private hospitals"},
  unknown: {danish: "ukendt region", english: "region unknown"}
} satisfies Words;

/** Municipalities whose full name is not their name and »Kommune«. */
const ownNames: Record<string, string> = {"0101": "Københavns Kommune", "0400": "Bornholms Regionskommune"};

/** The name of an area within a sentence: `Region Syddanmark`, `Aabenraa Kommune`, `hele landet`. */
export function areaName({type, id, name}: {type: string; id: string; name: string}): string {
  if (type === "country") return residences.country.danish;
  return type === "region" ? `Region ${name}` : (ownNames[id] ?? `${name} Kommune`);
}

/** Where patients live. A municipality has the region it lies in. */
export interface Area {
  type: keyof typeof areaTypes;
  id: string;
  name: string;
  region?: string;
}

/**
 * The regions and municipalities in the order they are listed in: region after region, each followed by its
 * municipalities, by Danish alphabet. The country and unknown residences are left out.
 */
export function regionByRegion(areas: readonly Area[]): Area[] {
  const known = areas.filter(({id}) => id !== "unknown").toSorted((a, b) => a.name.localeCompare(b.name, "da"));
  const regions = known.filter(({type}) => type === "region");
  return regions.flatMap((region) => [region, ...known.filter((area) => area.region === region.id)]);
}
