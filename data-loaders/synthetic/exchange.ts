import {sum} from "d3-array";
import {intraclass} from "./intraclass.js";
import {stream} from "./randomness.js";
import {clusters} from "./sheet.js";
import type {Context} from "./tendency.js";

const PROPOSALS = 20_000;
/** Kept clear of the ends of the interval. */
const MARGIN = 0.005;

/**
 * Brings answers that tuning left outside the admitted intraclass correlations inside: two registrations of one stratum
 * exchange all they say in a block, which no total notices, and the exchange stands if it brings the block nearer
 * (random local search). Needed where a block has hardly more ticks than registrations, or an
 * answer follows from others.
 *
 * @param name of the block, for a stream of chance of its own
 * @param strata the rows of every stratum that may exchange; not those with answers that were ticked earlier
 * @param marks everything that the block says, one array per answer, "left out" among them; changed in place
 */
export function exchange(context: Context, name: string, strata: number[][], marks: Map<string, Uint8Array>): void {
  const {sheet, assumptions, seed} = context;
  const [low, high] = assumptions.intraclass.within;
  const often = (ticks: Uint8Array) => {
    const n = sum(ticks);
    return Math.min(n, ticks.length - n) >= assumptions.intraclass.too_rare;
  };
  const watched = [...marks]
    .filter(([answer, ticks]) => !answer.endsWith(".missing") && often(ticks))
    .map(([, ticks]) => ({ticks, clusters: clusters(sheet, ticks)}));
  const outside = () =>
    sum(watched, (answer) => {
      const value = intraclass(answer.clusters) ?? 0;
      return Math.max(0, low + MARGIN - value, value - high + MARGIN);
    });
  const swap = (a: number, b: number) => {
    for (const {ticks, clusters: own} of watched) {
      const difference = ticks[b]! - ticks[a]!;
      own[sheet.participantOf[a]!]!.y += difference;
      own[sheet.participantOf[b]!]!.y -= difference;
    }
    for (const ticks of marks.values()) [ticks[a], ticks[b]] = [ticks[b]!, ticks[a]!];
  };
  const next = stream(seed, `${sheet.profession.id}/exchange/${name}`);
  const rows = strata.flatMap((pool) => pool.map((row) => ({row, pool})));
  let distance = outside();
  for (let i = 0; i < PROPOSALS && distance > 0 && rows.length > 0; i++) {
    const {row, pool} = rows[Math.floor(next() * rows.length)]!;
    const other = pool[Math.floor(next() * pool.length)]!;
    swap(row, other);
    const now = outside();
    if (now < distance) distance = now;
    else swap(row, other);
  }
}
