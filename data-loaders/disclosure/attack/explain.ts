import {connectedParts, type Need, type System} from "../system.js";
import {loadSolver, Program} from "./program.js";

/** More sums than this explain nothing to a reader. */
const mostNamed = 12;

/**
 * The sums that make a cell narrower than required: those with a dual value in the linear program that bounds it, since
 * their combination is the proof. Where only whole numbers make it narrow, the sums nearest to the cell.
 */
export async function revealingRelations(system: System, {cell, from, to}: Need): Promise<string[]> {
  const highs = await loadSolver();
  const {cells, relations} = system;
  const open = (c: number) => cells[c]!.low < cells[c]!.high;
  const part = new Set(
    connectedParts(cells.length, relations, open).find((members) => members.includes(cell)) ?? [cell]
  );
  const own = relations.filter(({terms}) => terms.some((term) => part.has(term.cell)));
  const used = [...new Set(own.flatMap(({terms}) => terms.map((term) => term.cell)).concat(cell))];
  const place = new Map(used.map((c, i) => [c, i]));
  const rows = own.map((relation) => ({
    ...relation,
    terms: relation.terms.map((t) => ({cell: place.get(t.cell)!, factor: t.factor}))
  }));
  const program = new Program(
    highs,
    used.map((c) => cells[c]!),
    rows
  );
  try {
    const p = place.get(cell)!;
    const proofs = [
      [1, (value: number) => value > from + 1e-6] as const,
      [-1, (value: number) => -value < to - 1e-6] as const
    ].flatMap(([cost, proves]) => {
      program.minimise([[p, cost]]);
      const outcome = program.solve();
      return outcome.status === "optimal" && proves(outcome.value)
        ? [own.filter((_, r) => Math.abs(outcome.rowDual[r]!) > 1e-7)]
        : [];
    });
    const used = proofs.length > 0 ? proofs.flat() : own.toSorted((a, b) => distance(b, cell) - distance(a, cell));
    return [...new Set(used.map(({name}) => name))].slice(0, mostNamed);
  } finally {
    program.dispose();
  }
}

function distance({terms}: System["relations"][number], cell: number): number {
  return Number(terms.some((term) => term.cell === cell));
}
