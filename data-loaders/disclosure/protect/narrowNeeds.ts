import {attack} from "../attack/attack.js";
import type {Effort} from "../attack/effort.js";
import type {Need} from "../system.js";
import {systemOf, type Block} from "./block.js";

/** The needs of a block that are not met when these of its cells are hidden. */
export async function narrowNeeds(block: Block, hidden: ReadonlySet<number>, effort: () => Effort): Promise<Need[]> {
  const {verdicts} = await attack(systemOf(block, hidden), block.needs, {effort, intervals: false});
  const open = new Set(verdicts.filter(({result}) => result !== "protected").map(({cell}) => cell));
  return block.needs.filter(({cell}) => open.has(cell));
}
