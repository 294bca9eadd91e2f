import type {Reconciliation} from "./reconcile.js";

/** Printed figures by file and key. */
export interface FiguresShown {
  /** Those that readers find in published tables. */
  shown: string[];
  /** All that something is computed for. */
  all: string[];
  /** How many are blank in the report, or say nothing of the data. */
  beside: number;
}

/**
 * Which printed figures readers find in published tables.
 * @param before what the reports are compared with before protection
 * @param after the same with the tables as published
 */
export function figuresShown(before: Reconciliation, after: Reconciliation): FiguresShown {
  const readable = new Map(
    after.sources.flatMap(({source, findings}) => findings.map(({key, computed}) => [`${source} ${key}`, computed]))
  );
  const figures = before.sources.filter(({kind}) => kind === "figures").flatMap(({findings}) => findings);
  const computed = figures.filter(({verdict}) => verdict !== "not_printed" && verdict !== "not_about");
  const nameOf = ({source, key}: (typeof figures)[number]) => `${source} ${key}`;
  return {
    shown: computed.filter((figure) => readable.get(nameOf(figure)) === figure.computed).map(nameOf),
    all: computed.map(nameOf),
    beside: figures.length - computed.length
  };
}
