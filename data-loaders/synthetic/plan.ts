import {sum} from "d3-array";
import type {Question} from "../ground/codebook.js";
import {Refusal} from "../ground/refusal.js";
import {effectOn} from "./assumptions.js";
import type {PrintedForm} from "./printed.js";
import {countsByStratum, type Stratum} from "./strata.js";
import type {Context} from "./tendency.js";

/** What a block of a form holds: `question.answer` throughout. */
export interface Block {
  question: string;
  /** Answers ticked before this block is drawn. */
  standing: string[];
  /** "None of these". */
  none: string | undefined;
  /** Answers that exclude each other, rarest first; the last is what remains. Of a single-choice question, all. */
  oneOf: string[];
  /** Answers that go with any other. */
  free: string[];
  /** An answer of `oneOf` that some rows tick beside another one of `oneOf`. */
  second: {answer: string; beside: string} | undefined;
}

/** How many ticks of everything one stratum gets. */
export interface StratumPlan {
  stratum: Stratum;
  missing: number;
  none: number;
  /** Rows with no answer of `oneOf`, only others. */
  nothing: number;
  /** Rows with a second answer of `oneOf`. */
  second: number;
  counts: Map<string, number>;
}

/** Sorts a question's answers by how they are drawn. */
export function blockOf(context: Context, question: Question, printed: PrintedForm): Block {
  const {sheet, assumptions} = context;
  const ref = (id: string) => `${question.id}.${id}`;
  const all = question.answers.map((a) => ref(a.id));
  const exclusive = question.type === "single" ? all : (assumptions.one_of[question.id] ?? []).map(ref);
  const open = all.filter((a) => !sheet.ticks.has(a));
  const none = question.answers.find((a) => a.excludesOthers);
  const oneOf = exclusive
    .filter((a) => open.includes(a))
    .sort((a, b) => printed.counts.get(a)! - printed.counts.get(b)!);
  return {
    question: question.id,
    standing: all.filter((a) => sheet.ticks.has(a)),
    none: none && ref(none.id),
    oneOf,
    free: open.filter((a) => a !== (none && ref(none.id)) && !oneOf.includes(a)),
    second: assumptions.second_ticks.find((s) => s.profession === sheet.profession.id && oneOf.includes(s.answer))
  };
}

/**
 * How many rows of every stratum leave the block out.
 * @param most those that may: rows without a standing tick
 */
export function planMissing(
  {sheet, assumptions}: Context,
  block: Block,
  strata: Stratum[],
  most: number[],
  printed: PrintedForm
): number[] {
  const answer = `${block.question}.missing`;
  return countsByStratum(
    {
      answer,
      total: printed.counts.get(answer)!,
      effect: effectOn(assumptions, sheet.profession.id, answer),
      known: [],
      low: strata.map(() => 0),
      high: most
    },
    strata
  );
}

/**
 * Splits every total of a block over the strata, so that each leaves room for the next: answers,
 * then those that exclude each other, then "none of these" within what the answers leave.
 */
export function planBlock(
  context: Context,
  block: Block,
  strata: Stratum[],
  missing: number[],
  printed: PrintedForm
): StratumPlan[] {
  const {sheet, assumptions} = context;
  const total = (answer: string) => printed.counts.get(answer)!;
  const zeros = strata.map(() => 0);
  const place = (answer: string, n: number, high: number[], low = zeros) =>
    countsByStratum(
      {
        answer,
        total: n,
        effect: effectOn(assumptions, sheet.profession.id, answer),
        known: printed.known.filter((known) => known.answer === answer),
        low,
        high
      },
      strata
    );
  const standing = strata.map((s) => s.rows.map((row) => sum(block.standing, (a) => sheet.ticks.get(a)![row]!)));
  const answered = strata.map((s, i) => s.rows.length - missing[i]!);
  const counts = new Map(block.free.map((answer) => [answer, place(answer, total(answer), answered)]));

  // Answers that exclude each other: a standing one (radiation below the knee) takes its rows; then one for every row,
  // save the few that have only other answers.
  const already = standing.map((rows) => rows.filter((n) => n > 0).length);
  const taken = assumptions.one_of[block.question] ? zeros : already;
  const surplus = block.oneOf.length ? sum(block.oneOf, total) + sum(taken) - sum(answered) : 0;
  if (surplus > 0 && !block.second) {
    throw new Refusal(`"${block.question}" har ${surplus} kryds for mange; tilføj second_ticks i antagelserne.`);
  }
  const nothing = place(`${block.question}.nothing`, Math.max(0, -surplus), already);
  const room = answered.map((n, i) => n - taken[i]! - nothing[i]!);
  for (const [i, answer] of block.oneOf.entries()) {
    const extra = surplus > 0 && block.second!.answer === answer ? surplus : 0;
    const last = i === block.oneOf.length - 1;
    const placed = place(answer, total(answer) - extra, room, last ? room : zeros);
    placed.forEach((n, s) => (room[s]! -= n));
    counts.set(answer, placed);
  }
  const second = surplus > 0 ? place(`${block.question}.second`, surplus, counts.get(block.second!.beside)!) : zeros;

  let none = zeros;
  if (block.none) {
    const idle = standing.map((rows, i) => Math.min(answered[i]!, rows.filter((n) => n === 0).length));
    // Two standing ticks on one row serve one row only.
    const ticks = strata.map((_, i) => [...counts.values()].map((c) => c[i]!));
    const useful = already.map((n, i) => n + sum(ticks[i]!));
    const most = answered.map((n, i) => Math.min(idle[i]!, n - Math.max(0, ...ticks[i]!)));
    none = place(
      block.none,
      total(block.none),
      most,
      useful.map((n, i) => Math.max(0, answered[i]! - n))
    );
  }
  return strata.map((stratum, i) => ({
    stratum,
    missing: missing[i]!,
    none: none[i]!,
    nothing: nothing[i]!,
    second: second[i]!,
    counts: new Map([...counts].map(([answer, c]) => [answer, c[i]!]))
  }));
}
