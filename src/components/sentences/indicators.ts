import {absenceOf, type Status} from "../../domain/status.js";
import {rangeInWords} from "../rows/range.js";
import {percent, count} from "../words/format.js";
import {whyNoShare} from "../rows/areaValue.js";
import {differenceInWords} from "./difference.js";
import {differenceOf} from "../rows/largestDifference.js";
import {withInterval} from "./withInterval.js";
import type {RegisterFacts} from "../../../data-loaders/facts/registerFacts.js";
import type {PeriodRow} from "../charts/periodTrend.js";

interface Share {
  percent: number | null;
  low: number | null;
  high: number | null;
}

/** What an indicator is measured against. */
export interface Goal {
  target: {percent: number; source: string} | null;
  direction: "high" | "low" | "none";
}

/** The country's share with its interval, and how it stands to the target where there is one. */
export function indicatorShare(row: (Share & {status: Status}) | undefined, {target, direction}: Goal): string {
  const range = row && rangeInWords(row, "percent", "%");
  if (range) return `På landsplan er andelen ${range}; tallet selv ${absenceOf(row.status)?.clause ?? "vises ikke"}.`;
  if (!row || row.percent === null)
    return `Andelen på landsplan kan ikke vises for denne periode${row ? `: ${whyNoShare(row.status)}` : ""}.`;
  const share = `På landsplan er andelen ${withInterval(row)}`;
  if (!target) return `${share}. Der er ikke offentliggjort et mål i tal.`;
  return `${share}. Målet er ${direction === "low" ? "højst" : "mindst"} ${percent(target.percent)}: ${standing(row, target.percent, direction)}`;
}

function standing({percent: share, low, high}: Share, target: number, direction: Goal["direction"]): string {
  const met = direction === "low" ? share! <= target : share! >= target;
  if (low === null || high === null) return met ? "det er nået." : "det er ikke nået.";
  if (low <= target && target <= high)
    return `${met ? "andelen når det" : "andelen når det ikke"}, men intervallet rummer målet, så forskellen kan være tilfældig.`;
  return met
    ? "det er nået, og hele intervallet ligger på den gode side."
    : "det er ikke nået, og hele intervallet ligger på den forkerte side.";
}

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

/**
 * How the country's share has moved from its first period with a value to its last; follows
 * the sentence on the share itself.
 */
export function trend(rows: readonly PeriodRow[]): string {
  const shown = rows.filter((row) => row.percent !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || first === last) return "Der er ikke tal for to perioder at sammenligne.";
  return (
    `Fra ${first.period} til ${last.period} er den gået fra ${percent(first.percent)} til ${percent(last.percent)}. ` +
    differenceInWords(differenceOf(first, last, (row) => ({...row, value: row.percent})))
  );
}
