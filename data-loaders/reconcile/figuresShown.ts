import type {Reconciliation} from "./reconcile.js";

/**
 * How many printed figures readers find in published tables, of those that something is computed for.
 * @param before what the reports are compared with before protection
 * @param after the same with the tables as published
 */
export function figuresShown(before: Reconciliation, after: Reconciliation): {shown: number; all: number} {
  const readable = new Map(
    after.sources.flatMap(({source, findings}) => findings.map(({key, computed}) => [`${source} ${key}`, computed]))
  );
  const figures = before.sources
    .filter(({kind}) => kind === "figures")
    .flatMap(({findings}) => findings)
    .filter(({verdict}) => verdict !== "not_printed" && verdict !== "not_about");
  const shown = figures.filter(({source, key, computed}) => readable.get(`${source} ${key}`) === computed);
  return {shown: shown.length, all: figures.length};
}
