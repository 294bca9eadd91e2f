import {extent} from "d3-array";
import type {Indicator} from "../../../data-loaders/indicators/definition/indicator.js";
import {indicatorStrips, type Strip} from "../charts/indicatorStrips.js";
import type {CountOf} from "../../statistics/surelyConcerned.js";
import {countOf, percentOf, type AreaPlace, type IndicatorRow} from "../findings/place.js";
import {indicatorStanding, trendWords, type Best} from "../rows/indicatorStanding.js";
import {valueOrRange} from "../rows/range.js";
import {bestFifth, whatIf, type WhatIf} from "../rows/whatIf.js";
import type {Column, Row} from "../rows/column.js";
import type {FigureOptions} from "../picture/figureOptions.js";
import {count, percent} from "../words/format.js";

/** What the indicators at a glance are made from. */
export interface GlanceSource {
  place: AreaPlace;
  /** The place and the country, all periods. */
  own: readonly IndicatorRow[];
  /** Regions and municipalities, the newest period. */
  spread: readonly IndicatorRow[];
  /** The oldest first. */
  periods: readonly string[];
  indicators: readonly (Pick<Indicator, "id" | "title"> & {direction: Best})[];
}

/**
 * All indicators of a place at a glance: a strip each, how it stands, and how many patients it would be to be as
 * others.
 */
export function indicatorGlance(
  source: GlanceSource
): Pick<FigureOptions, "title" | "sentence" | "chart" | "rows" | "columns" | "n" | "note"> {
  const {place, own, spread, periods, indicators} = source;
  const [before, now] = periods.slice(-2);
  const at = (id: string, area: string, period: string | undefined) =>
    own.find((row) => row.indicator_id === id && row.area_id === area && row.period === period);
  const countAt = (id: string, area: string, period: string | undefined) => {
    const row = at(id, area, period);
    return row && countOf(row);
  };
  const regionAt = (id: string, region: string) => {
    const row = spread.find((one) => one.indicator_id === id && one.area_id === region);
    const counted = row && countOf(row);
    return counted ? percentOf(counted) : null;
  };
  const isCountry = place.type === "country";
  const rows = indicators.map(({id, title, direction}) => {
    const row = at(id, place.id, now);
    const [mine, country] = [countAt(id, place.id, now), countAt(id, "country", now)];
    const municipalities = spread
      .filter((one) => one.indicator_id === id && one.area_type === "municipality")
      .flatMap((one) => countOf(one) ?? []);
    const standing =
      mine && country && place.type !== "country"
        ? indicatorStanding(mine, country, {best: direction, type: place.type, compared: indicators.length})
        : null;
    const best = bestFifth(municipalities, direction);
    return {
      id,
      title,
      row,
      mine,
      country,
      region: place.region && regionAt(id, place.region.id),
      municipalities,
      standing,
      trend: trendWords(mine, countAt(id, place.id, before), indicators.length),
      asCountry: mine && country && !isCountry ? whatIf(mine, country.y / country.n) : undefined,
      asBest: mine && best !== undefined ? whatIf(mine, best) : undefined
    };
  });
  const strips = rows.map(
    ({id, title, row, mine, country, region, municipalities, standing, trend}): Strip => ({
      id,
      title,
      spread: municipalities.map(percentOf),
      country: country ? percentOf(country) : null,
      region,
      trend,
      ...(!isCountry && {
        own: {percent: mine ? percentOf(mine) : null, text: row ? ownText(row) : "ingen tal", standing}
      })
    })
  );
  return {
    title: `De ${count(indicators.length)} indikatorer på et øjeblik: ${place.name}, ${now}`,
    sentence: isCountry
      ? "Hver streg er en kommune; den lange er hele landet. Yderst står den laveste og den højeste af de kommuner, hvis tal er vist."
      : standingSentence(rows, place),
    chart: (width) => indicatorStrips(strips, {width, title: `Indikatorer for ${place.name}`}),
    rows: rows.map(
      ({title, row, mine, country, asCountry, asBest, standing, trend}): Row => ({
        ...row,
        title,
        percent: mine ? percentOf(mine) : null,
        country: country ? percentOf(country) : null,
        standing: standing ? standingWords[standing] : "–",
        stands_out: standing !== null && standing !== "similar",
        trend: trend || "–",
        as_country: whatIfText(asCountry),
        as_best: whatIfText(asBest),
        status: row?.status ?? "none"
      })
    ),
    columns: columnsOf(isCountry),
    n: `${baseText(rows.flatMap(({mine}) => mine ?? []))}; N for hver indikator står i tabellen`,
    note: "Båndet rummer den midterste halvdel af de kommuner, hvis tal er vist. »Hvis andelen var som«: hvor mange flere (+) eller færre (−) patienter det ville være, med 95 %-interval for tilfældighed i områdets egen andel. Den bedste femtedel er den andel, en femtedel af kommunerne skønsmæssigt når, når tilfældighed er taget fra; den findes kun, hvor høj eller lav er bedst. Pile: ændringen siden perioden før, når den er større, end tilfældighed forklarer."
  };
}

