import type {Program} from "../attack/program.js";
import type {Need} from "../system.js";
import type {Block} from "./block.js";

/** Σ coefficient · hidden ≥ 1 over cells of a block: what every sufficient choice of hidden cells meets. */
export type Cut = [cell: number, coefficient: number][];

const tiny = 1e-7;

/**
 * What a linear program that bounds a cell too tightly says about the choice of hidden cells (capacity constraints of
 * M. Fischetti and J. J. Salazar, JASA 2000;95:916-28). With row duals y and reduced costs d = c - A'y, the bound is
 * Σ y·limit + Σ d·bound of each cell; hiding a cell moves its own bound and nothing else, so that the moves must add up
 * to what is missing. Coefficients above what is missing are cut to it, since one hidden cell is then enough.
 * @param program the block's relations, with the bounds of the present choice
 * @param way -1: the cell cannot be small enough, 1: not large enough
 * @param note is told of the table that the program finds
 */
export function capacityCut(
  program: Program,
  {cells, relations, given}: Block,
  {cell, from, to}: Need,
  way: -1 | 1,
  note: (x: Float64Array) => void
): Cut | undefined {
  program.minimise([[cell, -way]]);
  const outcome = program.solve();
  if (outcome.status === "optimal") note(outcome.x);
  const target = way < 0 ? from : -to;
  if (outcome.status !== "optimal" || outcome.value <= target + 1e-6) return undefined;
  const reduced = new Float64Array(cells.length);
  reduced[cell] = -way;
  let missing = -way * cells[cell]!.value - target;
  relations.forEach(({terms, low, high}, r) => {
    const dual = outcome.rowDual[r]!;
    const limit = dual > 0 ? low : high;
    if (Math.abs(dual) < tiny || !Number.isFinite(limit)) return;
    for (const term of terms) reduced[term.cell]! -= dual * term.factor;
    missing -= dual * (terms.reduce((sum, term) => sum + term.factor * cells[term.cell]!.value, 0) - limit);
  });
  const moves = cells.map(({value, hiddenLow, hiddenHigh}, i) => {
    const d = reduced[i]!;
    if (Math.abs(d) < tiny) return 0;
    return d > 0 ? d * (value - hiddenLow) : -d * (hiddenHigh - value);
  });
  cells.forEach(({published}, i) => {
    if (!published || given.has(i)) missing -= moves[i]!;
  });
  if (!(missing > tiny)) return undefined;
  return cells.flatMap(
    ({published, hideable}, i): Cut =>
      published && hideable && !given.has(i) && moves[i]! > tiny ? [[i, Math.min(1, moves[i]! / missing + tiny)]] : []
  );
}
