import {Effort} from "../attack/effort.js";
import type {Need} from "../system.js";
import {candidates} from "./block.js";
import type {BlockTask} from "./choose.js";
import {narrowNeeds} from "./stuck.js";

/** The needs of a block that are not met when everything is hidden in it that may be. */
export function work({block, iterations}: BlockTask): Promise<Need[]> {
  return narrowNeeds(block, new Set([...block.given, ...candidates(block)]), () => new Effort(iterations));
}
