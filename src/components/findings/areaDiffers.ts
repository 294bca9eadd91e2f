import {surelyConcerned} from "../../statistics/surelyConcerned.js";
import {count} from "../words/format.js";
import type {Comparison} from "./finding.js";
import {countOf, percentOf, type AreaPlace, type IndicatorRow} from "./place.js";
import {indicators} from "./rules.js";
import {estimateOf, limitsOf, moreOrFewer, shareOf} from "./shares.js";

/** What comparisons of areas are made from: rows of one period, and what indicators are called. */
export interface AreaRows {
  rows: readonly IndicatorRow[];
  titles: ReadonlyMap<string, string>;
}

/**
 * An area beside the rest of the country on each indicator. Only shown counts are compared.
 * @param others the shares of areas of its kind, drawn behind its own
 */
export function areaDiffers(place: AreaPlace, {rows, titles}: AreaRows): Comparison[] {
  return Object.entries(indicators).flatMap(([id, words]) => {
    const ofIndicator = rows.filter((row) => row.indicator_id === id);
    const at = (area: string) => ofIndicator.find((row) => row.area_id === area);
    const [own, country] = [at(place.id), at("country")].map((row) => row && countOf(row));
    if (!own || !country || country.n <= own.n) return [];
    const rest = {y: country.y - own.y, n: country.n - own.n};
    if (rest.y < 0 || rest.y > rest.n) return [];
    const others = ofIndicator
      .filter((row) => row.area_type === place.type && row.area_id !== place.id)
      .flatMap((row) => countOf(row) ?? [])
      .map(percentOf);
    return (compared: number) => {
      const {difference, low, high, people} = surelyConcerned(own, rest, compared);
      if (people === 0) return undefined;
      return {
        kind: "differs",
        subject: id,
        title: titles.get(id)!,
        sentence:
          `Blandt ${words.who} fra ${place.name}${words.which} er andelen, der ${words.what}, ` +
          `${shareOf(own)} mod ${shareOf(rest)} i resten af landet. ` +
          `Forskellen er ${limitsOf({low, high})} procentpoint, altså med 95\u00A0% sikkerhed mindst ${moreOrFewer(people, difference > 0)} af ${count(own.n)} patienter, ` +
          "end hvis andelen var som i resten af landet.",
        people,
        total: own.n,
        unit: "patienter",
        evidence: {
          type: "compared",
          rows: [estimateOf(place.name, own), estimateOf("Resten af landet", rest)],
          others,
          of: `andelen, der ${words.what}`
        },
        question: words.question,
        meaning: words.meaning,
        action: {text: "Styregruppens anbefaling", address: `register/indikatorer/${id}#styregruppens-anbefaling`},
        numbers: `register/indikatorer/${id}`
      };
    };
  });
}
