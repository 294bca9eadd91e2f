import type {Context} from "./tendency.js";
import {intraclass} from "./intraclass.js";
import {stream} from "./randomness.js";
import {clusters} from "./sheet.js";

const ROUNDS = 11;
/** Log odds between participants beyond which an answer would be all or nothing. */
const WIDEST = 5;

/**
 * Finds how much participants must differ in each answer for its intraclass correlation to come near the target, by
 * bisection over all answers of a block at once: they are drawn together, and chance is the same in every round.
 *
 * @param answers the answers to tune, `question.answer`
 * @param draw makes the ticks for given standard deviations between participants (log odds)
 * @returns the ticks of the draw that came nearest: the answers of a block disturb each other a little
 */
export function tune(
  context: Context,
  answers: string[],
  draw: (sd: Map<string, number>) => Map<string, Uint8Array>
): Map<string, Uint8Array> {
  const search = answers.map((answer) => ({answer, target: targetOf(context, answer), low: 0, high: WIDEST}));
  let best = {error: Infinity, ticks: new Map<string, Uint8Array>()};
  for (let round = 0; round < ROUNDS; round++) {
    const ticks = draw(new Map(search.map(({answer, low, high}) => [answer, (low + high) / 2])));
    let error = 0;
    for (const state of search) {
      const measured = intraclass(clusters(context.sheet, ticks.get(state.answer)!)) ?? 0;
      const half = (state.low + state.high) / 2;
      if (measured < state.target) state.low = half;
      else state.high = half;
      error += (measured - state.target) ** 2;
    }
    if (error < best.error) best = {error, ticks};
  }
  return best.ticks;
}

/** An answer's own target within the interval assumed for its question. */
function targetOf({sheet, assumptions, seed}: Context, ref: string): number {
  const {target} = assumptions.intraclass;
  const [low, high] = target[ref.endsWith(".missing") ? "missing" : ref.split(".")[0]!] ?? target.default;
  return low + (high - low) * stream(seed, `${sheet.profession.id}/target/${ref}`)();
}
