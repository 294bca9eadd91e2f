import type {Question} from "../ground/codebook.js";
import {drawThenRepair, top} from "./draw.js";
import {exchange} from "./exchange.js";
import {blockOf, planBlock, planMissing, type Block, type StratumPlan} from "./plan.js";
import type {PrintedForm} from "./printed.js";
import type {Score} from "./repair.js";
import {strataOf} from "./strata.js";
import {tendency, type Context} from "./tendency.js";
import {tune} from "./tune.js";

/**
 * Fills one question of a form: who leaves it out, then every answer's exact number of ticks. Writes into the sheet.
 */
export function fillBlock(context: Context, question: Question, printed: PrintedForm): void {
  const {sheet, assumptions} = context;
  const strata = strataOf(sheet);
  const block = blockOf(context, question, printed);
  const leaveOut = `${question.id}.missing`;
  const inclination = tendency(context, leaveOut, assumptions.together.missing ?? 0);
  const free = (row: number) => block.standing.every((answer) => sheet.ticks.get(answer)![row] === 0);
  const candidates = strata.map((s) => s.rows.filter(free));
  const planned = planMissing(
    context,
    block,
    strata,
    candidates.map((rows) => rows.length),
    printed
  );
  const missing = tune(context, [leaveOut], (sd) => {
    const result = new Uint8Array(sheet.participantOf.length);
    const score = inclination(sd.get(leaveOut)!);
    candidates.forEach((rows, i) => {
      for (const row of top(rows, planned[i]!, score)) result[row] = 1;
    });
    return new Map([[leaveOut, result]]);
  }).get(leaveOut)!;
  const plans = planBlock(context, block, strata, planned, printed);
  const load = assumptions.together[question.id] ?? 0;
  const drawn = [...block.free, ...block.oneOf, ...(block.none ? [block.none] : [])];
  const tendencies = new Map(
    drawn.map((answer) => [answer, tendency(context, answer, answer === block.none ? -load : load)])
  );
  // What remains when all others are drawn follows from them.
  const tuned = drawn.filter((answer) => answer !== block.oneOf.at(-1));
  const ticks = tune(context, tuned, (sd) => {
    const result = new Map(drawn.map((answer) => [answer, new Uint8Array(sheet.participantOf.length)]));
    const score = (answer: string): Score => tendencies.get(answer)!(sd.get(answer) ?? 0);
    for (const plan of plans) drawStratum(context, block, plan, missing, result, score);
    return result;
  });
  exchange(context, question.id, candidates, new Map([...ticks, [leaveOut, missing]]));
  sheet.missing.set(question.id, missing);
  for (const [answer, marks] of ticks) sheet.ticks.set(answer, marks);
}

function drawStratum(
  {sheet}: Context,
  block: Block,
  plan: StratumPlan,
  missing: Uint8Array,
  ticks: Map<string, Uint8Array>,
  score: (answer: string) => Score
): void {
  const rows = plan.stratum.rows.filter((row) => missing[row] === 0);
  const standing = (row: number) => block.standing.reduce((n, answer) => n + sheet.ticks.get(answer)![row]!, 0);
  const answers = block.free.map((answer) => ({
    ticks: ticks.get(answer)!,
    score: score(answer),
    count: plan.counts.get(answer)!
  }));
  if (block.oneOf.length === 0) {
    const none = {count: plan.none, score: block.none ? score(block.none) : () => 0};
    const saysNone = drawThenRepair({rows, none, answers, standing, participantOf: (row) => sheet.participantOf[row]!});
    for (const row of saysNone) ticks.get(block.none!)![row] = 1;
    return;
  }
  for (const {ticks: marks, count, score: call} of answers) for (const row of top(rows, count, call)) marks[row] = 1;
  drawOneOf(block, plan, rows, standing, ticks, score);
}

/** One of the answers that exclude each other for every row, rarest first; the last takes what remains. */
function drawOneOf(
  block: Block,
  plan: StratumPlan,
  rows: number[],
  standing: (row: number) => number,
  ticks: Map<string, Uint8Array>,
  score: (answer: string) => Score
): void {
  // In a single-choice question a standing tick is the row's answer; elsewhere it stands beside one.
  let open = block.free.length === 0 ? rows.filter((row) => standing(row) === 0) : rows;
  const take = (chosen: number[]) => {
    const gone = new Set(chosen);
    open = open.filter((row) => !gone.has(row));
    return chosen;
  };
  take(
    top(
      open.filter((row) => standing(row) > 0),
      plan.nothing,
      score(block.oneOf[0]!)
    )
  );
  for (const answer of block.oneOf) {
    for (const row of take(top(open, plan.counts.get(answer)!, score(answer)))) ticks.get(answer)![row] = 1;
  }
  if (!block.second) return;
  const beside = rows.filter((row) => ticks.get(block.second!.beside)![row] === 1);
  for (const row of top(beside, plan.second, score(block.second.answer))) ticks.get(block.second.answer)![row] = 1;
}
