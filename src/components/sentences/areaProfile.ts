import {residences} from "../../domain/areas.js";
import {absenceOf} from "../../domain/status.js";
import {rangeInWords, valueOrRange} from "../rows/range.js";
import {count, decimal, percent} from "../words/format.js";
import type {OwnFigure, ProfileLine} from "../rows/profileLines.js";

/** Why a figure has no value, in the words of a cell or of a sentence; undefined where it has one. */
export function whyMissing(
  {value, status}: Pick<OwnFigure, "value" | "status">,
  words: "short" | "clause" = "short"
): string | undefined {
  return value === null ? (absenceOf(status)?.[words] ?? "kan ikke beregnes") : undefined;
}

/** How a share lies against the country's, seen from the limits of chance. */
export type Difference = "chance" | "unlikely" | "real";

/**
 * Whether the difference between an area's share and the country's can be chance: within the
 * 95 % control limits it can; outside the 99.8 % limits it is more than chance explains;
 * between the two it is unlikely. Undefined without a value or limits.
 */
export function difference({
  value,
  control_low_95,
  control_high_95,
  control_low_998,
  control_high_998
}: OwnFigure): Difference | undefined {
  const isWithin = (low?: number | null, high?: number | null) =>
    low != null && high != null && value !== null && low <= value && value <= high;
  if (value === null || control_low_95 == null || control_low_998 == null) return undefined;
  if (isWithin(control_low_95, control_high_95)) return "chance";
  return isWithin(control_low_998, control_high_998) ? "unlikely" : "real";
}

/** The difference from the country in a few words: no word of good or bad. */
export function differenceWords({own, country}: Pick<ProfileLine, "own" | "country">): string {
  const found = difference(own);
  if (found === undefined || country?.value == null) return "–";
  if (found === "chance") return "Kan være tilfældig";
  const direction = own.value! > country.value ? "Højere" : "Lavere";
  return found === "unlikely" ? `${direction}, næppe tilfældigt` : `${direction}, end tilfældighed forklarer`;
}

/** `nr. 12 af 98 viste`, the highest being number one; nothing where the area's own value is not shown. */
export function placeWords({place, places}: Pick<OwnFigure, "place" | "places">): string {
  return place === null ? "–" : `nr.\u00A0${count(place)} af ${count(places)}`;
}

/** How many new patients the area had, and how many that is beside its region and the country. */
export function newPatients(line: ProfileLine, {name, regionName, years}: Names & {years: number}): string {
  const {own} = line;
  const rate = ({value}: {value: number | null}) => (value === null ? "et skjult antal" : decimal(value, 0));
  const missing = whyMissing(own, "clause");
  const about = rangeInWords(own, "n");
  if (missing && about)
    return (
      `I ${own.period} havde ${about} voksne fra ${name} deres første hospitalskontakt for rygsmerter i mindst ${years} år; ` +
      `tallet ${missing}. Pr. 100.000 borgere var der ${beside(line, rate, regionName)}.`
    );
  if (missing)
    return `Tallet for nye patienter fra ${name} i ${own.period} ${missing}. Pr. 100.000 borgere var der ${beside(line, rate, regionName)}.`;
  const limits =
    own.low === null || own.high === null ? "" : ` (95 %-interval ${decimal(own.low, 0)}–${decimal(own.high, 0)})`;
  return (
    `I ${own.period} havde ${count(own.n)} voksne fra ${name} deres første hospitalskontakt for rygsmerter i mindst ${years} år: ` +
    `${rate(own)} pr. 100.000 borgere${limits} mod ${beside(line, rate, regionName)}.`
  );
}

/** How many had seen a chiropractor or a physiotherapist before the contact, beside the region and the country. */
export function seenBefore(line: ProfileLine, {name, regionName}: Names): string {
  const share = (row: {value: number | null}) =>
    row.value === null ? valueOrRange(row, "value", "%") : percent(row.value, 0);
  const others = beside(line, share, regionName);
  const missing = whyMissing(line.own, "clause");
  const about = rangeInWords(line.own, "value", "%");
  if (about)
    return `Inden kontakten havde ${about} af patienterne fra ${name} set en kiropraktor eller fysioterapeut mod ${others}.`;
  if (missing)
    return `Andelen af patienter fra ${name}, der havde set en kiropraktor eller fysioterapeut inden kontakten, ${missing}; den var ${others}.`;
  return `Inden kontakten havde ${share(line.own)} af patienterne fra ${name} set en kiropraktor eller fysioterapeut mod ${others}.`;
}

/**
 * On how many of the indicators shown the difference from the country can be chance, and on which it is more than that.
 */
export function differences(lines: readonly ProfileLine[]): string {
  const shown = lines.filter(({own}) => difference(own) !== undefined);
  if (shown.length === 0) return "Ingen af indikatorerne kan sammenlignes med landet.";
  const of = (kind: Difference) => shown.filter(({own}) => difference(own) === kind);
  const real = of("real");
  if (of("chance").length === shown.length)
    return `Forskellen fra landet kan være tilfældig på alle viste indikatorer (${shown.length}).`;
  // More names than two are read faster in the table.
  const names = real.length === 0 || real.length > 2 ? "" : `: ${real.map(inWords).join(" og ")}`;
  const first = `På ${real.length === 0 ? "ingen" : real.length} af ${shown.length} viste indikatorer er forskellen fra landet større, end tilfældighed forklarer${names}.`;
  const others = [
    {number: of("unlikely").length, words: "er den næppe tilfældig"},
    {number: of("chance").length, words: "kan den være tilfældig"}
  ].filter(({number}) => number > 0);
  const second = others.map(({number, words}) => `på ${number} ${words}`).join(", og ");
  return second ? `${first} P${second.slice(1)}.` : first;
}

interface Names {
  name: string;
  regionName?: string;
}

function beside(
  {region, country}: ProfileLine,
  say: (row: {value: number | null}) => string,
  regionName?: string
): string {
  const others = [
    region && regionName && `${say(region)} i ${regionName}`,
    country && `${say(country)} i ${residences.country.danish}`
  ];
  return others.filter(Boolean).join(" og ");
}

function inWords({label, own, country}: ProfileLine): string {
  return `»${label}« (${percent(own.value, 0)} mod ${percent(country?.value, 0)})`;
}
