import {maxIndex, minIndex, group, max, greatest} from "d3-array";
import {percent} from "../words/format.js";
import {overlap, withInterval} from "./withInterval.js";
import type {AnswerRow} from "../charts/answerRow.js";
import type {PatientShare} from "../charts/patientShares.js";

/** One profession's share of one thing. */
export interface ShareRow {
  profession: string;
  percent: number | null;
  low: number | null;
  high: number | null;
}

/**
 * Which profession has the highest and which the lowest share, with their intervals and whether these overlap.
 * @param what the share in words, such as `Andelen af mænd`
 */
export function highestAndLowest(what: string, rows: ShareRow[], professions: {id: string; inText: string}[]): string {
  const shown = rows.filter((row) => row.percent !== null);
  const high = shown[maxIndex(shown, (row) => row.percent!)];
  const low = shown[minIndex(shown, (row) => row.percent!)];
  if (!high || !low || shown.length < 2) return "Der er ikke nok tal til at sammenligne faggrupperne.";
  if (percent(high.percent) === percent(low.percent))
    return `${what} er den samme hos alle faggrupper: ${percent(high.percent)}.`;
  const say = (row: ShareRow) =>
    `${professions.find((p) => p.id === row.profession)?.inText ?? row.profession}: ${withInterval(row)}`;
  return `${what} er størst hos ${say(high)} og mindst hos ${say(low)}. ${overlap(high, low)}`.trim();
}

/**
 * Where professions part most: the answer with the largest difference, its highest and lowest share
 * with their intervals, and whether the intervals overlap. Rows of hidden cells are passed over.
 */
export function largestDifference(rows: AnswerRow[], professions: {id: string; inText: string}[]): string {
  const shown = rows.filter((row) => row.percent !== null);
  const answers = [...group(shown, (row) => row.answer).values()].filter((own) => own.length > 1);
  if (answers.length === 0) return "Der er ikke nok tal til at sammenligne faggrupperne.";
  const spread = (own: AnswerRow[]) => max(own, (a) => max(own, (b) => a.percent! - b.percent!)!)!;
  const own = answers[maxIndex(answers, spread)]!;
  const high = own[maxIndex(own, (row) => row.percent!)]!;
  const low = own[minIndex(own, (row) => row.percent!)]!;
  if (percent(high.percent) === percent(low.percent)) return "Faggruppernes andele er de samme for alle svar.";
  const who = (row: AnswerRow) => professions.find((p) => p.id === row.profession)?.inText ?? row.profession;
  return `Størst forskel er der for »${own[0]!.label}«: ${withInterval(high)} hos ${who(high)} mod ${withInterval(low)} hos ${who(low)}. ${overlap(high, low)}`.trim();
}

/**
 * Where two groups of the same profession part most on one answer, with intervals and whether these overlap.
 * @param key the field of the group, whose values are `sides`, worded as `names`
 */
export function largestPair<Row extends AnswerRow>(
  rows: Row[],
  professions: {id: string; inText: string}[],
  key: keyof Row,
  sides: [string, string],
  names: [string, string]
): string {
  const pairs = [...group(rows, (row) => `${row.profession} ${row.answer}`).values()].flatMap((own) => {
    const [a, b] = sides.map((side) => own.find((row) => row[key] === side && row.percent !== null));
    return a && b ? [{a, b, difference: Math.abs(a.percent! - b.percent!)}] : [];
  });
  const most = greatest(pairs, (pair) => pair.difference);
  if (!most) return "Der er ikke nok tal til at sammenligne.";
  const {a, b} = most;
  if (percent(a.percent) === percent(b.percent)) return `Andelene er de samme ${names[0]} og ${names[1]}.`;
  const who = professions.find((p) => p.id === a.profession)?.inText ?? a.profession;
  return (
    `Størst forskel er der hos ${who} for »${a.label}«: ${withInterval(a)} ${names[0]} mod ${withInterval(b)} ${names[1]}. ` +
    overlap(a, b)
  ).trim();
}

/**
 * The largest of some groups of patients.
 * @param what the groups in words, such as `Efter kontakten har flest indløst`
 */
export function largestShare(rows: readonly PatientShare[], what: string): string {
  const shown = rows.filter((row) => row.percent !== null);
  const largest = shown[maxIndex(shown, (row) => row.percent!)];
  return largest
    ? `${what}: ${largest.label.toLowerCase()}, ${percent(largest.percent)}.`
    : "Ingen af grupperne har tal at vise.";
}
