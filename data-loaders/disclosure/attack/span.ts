import type {Effort} from "./effort.js";
import {presolve} from "./presolve.js";
import {loadSolver} from "./program.js";
import {Search} from "./search.js";
import {Tables} from "./tables.js";
import type {System} from "../system.js";

/** How far apart the values of a cell can be, followed until that is wide enough. */
export interface Span {
  cell: number;
  low: number;
  high: number;
  /** `narrow`: all there is, and not wide; `unproven`: it took too much effort to tell. */
  result: "wide" | "narrow" | "unproven";
}

/**
 * Whether an attacker who knows the system and nothing else is left with a wide interval of each cell asked for. As in
 * an attack, an interval is wide when two tables of whole numbers are at hand that agree with everything published.
 * @param effort how much may be done for each connected part
 */
export async function spans(
  system: System,
  cells: number[],
  isWide: (low: number, high: number) => boolean,
  effort: () => Effort
): Promise<Span[]> {
  const {low, high, parts} = presolve(system);
  const highs = await loadSolver();
  const asked = new Set(cells);
  const found = new Map(
    cells.map((cell): [number, Span] => [
      cell,
      {cell, low: low[cell]!, high: high[cell]!, result: isWide(low[cell]!, high[cell]!) ? "wide" : "narrow"}
    ])
  );
  for (const part of parts) {
    if (!part.cells.some((cell) => asked.has(cell))) continue;
    const tables = new Tables(
      highs,
      part.cells.map((cell) => ({low: low[cell]!, high: high[cell]!})),
      part.relations,
      effort()
    );
    try {
      const search = new Search(tables);
      part.cells.forEach(
        (cell, i) => asked.has(cell) && found.set(cell, {cell, ...follow(search, i, tables.bounds[i]!, isWide)})
      );
    } finally {
      tables.dispose();
    }
  }
  return cells.map((cell) => found.get(cell)!);
}

function follow(
  search: Search,
  cell: number,
  bounds: {low: number; high: number},
  isWide: (low: number, high: number) => boolean
): Omit<Span, "cell"> {
  // The solver may say minus zero.
  const interval = () => ({low: search.least[cell]! + 0, high: search.most[cell]! + 0});
  const enough = () => isWide(interval().low, interval().high);
  // Any table tells where to begin.
  if (search.reaches(cell, 1, bounds.low).reached !== "yes") return {...bounds, result: "unproven"};
  for (const way of [1, -1] as const) {
    const end = () => (way < 0 ? interval().low : interval().high);
    let limit = way < 0 ? bounds.low : bounds.high;
    for (let step = 1; end() !== limit && !enough(); ) {
      const target = way < 0 ? Math.max(limit, end() - step) : Math.min(limit, end() + step);
      const {reached} = search.reaches(cell, way, target);
      if (reached === "unproven") return {...bounds, result: "unproven"};
      if (reached === "no") limit = target - way;
      step = reached === "no" ? Math.max(1, step >> 1) : 2 * step;
    }
  }
  return {...interval(), result: enough() ? "wide" : "narrow"};
}
