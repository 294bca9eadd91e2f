import type {Need, System} from "../system.js";
import {attack, type AttackOptions} from "./attack.js";

/**
 * Needs as far as they can be met at all.
 * @param nothing what is known when everything is hidden that may be
 */
export async function possibleNeeds(
  nothing: System,
  needs: Need[],
  options: Omit<AttackOptions, "ranges"> = {}
): Promise<Need[]> {
  const {verdicts} = await attack(nothing, needs, options);
  const narrow = needs.filter((_, n) => verdicts[n] === "narrow");
  const {ranges} = await attack(nothing, [], {...options, ranges: narrow.map(({cell}) => cell)});
  const rangeOf = new Map(narrow.map((need, i) => [need, ranges[i]!]));
  return needs.flatMap((need) => {
    const range = rangeOf.get(need);
    if (!range) return [need];
    const [from, to] = [Math.max(need.from, range.least), Math.min(need.to, range.most)];
    return from < to ? [{...need, from, to}] : [];
  });
}
