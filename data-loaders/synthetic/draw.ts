import {repair, type Movable, type Score} from "./repair.js";

/** The `count` rows with the highest scores: with Gumbel noise in them, a weighted sample without replacement. */
export function top(rows: number[], count: number, score: Score): number[] {
  if (count > rows.length) throw new RangeError(`${count} ticks for ${rows.length} registrations`);
  if (count === 0) return [];
  if (count === rows.length) return rows;
  const scored = rows.map((row) => ({row, score: score(row)}));
  return scored
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, count)
    .map(({row}) => row);
}

/** What is to be ticked in one block among rows that are alike (one consultation, one severity). */
export interface Drawing {
  /** Rows with an answer in this block. */
  rows: number[];
  /** How many tick "none of these" alone. */
  none: {count: number; score: Score};
  /** Answers to tick, with their exact number. Ticks that stand already are kept. */
  answers: (Movable & {count: number})[];
  /** Ticks in this block that are not drawn here and never move. */
  standing: (row: number) => number;
  /** The rows of one participant prefer to exchange ticks among themselves. */
  participantOf: (row: number) => number;
}

/**
 * Draw, then repair: every answer gets its exact number of ticks among the rows that do not say "none of these", and
 * every such row ends with at least one tick. Writes into the answers' ticks.
 *
 * @returns the rows that say "none of these"
 * @throws RangeError when there are fewer ticks than rows that need one
 */
export function drawThenRepair(drawing: Drawing): number[] {
  const {rows, none, answers, standing} = drawing;
  const saysNone = top(
    rows.filter((row) => standing(row) === 0),
    none.count,
    none.score
  );
  const excluded = new Set(saysNone);
  const others = rows.filter((row) => !excluded.has(row));
  for (const {ticks, count, score} of answers) for (const row of top(others, count, score)) ticks[row] = 1;
  repair({rows: others, answers, standing, participantOf: drawing.participantOf});
  return saysNone;
}
