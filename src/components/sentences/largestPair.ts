import {greatest, group} from "d3-array";
import type {AnswerRow} from "../charts/answerRow.js";
import {interval, percent} from "../format.js";

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
  const who = professions.find((p) => p.id === a.profession)?.inText ?? a.profession;
  const apart = a.low !== null && b.low !== null && (a.low > b.high! || b.low > a.high!);
  return (
    `Størst forskel er der hos ${who} for »${a.label}«: ${say(a)} ${names[0]} mod ${say(b)} ${names[1]}. ` +
    (apart ? "Intervallerne overlapper ikke." : "Intervallerne overlapper, så forskellen kan være tilfældig.")
  );
}

function say(row: AnswerRow): string {
  return `${percent(row.percent)} (95 %-interval ${interval(row.low, row.high)})`;
}
