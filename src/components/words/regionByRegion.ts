import type {Area} from "../../../data-loaders/facts/registerFacts.js";
import {compareDanish} from "./format.js";

/**
 * The areas that have a profile in the order they are listed in: region after region, each
 * followed by its municipalities, by Danish alphabet.
 */
export function regionByRegion(areas: readonly Area[]): Area[] {
  const known = areas.filter(({id}) => id !== "unknown").toSorted((a, b) => compareDanish(a.name, b.name));
  const regions = known.filter(({type}) => type === "region");
  return regions.flatMap((region) => [region, ...known.filter((area) => area.region === region.id)]);
}
