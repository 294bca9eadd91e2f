import * as fc from "fast-check";
import {sum} from "d3-array";
import {withSilent} from "../data-loaders/disclosure/protect/problem.js";
import {protect} from "../data-loaders/disclosure/protect/protect.js";
import {fewestByEnumeration, keptByEnumeration} from "./everyTable.js";
import {problemOf, shapes} from "./randomProblem.js";
import {aligned, atMost} from "./target.js";

/** Of every tenth table, all choices of hidden cells are tried, where there are no more than those of so many cells. */
const mostChoices = 7;

/** What one random table came to. */
interface Tried {
  cells: number;
  /**
   * By the program that protects tables of this size, by the heuristic for larger ones, and
   * the fewest of any choice where all were tried.
   */
  program: number;
  heuristic: number;
  fewest?: number;
  /**
   * Whether trying every table was possible, and whether it, or else the integer program,
   * finds a cell narrower than required.
   */
  enumerated: boolean;
  recovered: boolean;
}

/**
 * Random tables with random hierarchies and sums, protected, then attacked by trying every table of whole numbers.
 * @throws Error when a cell was recovered, or more is hidden than 1.25 times what must be
 */
export async function* benchRandomTables(tables = 10_000): AsyncGenerator<string> {
  const started = performance.now();
  const tried: Tried[] = [];
  for (const [i, shape] of fc.sample(shapes(3, 4), {numRuns: tables, seed: 10_000}).entries()) {
    const problem = problemOf(shape);
    const [program, heuristic] = [await protect(problem), await protect(problem, {mostExact: 0})];
    const kept = [program, heuristic].map(({hidden, silent}) => keptByEnumeration(withSilent(problem, silent), hidden));
    const fewest = i % 10 === 0 ? fewestByEnumeration(problem, mostChoices) : undefined;
    tried.push({
      cells: problem.cells.length,
      program: program.hidden.size,
      heuristic: heuristic.hidden.size,
      enumerated: !kept.includes(undefined),
      recovered:
        kept.includes(false) ||
        [program, heuristic].some(({attack}) => attack.verdicts.some((verdict) => verdict !== "protected")),
      ...(fewest !== undefined && {fewest: problem.primary.length + fewest})
    });
  }
  const recovered = tried.filter((one) => one.recovered).length;
  // A group that no choice protects is not published, and hides no cell.
  const compared = tried.filter(({fewest}) => fewest !== undefined && Number.isFinite(fewest));
  const share = (of: "program" | "heuristic" | "fewest") =>
    (100 * sum(compared, (one) => one[of])) / sum(compared, (one) => one.cells);
  const ratio = share("program") / share("fewest");
  yield `random tables with random hierarchies and sums (${tables.toLocaleString("en")}, ${((performance.now() - started) / 1000).toFixed(0)} s):`;
  yield* aligned([
    [
      "attacked by trying every table",
      `${tried.filter(({enumerated}) => enumerated).length.toLocaleString("en")}, the rest by the integer program`
    ],
    ["tables with a cell recovered", atMost(recovered, 0)],
    ["every choice of hidden cells tried", compared.length.toLocaleString("en")],
    [
      "of these, cells hidden",
      `${share("program").toFixed(2)} % by the program, ${share("heuristic").toFixed(2)} % by the heuristic, ${share("fewest").toFixed(2)} % at least`
    ],
    ["program against the fewest", atMost(ratio, 1.25, "times", 3)]
  ]);
  if (recovered > 0) throw new Error(`bench: cells of ${recovered} protected tables were recovered`);
  if (ratio > 1.25) throw new Error(`bench: ${ratio.toFixed(3)} times as many cells are hidden as must be`);
}
