import {clopperPearson} from "../../statistics/clopperPearson.js";
import {widened, widening} from "../../statistics/simultaneous.js";
import {percent, uncapital} from "../words/format.js";
import {anyShare, noneAbove, possible, type Ranged} from "../rows/range.js";
import type {AnswerRow} from "../charts/answerRow.js";
import type {PatientShare} from "../charts/patientShares.js";
import {differenceInWords, sizeInWords} from "./difference.js";
import {isSure, largestBetween, largestOf, type Difference, type Estimate} from "../rows/largestDifference.js";
import {withInterval} from "./withInterval.js";

/** One profession's share of one thing. */
export interface ShareRow extends Ranged<"percent"> {
  profession: string;
  percent: number | null;
  low: number | null;
  high: number | null;
  status?: string;
}

/** A profession in running text, and how many of it took part: an interval rests on them. */
export interface ComparedProfession {
  id: string;
  inText: string;
  participants?: number | undefined;
}

/**
 * Which profession has the highest and which the lowest share, and whether chance explains the difference.
 * @param what the share in words, such as `Andelen af mænd`
 */
export function highestAndLowest(
  what: string,
  rows: readonly ShareRow[],
  professions: readonly ComparedProfession[]
): string {
  const found = largestBetween(rows, () => "", estimates(professions));
  if (!found) return "Der er ikke nok tal til at sammenligne faggrupperne.";
  const {largest, compared, isProven} = found;
  const {high, low} = largest;
  const shown = isProven ? "" : "viste ";
  if (percent(high.percent) === percent(low.percent))
    return `${what} er den samme hos alle ${shown}faggrupper: ${percent(high.percent)}.`;
  const say = (row: ShareRow) => `${whoIn(professions)(row)}: ${withInterval(row)}`;
  const among = isProven ? "" : "blandt de viste ";
  return `${what} er ${among}størst hos ${say(high)} og mindst hos ${say(low)}. ${differenceInWords(largest, compared)}`;
}

/**
 * Where professions part most: the answer with the largest difference, and whether chance explains it; if it does, the
 * difference that is surest.
 */
export function largestDifference(rows: readonly AnswerRow[], professions: readonly ComparedProfession[]): string {
  const found = largestBetween(rows, ({answer}) => answer, estimates(professions));
  if (!found) return "Der er ikke nok tal til at sammenligne faggrupperne.";
  const {largest, surest, compared, isProven} = found;
  const {high, low} = largest;
  if (percent(high.percent) === percent(low.percent))
    return `Faggruppernes ${isProven ? "" : "viste "}andele er de samme for alle svar.`;
  const who = whoIn(professions);
  const say = ({high, low}: Difference<AnswerRow>) =>
    `»${high.label}«: ${withInterval(high)} hos ${who(high)} mod ${withInterval(low)} hos ${who(low)}`;
  const first = `Størst forskel ${isProven ? "" : "blandt de viste tal "}er der for ${say(largest)}.`;
  const second =
    surest && !isSure(largest) ? ` Sikrest er forskellen for ${say(surest)}: ${sizeInWords(surest, compared)}.` : "";
  return `${first} ${differenceInWords(largest, compared)}${second}`;
}

/** An answer's share in two groups of registrations of the same participants, as published in `audit_differences`. */
export interface PairedDifference {
  profession: string;
  /** The answer in Danish. */
  label: string;
  percent: number | null;
  percent_others: number | null;
  /** The one share minus the other, in percentage points, with limits paired by participant. */
  difference: number | null;
  low: number | null;
  high: number | null;
  status?: string;
}

/**
 * Where two groups of the same profession's registrations part most on one answer, and whether chance explains it; if
 * it does, the difference that is surest.
 * @param names the groups in a sentence: `blandt svært påvirkede`, `blandt de øvrige`
 */
export function largestPair(
  rows: readonly PairedDifference[],
  professions: readonly ComparedProfession[],
  names: [string, string]
): string {
  const shown = rows.filter(({difference}) => difference !== null);
  const found = largestOf(shown.map((row) => pairedDifference(row, shown.length, professions)));
  if (!found) return "Der er ikke nok tal til at sammenligne.";
  const {largest, surest, compared} = found;
  const row = largest.high;
  if (percent(row.percent) === percent(row.percent_others)) return `Andelene er de samme ${names[0]} og ${names[1]}.`;
  const say = (row: PairedDifference) =>
    `hos ${whoIn(professions)(row)} for »${row.label}«: ${percent(row.percent)} ${names[0]} mod ${percent(row.percent_others)} ${names[1]}`;
  const isProven = !rows.some(({status}) => String(status).startsWith("hidden"));
  const first = `Størst forskel ${isProven ? "" : "blandt de viste tal "}er der ${say(row)}.`;
  const second =
    surest && !isSure(largest) ? ` Sikrest er forskellen ${say(surest.high)}: ${sizeInWords(surest, compared)}.` : "";
  return `${first} ${differenceInWords(largest, compared)}${second}`;
}

/** A paired difference as one of so many, turned so that it is positive. */
function pairedDifference(
  row: PairedDifference,
  compared: number,
  professions: readonly ComparedProfession[]
): Difference<PairedDifference> {
  const {difference: value, low, high} = row;
  const clusters = professions.find(({id}) => id === row.profession)?.participants;
  const limits = low === null || high === null ? null : widened(value!, {low, high}, widening(compared, clusters));
  const isTurned = value! < 0;
  return {
    high: row,
    low: row,
    by: Math.abs(value!),
    limits: limits && isTurned ? {low: -limits.high, high: -limits.low} : limits
  };
}

/**
 * The largest of some groups of the same patients, and the next where chance may have put it second.
 * @param what the groups in words, such as `Efter kontakten har flest indløst`
 */
export function largestShare(rows: readonly PatientShare[], what: string): string {
  const [largest, next] = rows.filter((row) => row.patients !== null).toSorted((a, b) => b.patients! - a.patients!);
  if (!largest) return "Ingen af grupperne har tal at vise.";
  const among = noneAbove(rows, "patients", largest.patients!) ? "" : "Blandt de viste tal: ";
  const name = ({label}: PatientShare) => label.toLowerCase();
  const start = `${among}${among ? uncapital(what) : what}: ${name(largest)}, ${percent(largest.percent)}.`;
  // Of those in either group, half would be in each by chance.
  const isChance = next && clopperPearson(largest.patients!, largest.patients! + next.patients!).low <= 0.5;
  return isChance ? `${start} Forskellen fra ${name(next)}, ${percent(next.percent)}, kan være tilfældig.` : start;
}

/** A profession's share with its limits, which rest on its participants. */
export function estimates(professions: readonly ComparedProfession[]) {
  return (row: ShareRow | AnswerRow): Estimate => ({
    value: row.percent,
    low: row.low,
    high: row.high,
    range: possible(row, "percent", anyShare),
    clusters: professions.find(({id}) => id === row.profession)?.participants
  });
}

/** The profession of a row, as it stands in a sentence. */
export function whoIn(professions: readonly ComparedProfession[]) {
  return ({profession}: {profession: string}) => professions.find(({id}) => id === profession)?.inText ?? profession;
}
