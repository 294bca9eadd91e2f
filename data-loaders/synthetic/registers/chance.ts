import {text} from "../../engine/session.js";

/** SQL for whether a person is among a share of all; one purpose is one draw. */
export function chosen(purpose: string, share: number): string {
  return `u(person, ${text(purpose)}) < ${share}`;
}

/** SQL for a day from `low` days after the index date, or before it, until `high` days. */
export function dayAround(purpose: string, low: number, high: number): string {
  return `(seen_on + ${low} + floor(u(person, ${text(purpose)}) * ${high - low})::INTEGER)::DATE`;
}
