import {hospitalPlaces} from "../../domain/areas.js";
import {labels} from "../../domain/words.js";
import {registers} from "./registers.js";

const places = labels(hospitalPlaces);
const regions = registers.areas.filter(({type, id}) => type === "region" && id !== "unknown");

/** Where hospitals lie, in the order figures show them: the country, the regions, and what has none. */
export const hospitalRegions: {id: string; label: string}[] = [
  {id: "country", label: places.country},
  ...regions.map(({id, name}) => ({id, label: name})),
  {id: "private", label: places.private},
  {id: "unknown", label: places.unknown}
];

/** The regions as they stand in a sentence, by id. */
export const regionsInText: Record<string, string> = Object.fromEntries(
  regions.map(({id, name}) => [id, `Region ${name}`])
);
