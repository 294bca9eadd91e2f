import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import {count} from "../words/format.js";

/** How many indicators have a value in the period, and how many of them rest on a definition that is only proposed. */
export function indicatorsShown(
  indicators: RegisterFacts["indicators"],
  rows: readonly {indicator_id: string; percent: number | null}[]
): string {
  const shown = indicators.filter(({id}) => rows.some((row) => row.indicator_id === id && row.percent !== null));
  const proposed = shown.filter(({status}) => status === "assumed").length;
  const from =
    shown.length < indicators.length
      ? `${count(shown.length)} af ${count(indicators.length)} indikatorer har tal i perioden`
      : `Alle ${count(shown.length)} indikatorer har tal i perioden`;
  return proposed > 0 ? `${from}; definitionen af ${count(proposed)} af dem er et forslag.` : `${from}.`;
}
