import {greatest} from "d3-array";
import type {Need, System} from "../system.js";
import {attack, type AttackOptions} from "./attack.js";

/**
 * Needs as far as they can be met at all: by numbers one after another, as many as there are.
 * @param nothing what is known when everything is hidden that may be
 */
export async function possibleNeeds(
  nothing: System,
  needs: Need[],
  options: Omit<AttackOptions, "ranges"> = {}
): Promise<Need[]> {
  const narrowOf = async (asked: Need[]) => {
    const {verdicts} = await attack(nothing, asked, options);
    return asked.filter((_, n) => verdicts[n] === "narrow");
  };
  const narrow = await narrowOf(needs);
  if (narrow.length === 0) return needs;
  const {ranges} = await attack(nothing, [], {...options, ranges: narrow.map(({cell}) => cell)});
  const lowered = new Map(
    narrow.map((need, i) => {
      const {least, most} = ranges[i]!;
      return [need, {...need, from: Math.max(need.from, least), to: Math.min(need.to, most)}] as const;
    })
  );
  // Shares leave some numbers out between those that are possible.
  const broken = new Set(await narrowOf([...lowered.values()].filter(({from, to}) => from < to)));
  for (const [need, now] of lowered) if (broken.has(now)) lowered.set(need, await longestRun(now));
  return needs.flatMap((need) => {
    const now = lowered.get(need);
    return now && now.from >= now.to ? [] : [now ?? need];
  });

  async function longestRun(need: Need): Promise<Need> {
    const one = (value: number): Need => ({cell: need.cell, from: value, to: value});
    const all = Array.from({length: need.to - need.from + 1}, (_, i) => one(need.from + i));
    const impossible = new Set(await narrowOf(all));
    const runs: Need[] = [{...need, to: need.from - 1}];
    for (const value of all) {
      const run = runs.at(-1)!;
      if (impossible.has(value)) runs.push({...need, from: value.to + 1, to: value.to});
      else run.to = value.to;
    }
    return greatest(runs, ({from, to}) => to - from)!;
  }
}
