import {fileName} from "../dom/download.js";
import {type FigureOptions, sourceLine} from "../picture/figureOptions.js";
import {csv} from "../tables/csv.js";

/**
 * The name of a figure's file: its page and title, which say area, indicator and period, the choices in the address
 * that the title does not say, and whether the data are synthetic.
 */
export function figureFileName({title, synthetic}: FigureOptions, extension: string): string {
  const page = pageTitle();
  const whole = title.startsWith(page) ? title : `${page} ${title}`;
  return fileName(whole, extension, document.location?.search ?? "", synthetic);
}

/**
 * The rows of a figure as CSV, each with what it is of: page, title, N, source and seal. They are columns since a
 * spreadsheet takes the first line for the headings.
 */
export function figureCsv(options: FigureOptions): Blob {
  const {rows, columns, title, synthetic} = options;
  const about = {
    figure_page: pageTitle(),
    figure_title: title,
    figure_source: [sourceLine(options), synthetic ? "Syntetiske data" : ""].filter(Boolean).join(" · ")
  };
  const all = [
    ...columns,
    {field: "figure_page", label: "Siden"},
    {field: "figure_title", label: "Figuren"},
    {field: "figure_source", label: "Figurens grundlag"}
  ];
  const described = rows.map((row) => ({...row, ...about}));
  return new Blob([csv(described, all)], {type: "text/csv;charset=utf-8"});
}

/** What the page is about, such as an area or an indicator. */
function pageTitle(): string {
  return document.querySelector("#observablehq-main h1")?.textContent?.trim() ?? "";
}
