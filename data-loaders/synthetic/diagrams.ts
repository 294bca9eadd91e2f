import {range} from "d3-array";
import type {Codebook} from "../ground/codebook.js";
import type {Assumptions} from "./assumptions.js";
import {diagramSizes, type Size} from "./diagramSizes.js";
import {top} from "./draw.js";
import {exchange} from "./exchange.js";
import type {Bar, PrintedForm} from "./printed.js";
import {stream} from "./randomness.js";
import {ticked, type Sheet} from "./sheet.js";
import {tendency, type Context} from "./tendency.js";
import {tune} from "./tune.js";

/** A variation diagram: the answers of which any counts. */
export interface Diagram {
  figure: string;
  anyOf: string[];
}

/** The diagrams printed for a form; a diagram shows an answer or a measure of the code book. */
export function diagramsOf(codebook: Codebook, assumptions: Assumptions, bars: Bar[]): Diagram[] {
  return [...new Set(bars.map((bar) => bar.figure))].map((figure) => {
    const shown = assumptions.diagrams.shows[figure]!;
    return {figure, anyOf: codebook.measures.find((m) => m.id === shown)?.anyOf ?? [shown]};
  });
}

/** Registrations per participant and per diagram that meet the bars and the printed totals. */
export function sizesOf(
  diagrams: Diagram[],
  bars: Bar[],
  printed: PrintedForm,
  assumptions: Assumptions,
  profession: string,
  seed: number
): Promise<Size[]> {
  const numbers = [...new Set(bars.map((bar) => bar.participant))].sort((a, b) => Number(a) - Number(b));
  const percent = (participant: string, figure: string) =>
    bars.find((bar) => bar.participant === participant && bar.figure === figure)!.percent;
  const shares = numbers.map((participant) => ({
    participant,
    percents: diagrams.map((d) => percent(participant, d.figure))
  }));
  const totals = diagrams.map(({anyOf}): [number, number] => {
    const counts = anyOf.map((ref) => printed.counts.get(ref)!);
    const most = counts.reduce((a, b) => a + b, 0);
    return anyOf.length > 1 ? [Math.max(...counts, most - assumptions.diagrams.both_at_most), most] : [most, most];
  });
  const limits = {...assumptions.participants[profession]!, registrations: printed.registrations, totals};
  return diagramSizes(shares, limits, stream(seed, `${profession}/sizes`));
}

/**
 * Ticks the answers of the diagrams, so that every participant has the number that the bar
 * shows. Where a diagram counts either of two answers, their totals say how many rows have
 * both; which rows have which is tuned like other answers.
 */
export function tickDiagrams(context: Context, diagrams: Diagram[], sizes: Size[], printed: PrintedForm): void {
  const {sheet} = context;
  const rows = range(sheet.participantOf.length);
  const rowsOf = sheet.participants.map((_, p) => rows.filter((row) => sheet.participantOf[row] === p));
  // A diagram of one answer first: it may pull along the rows of the others.
  for (const [d, {anyOf}] of [...diagrams.entries()].sort((a, b) => a[1].anyOf.length - b[1].anyOf.length)) {
    const [first, second] = anyOf as [string, string | undefined];
    const score = tendency(context, first, 0)(0);
    const any = sizes.flatMap((size, p) => top(rowsOf[p]!, size.counts[d]!, score));
    if (!second) {
      sheet.ticks.set(first, marks(sheet, any));
      continue;
    }
    const both = printed.counts.get(first)! + printed.counts.get(second)! - any.length;
    const inclination = {first: tendency(context, first, 0), second: tendency(context, second, 0)};
    const ticks = tune(context, [first, second], (sd) => {
      const withSecond = top(any, printed.counts.get(second)!, inclination.second(sd.get(second)!));
      const withBoth = new Set(top(withSecond, both, inclination.first(sd.get(first)!)));
      const without = any.filter((row) => !withSecond.includes(row) || withBoth.has(row));
      return new Map([
        [second, marks(sheet, withSecond)],
        [first, marks(sheet, without)]
      ]);
    });
    // All these rows count in the diagram, whichever of the two answers they have.
    exchange(context, anyOf.join("+"), [any], ticks);
    for (const [ref, mark] of ticks) sheet.ticks.set(ref, mark);
  }
  for (const ref of diagrams.flatMap((d) => d.anyOf)) {
    if (ticked(sheet, ref) !== printed.counts.get(ref)) throw new RangeError(`the diagrams do not add up to ${ref}`);
  }
}

function marks(sheet: Sheet, rows: number[]): Uint8Array {
  const result = new Uint8Array(sheet.participantOf.length);
  for (const row of rows) result[row] = 1;
  return result;
}
