import {count, decimal, percent} from "../words/format.js";

/** A row of the table `variation`. */
export interface Spread {
  units: number | null;
  observed_spread: number | null;
  expected_spread: number | null;
  chance_share: number | null;
}

/** How much of the variation between participants chance explains, in one sentence. */
export function chance(spread: Spread | undefined, share: number | null): string {
  if (!spread || spread.observed_spread === null || spread.expected_spread === null)
    return "Variationen kan ikke beregnes for dette svar.";
  if (spread.chance_share === null)
    return "Enten ingen eller alle registreringer har dette svar, så der er ingen variation at forklare.";
  const start =
    `De ${count(spread.units)} deltageres andele spreder sig ${decimal(spread.observed_spread)} procentpoint om faggruppens ${percent(share)}; ` +
    `alene ved tilfældighed ventes ${decimal(spread.expected_spread)}.`;
  if (spread.chance_share >= 100) return `${start} Hele variationen kan være tilfældig.`;
  return `${start} Tilfældighed forklarer omkring ${percent(spread.chance_share, 0)} af variationen.`;
}
