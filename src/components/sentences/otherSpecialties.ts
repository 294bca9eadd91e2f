import type {RegisterParameters} from "../../../data-loaders/ground/parameters.js";
import {specialties} from "../../domain/registers.js";

/** Where the few departments of other specialties are counted; nothing where they stand on their own. */
export function otherSpecialties({otherSpecialties: place}: Pick<RegisterParameters, "otherSpecialties">): string {
  return place === "other"
    ? ""
    : `Afdelinger med andre specialer ser få rygpatienter og tæller med som ${specialties[place].danish}.`;
}
