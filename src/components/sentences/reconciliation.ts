import {sum} from "d3-array";
import type {ReconciliationFacts} from "../../../data-loaders/reconcile/facts.js";
import {count} from "../format.js";

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

/** What the list of differing figures is. */
export function differencesFound(differences: ReconciliationFacts["differences"]): string {
  return differences.length > 0 ? "Her er de tal, som afviger, og hvorfor." : "Ingen trykte tal afviger.";
}

/** How a report's claims fare on the twin. */
export function comparedClaims({sources, claims}: Pick<ReconciliationFacts, "sources" | "claims">): string {
  const of = verdictsOf(sources.filter(({kind}) => kind === "claims"));
  const notMet = of("not_met");
  const start = `Af rapportens ${count(of("met") + notMet + of("not_about"))} udsagn kan ${count(of("not_about"))} ikke beregnes`;
  if (notMet === 0) return `${start}; alle de andre er opfyldt.`;
  const unexplained = claims.filter(({verdict, inconsistency}) => verdict === "not_met" && inconsistency === undefined).length;
  const why = unexplained === 0 ? "Det skyldes i hvert tilfælde en kendt trykfejl." : `For ${count(unexplained)} kendes grunden ikke.`;
  return `${start}; ${count(of("met"))} er opfyldt, og ${count(notMet)} er ikke opfyldt. ${why}`;
}

function verdictsOf(sources: Sources): (verdict: keyof Sources[number]["verdicts"]) => number {
  return (verdict) => sum(sources, ({verdicts}) => verdicts[verdict] ?? 0);
}
