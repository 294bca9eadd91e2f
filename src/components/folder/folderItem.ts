import {cellText, columnHeading} from "../rows/column.js";
import {type FigureOptions, rangeNote, sourceLine, wholeTitle} from "../picture/figureOptions.js";
import {drawPicture} from "../picture/picture.js";

/** A figure as it was when somebody put it in the meeting folder. */
export interface FolderItem {
  /** The page with its choices, from the root of the web server: `/audit/variation?fag=gp`. */
  address: string;
  /** The id of the figure on that page. */
  figure: string;
  title: string;
  sentence: string;
  /** N, source and seal. */
  source: string;
  synthetic: boolean;
  /** The chart as the text of an SVG; absent where a figure is a table. */
  picture?: string;
  /** The rows behind, as a reader sees them: hidden counts as the word for it. */
  table: {headings: string[]; rows: string[][]};
  /** What a meeting may discuss, where the figure has a question of its own. */
  question?: string;
  /** The reader's own words. */
  note: string;
  /** What the meeting decided. */
  decision?: string;
}

/** The rows a folder keeps of a figure; the file with all of them is on the page. */
const mostRows = 200;

/** What the folder keeps of a figure. The mark for the reader's own participant never comes along. */
export function folderItem(
  options: FigureOptions,
  {pathname, search}: Pick<Location, "pathname" | "search">
): FolderItem {
  const {id, sentence, question, rows, columns, sheet, synthetic = false, chart} = options;
  return {
    address: pathname + search,
    figure: id,
    title: wholeTitle(options),
    sentence,
    source: [sourceLine(options), rangeNote(options)].filter((text) => text !== null).join(" · "),
    synthetic,
    ...(question && {question}),
    ...(chart && {picture: new XMLSerializer().serializeToString(drawPicture(options))}),
    table: sheet?.() ?? {
      headings: columns.map(columnHeading),
      rows: rows.slice(0, mostRows).map((row) => columns.map((column) => cellText(column, row)))
    },
    note: ""
  };
}
