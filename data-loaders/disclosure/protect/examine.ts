import {Effort} from "../attack/effort.js";
import type {Need} from "../system.js";
import {candidates} from "./block.js";
import type {BlockTask} from "./choose.js";
import {narrowNeeds} from "./stuck.js";

/** The needs of a block that are not met when everything is hidden in it that may be. */
export async function work({block, iterations}: BlockTask): Promise<Need[]> {
  const effort = () => new Effort(iterations);
  if ((await narrowNeeds(block, block.given, effort)).length === 0) return [];
  return narrowNeeds(block, new Set([...block.given, ...candidates(block)]), effort);
}
