import type {PrevalenceStep} from "../../../data-loaders/programme/prevalence.js";
import type {Status} from "../../domain/status.js";
import {rangeOf, type Range, type Ranged} from "./range.js";

/** An area's people, and what the registers count of them. */
export interface AreaPeople extends Ranged<"patients" | "operated"> {
  adults: number | null;
  inhabitants: number | null;
  patients: number | null;
  patients_status: Status;
  operated: number | null;
  operated_status: Status;
}

/** One step from the population to the patient in an area. */
export interface PopulationRow {
  id: string;
  label: string;
  /** People expected by the printed share, unrounded; null where no share is printed or its denominator is unknown. */
  low: number | null;
  high: number | null;
  /** Those that the registers count; undefined where they count none of the kind. */
  counted?: {value: number | null; range?: Range; status: Status};
  note: string;
}

/**
 * The printed shares applied to an area's people: a share of a step is applied to that step's
 * ends, so that ranges stay ranges.
 */
export function populationRows(steps: readonly PrevalenceStep[], people: AreaPeople): PopulationRow[] {
  const ends = new Map<string, {low: number | null; high: number | null}>([
    ["adults", {low: people.adults, high: people.adults}],
    ["inhabitants", {low: people.inhabitants, high: people.inhabitants}]
  ]);
  return steps.map(({id, label, share, of, registers, note}) => {
    const whole = ends.get(of ?? "") ?? {low: null, high: null};
    const part = (people: number | null, by: number | undefined) =>
      people === null || by === undefined ? null : people * by;
    const expected = {low: part(whole.low, share?.low), high: part(whole.high, share?.high)};
    ends.set(id, expected);
    const range = registers && rangeOf(people, registers);
    const counted = registers && {
      value: people[registers],
      ...(range && {range}),
      status: people[`${registers}_status`]
    };
    return {id, label, ...expected, ...(counted && {counted}), note};
  });
}
