import {type Row, isHidden} from "../rows/column.js";
import {announce} from "../dom/announce.js";
import {aboutNumbers} from "../dom/aboutNumbers.js";
import {element} from "../dom/dom.js";
import {figureButtons} from "./figureButtons.js";
import {type FigureOptions, rangeNote, sourceLine} from "../picture/figureOptions.js";
import {openAt} from "../dom/openAt.js";
import {printAddress} from "../dom/printAddress.js";
import {responsiveChart} from "../dom/responsiveChart.js";
import {unbroken} from "../dom/text.js";
import {hasRange} from "../rows/range.js";

export type {Column, Row} from "../rows/column.js";
export type {FigureOptions} from "../picture/figureOptions.js";

/**
 * The one frame that every figure comes in: title, sentence, chart, N, source, note, and buttons for the table and the
 * files. What else its numbers rest on stands once on the page.
 */
export function figure(options: FigureOptions): HTMLElement {
  const {id, title, note, level = 3} = options;
  const sentence = options.own?.sentence ?? options.sentence;
  const empty = emptyText(options.rows);
  const ranges = rangeNote(options);
  printAddress();
  const node = element(
    "figure",
    {
      class: "figure",
      id,
      "aria-labelledby": `${id}-titel`,
      "aria-describedby": empty === null ? `${id}-tekst` : null
    },
    element("div", {class: "figure-head"}, element(`h${level}`, {id: `${id}-titel`}, title)),
    empty === null ? element("p", {class: "figure-sentence", id: `${id}-tekst`}, ...unbroken(sentence)) : null,
    empty === null ? content(options, sentence) : element("p", {class: "figure-empty"}, empty),
    element("p", {class: "figure-source"}, sourceLine({n: options.n, source: options.source})),
    ranges ? element("p", {class: "figure-ranges"}, ...unbroken(ranges)) : null,
    note ? element("div", {class: "figure-note"}, ...(typeof note === "string" ? unbroken(note) : [note])) : null,
    figureButtons(options, empty === null)
  );
  aboutNumbers(id, node, options);
  if (options.own && empty === null) announce(sentence);
  openAt(id, node);
  return node;
}

function content({title, chart, own, body}: FigureOptions, sentence: string): HTMLElement | null {
  if (body) return body();
  return chart ? responsiveChart(own?.chart ?? chart, {label: title, alternative: sentence}) : null;
}

/** Why there is no chart, or null when there is one to draw. */
function emptyText(rows: readonly Row[]): string | null {
  if (rows.length === 0) return "Der er ingen tal at vise for dette valg.";
  if (rows.every((row) => row.status === "incomplete"))
    return "Registrene rækker ikke langt nok til at følge patienterne i denne periode: opfølgningen er ufuldstændig.";
  if (rows.every((row) => isHidden(row) && !hasRange(row)))
    return "Alle tal i dette valg er skjult for at beskytte få personer.";
  return null;
}
