import {group, maxIndex} from "d3-array";
import type {AnswerRow} from "../charts/answerRow.js";
import {noneAbove} from "../rows/range.js";
import {count, interval, percent} from "../words/format.js";

/** Up to this share a question counts as well filled in. */
const little = 5;

/** Where most is missing, and in how many of the questions little is. Rows of hidden cells are passed over. */
export function missingAnswers(
  rows: readonly AnswerRow[],
  professions: readonly {id: string; inText: string}[]
): string {
  const shown = rows.filter((row) => row.percent !== null);
  const most = shown[maxIndex(shown, (row) => row.percent!)];
  if (!most) return "Der er ingen tal for, hvor meget der mangler.";
  if (most.percent === 0) return "Alle spørgsmål er udfyldt i alle registreringer.";
  const well = shown.filter((row) => row.percent! <= little).length;
  const who = professions.find((p) => p.id === most.profession)?.inText ?? most.profession;
  const limits =
    most.low !== null && most.high !== null ? ` (95\u00A0%-interval ${interval(most.low, most.high)})` : "";
  const cells =
    group(shown, (row) => row.profession).size > 1 ? "kombinationer af spørgsmål og faggruppe" : "spørgsmål";
  const among = noneAbove(rows, "percent", most.percent!) ? "" : "af det, der vises, ";
  return `Mest mangler ${among}ved »${most.label}« hos ${who}: ${percent(most.percent)}${limits}. I ${count(well)} af ${count(shown.length)} ${cells} mangler højst ${percent(little, 0)}.`;
}