type Standing = keyof typeof standingWords;

/** How many indicators stand otherwise than the country by more than chance, and which, where they are few. */
function standingSentence(
  rows: readonly {title: string; standing: Standing | null; mine?: CountOf; country?: CountOf}[],
  {type}: AreaPlace
): string {
  const compared = rows.filter(({standing}) => standing !== null);
  const others = compared.filter(({standing}) => standing !== "similar");
  const beside = type === "region" ? "resten af landet" : "landet";
  const chance = `når tilfældighed og alle ${count(rows.length)} indikatorer er regnet med`;
  if (compared.length === 0) return "Ingen af indikatorerne kan sammenlignes: områdets tal er skjult.";
  if (others.length === 0)
    return `Ingen af de ${count(compared.length)} viste indikatorer afviger fra ${beside}, ${chance}.`;
  const named = others.map(
    ({title, standing, mine}) =>
      `»${title}« er ${standingWords[standing!].toLowerCase()} (${percent(percentOf(mine!))})`
  );
  const list = named.length < 3 ? `: ${named.join(", og ")}` : "";
  return `${count(others.length)} af ${count(compared.length)} viste indikatorer afviger fra ${beside}, ${chance}${list}.`;
}

const standingWords = {
  better: "Bedre",
  worse: "Dårligere",
  higher: "Højere",
  lower: "Lavere",
  similar: "Kan være tilfældig"
};

/** Of how many patients the indicators are: each has those it is about. */
function baseText(counts: readonly CountOf[]): string {
  const [least = 0, most = 0] = extent(counts, ({n}) => n);
  return most === 0 ? "N er skjult" : `N = ${least === most ? "" : `${count(least)} til `}${count(most)} patienter`;
}

function ownText(row: IndicatorRow): string {
  const mine = countOf(row);
  return mine ? percent(percentOf(mine)) : valueOrRange({...row, percent: null}, "percent", "%");
}

/** `+12 (3 til 21)`; nothing where there is none. */
function whatIfText(found: WhatIf | undefined): string {
  if (!found) return "–";
  const whole = (value: number) => {
    const rounded = Math.round(value);
    return rounded === 0 ? "0" : `${rounded > 0 ? "+" : "−"}${count(Math.abs(rounded))}`;
  };
  return `${whole(found.more)} (${whole(found.low)} til ${whole(found.high)})`;
}

function columnsOf(isCountry: boolean): Column[] {
  const number = (value: unknown) => percent(value as number);
  return [
    {field: "title", label: "Indikator"},
    {field: "percent", label: "Andel", unit: "%", format: number},
    {field: "denominator", label: "N", format: (value) => count(value as number)},
    ...(isCountry
      ? []
      : [
          {field: "country", label: "Hele landet", unit: "%", format: number},
          {field: "standing", label: "Over for landet"},
          {field: "as_country", label: "Patienter, hvis andelen var som landets"}
        ]),
    {field: "as_best", label: "Patienter, hvis andelen var som den bedste femtedels"},
    {field: "trend", label: "Siden perioden før"}
  ];
}
