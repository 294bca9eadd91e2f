import {FileAttachment} from "observablehq:stdlib";
import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import {dataText} from "./citation.js";
import {hospitalPlaces} from "../../domain/areas.js";
import {labels} from "../../domain/words.js";

/**
 * What pages on registers have without a query: periods, areas, definitions, words, and where the figures come from.
 */
export const registers: RegisterFacts = await FileAttachment("../../data/registers.json").json<RegisterFacts>();

/** The source that every figure on registers states. */
export const registerProvenance = {
  source: `registrene bag Dansk Rygdatabase, ${dataText(registers)}`,
  seal: registers.seal.slice(0, 12),
  synthetic: registers.synthetic
};

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
