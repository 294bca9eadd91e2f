/** How strongly a row calls for a tick; higher is likelier. */
export type Score = (row: number) => number;

/** An answer whose ticks may move from one row to another. */
export interface Movable {
  ticks: Uint8Array;
  score: Score;
}

/** Leaving a participant costs as much as this difference in log weight. */
const OTHER_PARTICIPANT = 2;

/**
 * Gives every row without a tick one from a row that has two or more: the move that costs least in score, within the
 * participant if it can be. Totals per answer stay as they are. Changes the answers' ticks.
 *
 * @throws RangeError when no row has a tick to spare
 */
export function repair(block: {
  rows: number[];
  answers: Movable[];
  standing: (row: number) => number;
  participantOf: (row: number) => number;
}): void {
  const {rows, answers, standing, participantOf} = block;
  const ticksOf = (row: number) => answers.reduce((n, answer) => n + answer.ticks[row]!, standing(row));
  const empty = rows.filter((row) => ticksOf(row) === 0);
  const givers = new Map(rows.map((row): [number, number] => [row, ticksOf(row)]).filter(([, n]) => n > 1));
  for (const row of empty) {
    const participant = participantOf(row);
    const gain = answers.map((answer) => answer.score(row));
    let best = {cost: Infinity, giver: -1, answer: -1};
    for (const giver of givers.keys()) {
      const distance = participantOf(giver) === participant ? 0 : OTHER_PARTICIPANT;
      for (const [a, answer] of answers.entries()) {
        if (answer.ticks[giver] !== 1) continue;
        const cost = answer.score(giver) - gain[a]! + distance;
        if (cost < best.cost) best = {cost, giver, answer: a};
      }
    }
    if (best.giver < 0) throw new RangeError("no tick to spare for a registration without one");
    answers[best.answer]!.ticks[best.giver] = 0;
    answers[best.answer]!.ticks[row] = 1;
    const left = givers.get(best.giver)! - 1;
    if (left > 1) givers.set(best.giver, left);
    else givers.delete(best.giver);
  }
}
