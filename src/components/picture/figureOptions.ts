import type {Column, Row} from "../rows/column.js";
import {hasRange} from "../rows/range.js";
import {RANGE_NOTE, uncapital} from "../words/format.js";
import type {DrawChart} from "../dom/responsiveChart.js";

/** Everything a figure needs to stand alone, on the page and as a file. */
export interface FigureOptions {
  /** Unique on the page; also the anchor of the figure and the start of its file names. */
  id: string;
  /** Says what is shown. */
  title: string;
  /** What the whole page is about, such as an area: stands before the title where the page does not stand around it. */
  about?: string;
  /** The finding in one Danish sentence computed from the data; also the chart's text alternative. */
  sentence: string;
  /** Draws the chart. Downloads are always drawn by this one. */
  chart?: DrawChart;
  /**
   * What stands on the page in the place of the chart: result tables, without a picture to
   * download, or a chart to move about in.
   */
  body?: () => HTMLElement;
  /** What stands on paper in the place of `body`, as texts; the rows behind where it is left out. */
  sheet?: () => {headings: string[]; rows: string[][]};
  /** The rows behind the chart: the table and the CSV. */
  rows: Row[];
  columns: Column[];
  /** `N = 5.954 registreringer` */
  n: string;
  source: string;
  seal?: string;
  synthetic?: boolean;
  note?: string | Node;
  /** What a meeting may discuss: comes along into the meeting folder. */
  question?: string;
  /** The query, or queries, that the rows came from. */
  sql?: string | readonly string[];
  /** The page's own buttons, set before the frame's. */
  actions?: HTMLElement[];
  /** The level of the title; pages write `##` above figures, so 3 by default. */
  level?: 2 | 3 | 4;
  /** On the page only, never in a download: the chart and sentence with the reader's own participant marked. */
  own?: {chart: DrawChart; sentence?: string};
}

/** The title of a figure that stands alone. */
export function wholeTitle({about, title}: Pick<FigureOptions, "about" | "title">): string {
  return about && !title.includes(about) ? `${about}: ${uncapital(title)}` : title;
}

/** N, source and seal as one line, on the page and under a downloaded picture alike. */
export function sourceLine({n, source, seal}: Pick<FigureOptions, "n" | "source" | "seal">): string {
  return [n, `Kilde: ${source}`, seal ? `Segl: ${seal}` : ""].filter(Boolean).join(" · ");
}

/** What ranges are, where a figure has any: on the page, under a downloaded picture and in the folder alike. */
export function rangeNote({rows}: Pick<FigureOptions, "rows">): string | null {
  return rows.some(hasRange) ? RANGE_NOTE : null;
}
