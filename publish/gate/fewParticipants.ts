import {attack} from "../../data-loaders/disclosure/attack/attack.js";
import type {Effort} from "../../data-loaders/disclosure/attack/effort.js";
import {revealingRelations} from "../../data-loaders/disclosure/attack/explain.js";
import {spans, type Span} from "../../data-loaders/disclosure/attack/span.js";
import {reachesAround} from "../../data-loaders/disclosure/contribution.js";
import type {DisclosureRules} from "../../data-loaders/ground/rules.js";
import type {System} from "../../data-loaders/disclosure/system.js";
import type {Seen} from "./seen.js";

/**
 * Whether each row that says that few participants are behind it leaves one of its counts unknown enough: its interval
 * is as wide as the rules ask, or at one end as far as if every number were hidden. Returns one sentence a fault.
 */
export async function toldOfFewParticipants(
  system: System,
  unprotected: System,
  {ofFewParticipants: rows}: Seen,
  rules: DisclosureRules,
  effort: () => Effort
): Promise<string[]> {
  const found = new Map(
    (await spans(system, [...new Set(rows.flat())], (low, high) => reachesAround(low, high, rules), effort)).map(
      (span) => [span.cell, span]
    )
  );
  const suspect = rows
    .map((places) => places.map((place) => found.get(place)!))
    .filter((spansOfRow) => spansOfRow.every(({result}) => result !== "wide"));
  const faults: string[] = [];
  for (const [span] of suspect as [Span, ...Span[]][]) {
    const {cell, low, high, result} = span;
    const {key} = system.cells[cell]!;
    if (result === "unproven") faults.push(`${key}: det kunne ikke bevises i tide, at tallet ikke kan regnes ud.`);
    else if (await couldBeWider(unprotected, span, effort)) {
      const by = await revealingRelations(system, {cell, atMost: low - 1, atLeast: high + 1});
      faults.push(
        `${key} kan regnes ud til ${low === high ? low : `mellem ${low} og ${high}`}, selv om få deltagere står bag, af: ${by.join("; ")}.`
      );
    }
  }
  return [...new Set(faults)];
}

/** Whether the interval would reach further at both ends, or be one at all, had every number been hidden. */
async function couldBeWider(unprotected: System, {cell, low, high}: Span, effort: () => Effort): Promise<boolean> {
  const {verdicts} = await attack(unprotected, [{cell, atMost: low - 1, atLeast: high + 1}], {effort});
  const most = verdicts[0]!;
  return low === high ? most.low < low || most.high > high : most.low < low && most.high > high;
}
