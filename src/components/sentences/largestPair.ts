import {greatest, group} from "d3-array";
import type {AnswerRow} from "../charts/answerRow.js";
import {percent} from "../words/format.js";
import {overlap, withInterval} from "./withInterval.js";

/**
 * Where two groups of the same profession part most on one answer, with intervals and whether these overlap.
 * @param key the field that tells the groups apart, whose values are `sides`, said as `names`
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
