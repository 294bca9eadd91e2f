import {residences} from "../../domain/areas.js";
import {absenceOf} from "../../domain/status.js";
import {rangeInWords, valueOrRange} from "../rows/range.js";
import {count, decimal, percent} from "../words/format.js";
import type {OwnFigure, ProfileLine} from "../rows/profileLines.js";
import {besideCountry, besideRest, type Counted, type Side} from "../rows/standsOut.js";

/** Why a figure has no value, in the words of a cell or of a sentence; undefined where it has one. */
export function whyMissing(
  {value, status}: Pick<OwnFigure, "value" | "status">,
  words: "short" | "clause" = "short"
): string | undefined {
  return value === null ? (absenceOf(status)?.[words] ?? "kan ikke beregnes") : undefined;
}

/** How a share lies against the country's: within what chance explains, outside its 95 % limits, or its 99.8 % ones. */
export type Difference = "chance" | "outside95" | "outside998";

/** As many comparisons at 5 % as make 0.2 %: limits for them are the 99.8 % ones. */
const OUTER = 25;

/** How an area's share lies against the country's; undefined where one is hidden. */
export function difference(line: Compared): Difference | undefined {
  if (line.own.value === null || !line.own.n || line.country?.value == null || !line.country.n) return undefined;
  if (!sideOf(line)) return "chance";
  return sideOf(line, OUTER) ? "outside998" : "outside95";
}

type Compared = Pick<ProfileLine, "own" | "country" | "region">;

/**
 * On which side of the country an area lies by more than chance, as one of so many comparisons: a municipality beside
 * the country's share, a region, which is a large part of the country, beside the rest of it.
 */
function sideOf({own, country, region}: Compared, compared = 1): Side | undefined {
  const counted = ({value, n}: {value: number | null; n?: number | null}): Counted =>
    value === null || n == null ? {n: null, total: null} : {n: Math.round((value * n) / 100), total: n};
  if (!country) return undefined;
  return (region ? besideCountry : besideRest)(counted(own), counted(country), compared);
}

/** The difference from the country in a few words: no word of good or bad. */
export function differenceWords(line: Compared): string {
  const found = difference(line);
  if (found === undefined) return "–";
  if (found === "chance") return "Kan være tilfældig";
  const direction = sideOf(line) === "above" ? "Højere" : "Lavere";
  return found === "outside95"
    ? `${direction}, men 1 af 20 er det tilfældigt`
    : `${direction}, end tilfældighed forklarer`;
}

/**
 * `nr. 5 til 70 af 98`: where the area's place may be, the highest being number one; nothing where its own value is not
 * shown.
 */
export function placeWords({rank_low, rank_high, areas}: Pick<OwnFigure, "rank_low" | "rank_high" | "areas">): string {
  if (rank_low == null || rank_high == null) return "–";
  const from = count(rank_low);
  return `nr.\u00A0${rank_low === rank_high ? from : `${from} til ${count(rank_high)}`} af ${count(areas)}`;
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
 * On how many of the indicators shown the difference from the country is more than chance explains when all are looked
 * at together, and how many lie outside limits that chance alone crosses now and then.
 */
export function differences(lines: readonly ProfileLine[]): string {
  const shown = lines.filter((line) => difference(line) !== undefined);
  if (shown.length === 0) return "Ingen af indikatorerne kan sammenlignes med landet.";
  const real = shown.filter((line) => sideOf(line, shown.length));
  const outside = shown.filter((line) => difference(line) !== "chance").length;
  // More names than two are read faster in the table.
  const names = real.length === 0 || real.length > 2 ? "" : `: ${real.map(inWords).join(" og ")}`;
  const beside = shown.some(({region}) => region) ? "landet" : "resten af landet";
  if (shown.length === 1)
    return `Én indikator vises; forskellen fra ${beside} ${real.length === 1 ? "er større, end tilfældighed forklarer" : "kan være tilfældig"}.`;
  return (
    `På ${real.length === 0 ? "ingen" : count(real.length)} af ${count(shown.length)} viste indikatorer er forskellen fra ${beside} større, end tilfældighed forklarer, når alle ses under ét${names}. ` +
    `Uden for 95\u00A0%-grænserne ligger ${count(outside)}; alene ved tilfældighed ventes højst ${decimal(0.05 * shown.length, 2)}.`
  );
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
