import {group, rollup} from "d3-array";
import type {Reconciliation} from "./reconcile.js";
import type {Misprint} from "./explanations.js";
import type {SourceFindings, Verdict} from "./finding.js";
import {nameOf, type Told, type Withheld} from "./told.js";

/** How each part of the reports fares, and the misprints. Texts are Danish. */
export interface Summary {
  sources: (Omit<SourceFindings, "findings"> & {
    total: number;
    verdicts: Partial<Record<Verdict, number>>;
    withheld: Partial<Record<Withheld, number>>;
  })[];
  misprints: ToldMisprint[];
}

/** A misprint as readers may have it: without its numbers where a figure that it is about is withheld. */
export type ToldMisprint = Pick<Misprint, "id" | "report" | "where"> &
  Partial<Pick<Misprint, "printed" | "recomputed" | "explanation">>;

/** Counts what is told, part by part. It tells nothing of a figure that the figure itself does not. */
export function summary(
  {sources, misprints}: Pick<Reconciliation, "sources" | "misprints">,
  comparisons: Told[]
): Summary {
  const told = new Set(comparisons.filter(({withheld}) => !withheld).map(nameOf));
  const bySource = group(comparisons, ({source}) => source);
  return {
    sources: sources.map(({report, source, title, kind}) => {
      const own = bySource.get(source) ?? [];
      const hidden = own.filter(({withheld}) => withheld);
      return {
        report,
        source,
        title,
        kind,
        total: own.length,
        verdicts: times(own, ({verdict}) => verdict),
        withheld: times(hidden, ({withheld}) => withheld!)
      };
    }),
    misprints: misprints.map(({id, report, where, printed, recomputed, explanation, restsOn}) => ({
      id,
      report,
      where,
      ...(restsOn.every((name) => told.has(name)) && {printed, recomputed, explanation})
    }))
  };
}

function times<Kind extends string>(comparisons: Told[], kindOf: (one: Told) => Kind): Partial<Record<Kind, number>> {
  return Object.fromEntries(rollup(comparisons, (members) => members.length, kindOf)) as Partial<Record<Kind, number>>;
}
