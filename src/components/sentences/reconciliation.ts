import {sum} from "d3-array";
import type {ReconciliationFacts} from "../../../data-loaders/reconcile/facts.js";
import {count} from "../words/format.js";

type Sources = ReconciliationFacts["sources"];

/** How the printed figures compare with those computed from the twin. */
export function comparedFigures(sources: Sources): string {
  const figures = sources.filter(({kind}) => kind === "figures");
  const of = verdictsOf(figures);
  const compared = of("equal") + of("explained") + of("different");
  const rest =
    of("different") === 0
      ? "Ingen forskel står uforklaret."
      : `${count(of("different"))} ${of("different") === 1 ? "forskel" : "forskelle"} står uforklaret.`;
  return `Af ${count(compared)} trykte tal er ${count(of("equal"))} ens med det beregnede, og ${count(of("explained"))} afviger, fordi rapporten har en kendt trykfejl. ${rest}`;
}

/**
 * How a report's claims fare on the twin; those that are not met stand with their misprint in
 * the list, or make `reconcile` fail.
 */
export function comparedClaims(sources: Sources): string {
  const of = verdictsOf(sources.filter(({kind}) => kind === "claims"));
  const start = `Af rapportens ${count(of("met") + of("not_met") + of("not_about"))} udsagn kan ${count(of("not_about"))} ikke beregnes`;
  if (of("not_met") === 0) return `${start}; alle de andre er opfyldt.`;
  return `${start}; ${count(of("met"))} er opfyldt, og ${count(of("not_met"))} er ikke.`;
}

/** Whether anything is left that no misprint explains. */
export function unexplainedLeft(unexplained: number): string {
  return unexplained === 0
    ? "Hver eneste forskel skyldes en kendt trykfejl eller modsigelse."
    : `${count(unexplained)} ${unexplained === 1 ? "forskel" : "forskelle"} kan ingen kendt trykfejl forklare.`;
}

/** How many rows a reader's choices leave. */
export function comparisonsShown(shown: number, all: number): string {
  return shown === 0
    ? "Intet passer på valget."
    : `${count(shown)} af ${count(all)} trykte tal og udsagn passer på valget.`;
}

function verdictsOf(sources: Sources): (verdict: keyof Sources[number]["verdicts"]) => number {
  return (verdict) => sum(sources, ({verdicts}) => verdicts[verdict] ?? 0);
}
