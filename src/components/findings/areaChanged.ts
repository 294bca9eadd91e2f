import {surelyConcerned} from "../../statistics/surelyConcerned.js";
import {count} from "../words/format.js";
import {estimateOf, limitsOf, moreOrFewer, shareOf} from "./shares.js";
import type {Comparison} from "./finding.js";
import {countOf, type AreaPlace, type IndicatorRow} from "./place.js";
import {indicators} from "./rules.js";

/**
 * An area's newest period beside the one before, on each indicator: other patients, so that the two are independent.
 * @param rows the area's own, of all periods
 * @param periods the oldest first
 */
export function areaChanged(
  place: AreaPlace,
  {rows, titles}: {rows: readonly IndicatorRow[]; titles: ReadonlyMap<string, string>},
  periods: readonly string[]
): Comparison[] {
  const [before, now] = periods.slice(-2);
  if (before === undefined || now === undefined) return [];
  return Object.entries(indicators).flatMap(([id, words]) => {
    const at = (period: string) =>
      rows.find((row) => row.indicator_id === id && row.area_id === place.id && row.period === period);
    const [then, today] = [at(before), at(now)].map((row) => row && countOf(row));
    if (!then || !today) return [];
    return (compared: number) => {
      const {difference, low, high, people} = surelyConcerned(today, then, compared);
      if (people === 0) return undefined;
      const went = difference > 0 ? "steget" : "faldet";
      return {
        kind: "changed",
        subject: id,
        title: titles.get(id)!,
        sentence:
          `Blandt ${words.who} fra ${place.name}${words.which} er andelen, der ${words.what}, ${went} fra ${shareOf(then)} i ${before} ` +
          `til ${shareOf(today)} i ${now}. Forskellen er ${limitsOf({low, high})} procentpoint, altså med 95\u00A0% sikkerhed mindst ` +
          `${moreOrFewer(people, difference > 0)} af ${count(today.n)} patienter, end hvis andelen var som i ${before}.`,
        people,
        total: today.n,
        unit: "patienter",
        evidence: {
          type: "compared",
          rows: [estimateOf(now, today), estimateOf(before, then)],
          of: `andelen, der ${words.what}`
        },
        question: `Hvad er gjort anderledes siden ${before}? ${words.question}`,
        meaning: words.meaning,
        action: {text: "Styregruppens anbefaling", address: `register/indikatorer/${id}#styregruppens-anbefaling`},
        numbers: `register/indikatorer/${id}#udvikling`
      };
    };
  });
}
