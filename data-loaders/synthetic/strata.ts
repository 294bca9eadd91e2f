import {sum} from "d3-array";
import {Refusal} from "../ground/refusal.js";
import type {Effect} from "./assumptions.js";
import type {Known} from "./printed.js";
import type {Sheet} from "./sheet.js";
import {spread} from "./spread.js";

/** Registrations at the same kind of consultation and alike in severity. */
export interface Stratum {
  consultation: string;
  severe: boolean;
  rows: number[];
}

/** The strata of a form that hold any registration. */
export function strataOf(sheet: Sheet): Stratum[] {
  return ["first", "later", "phone", ""]
    .flatMap((consultation) => [true, false].map((severe) => ({consultation, severe, rows: [] as number[]})))
    .map((stratum) => ({
      ...stratum,
      rows: sheet.consultation.flatMap((consultation, row) =>
        consultation === stratum.consultation && (sheet.severe[row] === 1) === stratum.severe ? [row] : []
      )
    }))
    .filter((stratum) => stratum.rows.length > 0);
}

/** A stratum's log odds against a first consultation with a patient not severely affected. */
export function logOdds(effect: Effect, consultation: string, severe: boolean): number {
  // An unknown consultation may be either.
  const later = consultation === "later" ? 1 : consultation === "" ? 0.5 : 0;
  return effect.later * later + (severe ? effect.severe : 0);
}

/** What an answer's numbers per stratum must meet. */
export interface Demand {
  /** `question.answer`, for the message when it cannot be met. */
  answer: string;
  total: number;
  effect: Effect;
  /** Numbers that a figure or a claim gives. */
  known: Known[];
  /** Per stratum, the fewest and the most ticks there is room for. */
  low: number[];
  high: number[];
}

/**
 * How many ticks of one answer every stratum gets: what figures and claims give exactly, the rest by the assumed
 * effects.
 *
 * @throws Refusal when the printed total, the figures and the assumptions contradict each other
 */
export function countsByStratum(demand: Demand, strata: Stratum[]): number[] {
  const counts = strata.map(() => NaN);
  const place = (total: number, member: (stratum: Stratum) => boolean) => {
    const inside = strata.map((_, i) => i).filter((i) => member(strata[i]!));
    const open = inside.filter((i) => Number.isNaN(counts[i]!));
    const cells = open.map((i) => ({
      size: strata[i]!.rows.length,
      effect: logOdds(demand.effect, strata[i]!.consultation, strata[i]!.severe),
      low: demand.low[i]!,
      high: demand.high[i]!
    }));
    const rest = total - sum(inside, (i) => counts[i]!);
    try {
      spread(rest, cells).forEach((count, i) => (counts[open[i]!] = count));
    } catch (error) {
      const reason = (error as Error).message;
      throw new Refusal(`Antagelserne om "${demand.answer}" kan ikke forenes med de trykte tal (${reason}); ret dem.`);
    }
  };
  // The narrowest first, so that a whole consultation gets what its severely affected have left.
  for (const known of demand.known.toSorted((a, b) => Number(b.severe) - Number(a.severe))) {
    place(known.count, (s) => s.consultation === known.consultation && (!known.severe || s.severe));
  }
  place(demand.total, () => true);
  return counts;
}
