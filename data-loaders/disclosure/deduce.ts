import type {Assembly} from "./assemble.js";
import {Effort} from "./attack/effort.js";
import {presolve} from "./attack/presolve.js";
import {loadSolver} from "./attack/program.js";
import {Tables} from "./attack/tables.js";
import type {Sums} from "../tables/counted/group.js";

/**
 * Gives groups that no row prints the value that the sums give them; those that no sum gives, such as
 * the diagnoses of an indicator's patients when only one is printed, get values that fit.
 * @throws Error when no values fit: then a sum is declared that does not hold
 */
export async function deduce({cells, relations}: Assembly, sums: Sums): Promise<void> {
  const touching = cells.map((): number[] => []);
  relations.forEach(({terms, low, high}, r) => low === high && terms.forEach(({cell}) => touching[cell]!.push(r)));
  const queue = relations.flatMap(({low, high}, r) => (low === high ? [r] : []));
  for (let next = 0; next < queue.length; next++) {
    const {terms, low} = relations[queue[next]!]!;
    const unknown = terms.filter(({cell}) => cells[cell]!.value === undefined);
    if (unknown.length !== 1) continue;
    const {cell, factor} = unknown[0]!;
    const known = terms.reduce(
      (sum, term) => (term.cell === cell ? sum : sum + term.factor * cells[term.cell]!.value!),
      0
    );
    cells[cell]!.value = (low - known) / factor;
    queue.push(...touching[cell]!);
  }
  const bounds = cells.map(({key, value}) => ({key, low: value ?? 0, high: value ?? Infinity}));
  const {parts, low, contradiction} = presolve({cells: bounds, relations});
  if (contradiction !== undefined) throw new Error(`a declared sum does not hold: ${contradiction}`);
  const highs = await loadSolver();
  for (const part of parts) {
    const tables = new Tables(
      highs,
      part.cells.map((cell) => ({low: low[cell]!, high: Infinity})),
      part.relations,
      new Effort(1_000_000)
    );
    const {table} = tables.find(0, low[part.cells[0]!]!, Infinity);
    tables.dispose();
    if (!table) throw new Error(`no counts meet the sums of ${cells[part.cells[0]!]!.key}`);
    part.cells.forEach((cell, i) => Object.assign(cells[cell]!, {value: table[i], assumed: true}));
  }
  cells.forEach((cell, i) => {
    cell.value ??= low[i];
    if (!cell.printed && cell.value === 0 && sums.isKnownWhenEmpty?.(cell.group)) cell.empty = true;
  });
}
