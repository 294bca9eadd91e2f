import * as fc from "fast-check";
import {knowledge, needsOf, withSilent} from "../data-loaders/disclosure/protect/problem.js";
import {protect} from "../data-loaders/disclosure/protect/protect.js";
import {enumerate} from "./everyTable.js";
import {problemOf, shapes, type Shape} from "./randomProblem.js";
import {aligned, atMost} from "./target.js";

/** Tables with more that agree with what is published than this are left out. */
const mostTables = 400;

/**
 * Small random tables, attacked by a reader who runs the rule itself on every table that agrees with what is published
 * and keeps those of which it hides the same (minimality; R. C.-W. Wong et al., VLDB 2007:543-54).
 */
export async function* benchMinimality(tables = 150): AsyncGenerator<string> {
  let attacked = 0;
  let needs = 0;
  let narrow = 0;
  for (const shape of fc.sample(shapes(3, 30), {numRuns: tables, seed: 7})) {
    const left = await consistentWithRule(shape);
    if (!left) continue;
    attacked++;
    for (const {cell, from, to} of needsOf(problemOf(shape))) {
      needs++;
      const seen = new Set(left.map((table) => table[cell]));
      if (Array.from({length: to - from + 1}, (_, i) => from + i).some((value) => !seen.has(value))) narrow++;
    }
  }
  yield `small random tables in which cells protect others (${attacked}), each told apart from what the rule makes of others:`;
  yield* aligned([[`of ${needs} small counts, narrower than required`, atMost(narrow, 0)]]);
}

/**
 * The tables that agree with what is published of one, and of which the rule hides the same; undefined where nothing
 * protects another, or too many agree.
 */
async function consistentWithRule(shape: Shape): Promise<number[][] | undefined> {
  const published = await publish(shape);
  if (published.hidden.size === published.problem.primary.length) return undefined;
  const {cells, relations} = knowledge(withSilent(published.problem, published.silent), published.hidden);
  const tables: number[][] = [];
  if (!enumerate(relations, cells, (table) => tables.push([...table])) || tables.length > mostTables) return undefined;
  const same: number[][] = [];
  for (const table of tables) {
    const values = shape.values.map((_, place) => table[place]!);
    if ((await publish({...shape, values})).print === published.print) same.push(table);
  }
  return same;
}

async function publish(shape: Shape) {
  const problem = problemOf(shape);
  const {hidden, silent} = await protect(problem);
  const print = JSON.stringify([hidden, silent, new Set(problem.primary)].map((set) => [...set].sort((a, b) => a - b)));
  return {problem, hidden, silent, print};
}
