import {
  absentText,
  cellText,
  columnHeading,
  isHidden,
  isMissing,
  isNumeric,
  type Column,
  type Row
} from "../rows/column.js";
import {element} from "../dom/dom.js";
import {rangeOf} from "../rows/range.js";

/** More rows than this make a page slow and nobody reads them; the CSV has them all. */
const mostRows = 1000;

/** What {@link dataTable} draws. */
export interface DataTableOptions {
  /** What the table shows or says. */
  caption: string;
  /** The name of the region that scrolls, where the caption is more than a name. */
  label?: string;
  rows: readonly Row[];
  columns: readonly Column[];
}

/**
 * An accessible table: caption, headings with scope, numbers to the right, hidden numbers as their range and, once a
 * row, why. The region around it scrolls in both directions, so it can take the keyboard's focus and has a name.
 */
export function dataTable({caption, label = caption, rows, columns}: DataTableOptions): HTMLElement {
  const right = columns.map((column) => isNumeric(column, rows));
  const shown = rows.slice(0, mostRows);
  const table = element(
    "table",
    {class: "data-table"},
    element("caption", {}, element("span", {}, captionText(caption, rows.length))),
    element("thead", {}, headings(columns, right)),
    element("tbody", {}, ...shown.map((row) => tableRow(row, columns, right)))
  );
  return element("div", {class: "table-scroll", role: "region", tabindex: 0, "aria-label": `Tabel: ${label}`}, table);
}

function captionText(caption: string, count: number): string {
  if (count <= mostRows) return caption;
  const digits = new Intl.NumberFormat("da-DK");
  return `${caption.replace(/\.$/, "")}. De første ${digits.format(mostRows)} af ${digits.format(count)} rækker; CSV-filen har dem alle.`;
}

function headings(columns: readonly Column[], right: readonly boolean[]): HTMLElement {
  const cells = columns.map((column, i) =>
    element("th", {scope: "col", class: right[i] ? "number" : null}, heading(column))
  );
  return element("tr", {}, ...cells);
}

/** A percent sign that stands in every cell need not stand in the heading. */
function heading(column: Column): string {
  return column.unit === "%" && column.format ? column.label : columnHeading(column);
}

function tableRow(row: Row, columns: readonly Column[], right: readonly boolean[]): HTMLElement {
  const firstRange = columns.findIndex(({field}) => rangeOf(row, field));
  const cells = columns.map((column, i) => {
    const hidden = isMissing(row[column.field]) && isHidden(row);
    const classes = [right[i] ? "number" : "", hidden ? "hidden-count" : ""].filter(Boolean).join(" ") || null;
    // The first column names the row, so that a screen reader can say which row a number belongs to.
    if (i === 0) return element("th", {scope: "row", class: classes}, cellText(column, row));
    const why = i === firstRange ? element("small", {}, absentText(row, "skjult")) : null;
    const told = hidden && firstRange >= 0 && !rangeOf(row, column.field);
    return element("td", {class: classes}, told ? "–" : cellText(column, row), why);
  });
  return element("tr", {}, ...cells);
}

/** What {@link factTable} shows. */
export interface FactTableOptions {
  /** The result of the table. */
  sentence: string;
  caption: string;
  rows: readonly Row[];
  columns: readonly Column[];
}

/**
 * Facts about the data themselves, such as files read or misprints known: a sentence, and the table where there is
 * anything to list. They come from no query, so they do not stand in the frame of a figure.
 */
export function factTable({sentence, caption, rows, columns}: FactTableOptions): HTMLElement {
  return element(
    "div",
    {class: "fact-table"},
    element("p", {}, sentence),
    rows.length > 0 ? dataTable({caption, rows, columns}) : null
  );
}
