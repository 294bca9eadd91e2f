import {residences} from "../../domain/areas.js";
import {capital} from "../../domain/words.js";
import {trendLine} from "../charts/trendLine.js";
import {element} from "../dom/dom.js";
import type {FigureOptions} from "../picture/figureOptions.js";
import {rangeOf, rangeText, valueOrRange} from "../rows/range.js";
import type {OwnFigure, ProfileLine} from "../rows/profileLines.js";
import {differenceWords, placeWords, whyMissing} from "../sentences/areaProfile.js";

/** How a table of an area's profile is drawn. */
export interface ProfileTableOptions {
  /** What the table shows. */
  caption: string;
  /** What the area and its region are called over their columns; a region has no region. */
  area: string;
  region?: string;
  /** The page of a measure. */
  link?(measure: string): string;
  /** Which end of a measure is the better one; none where a placement is nothing to judge by. */
  better?(measure: string): string;
  /** Whether the lines have limits of chance. */
  limits: boolean;
  /** A value of a measure, and its limits, as they are written. */
  value(value: number | null, measure: string): string;
  interval(low: number, high: number, measure: string): string;
  /** The least height of the scale of a small chart. */
  span(measure: string): number;
}

type FigureSheet = ReturnType<NonNullable<FigureOptions["sheet"]>>;

/** A cell of a line: the heading of its column, and what stands in it. */
interface Cell {
  heading: string;
  class?: string;
  content: (Node | string)[];
}

/**
 * The measures of an area, a line each, beside its region and the country. On a phone a
 * line's cells stand below each other.
 */
export function profileTable(lines: readonly ProfileLine[], options: ProfileTableOptions): HTMLElement {
  const standardised = lines.some(({own}) => own.standardised !== undefined);
  const cells = lines.map((line) => cellsOf(line, {...options, standardised}));
  const headings = (cells[0] ?? []).map(({heading, class: kind}) =>
    element("th", {scope: "col", class: kind}, heading)
  );
  const rows = lines.map(({measure, label}, i) => {
    const name = options.link ? element("a", {href: options.link(measure)}, label) : label;
    const own = cells[i]!.map(({heading, class: kind, content}) =>
      element("td", {class: kind, "data-label": heading}, ...content)
    );
    return element("tr", {}, element("th", {scope: "row"}, name), ...own);
  });
  return element(
    "div",
    {class: "table-scroll profile-table", role: "region", tabindex: 0, "aria-label": `Tabel: ${options.caption}`},
    element(
      "table",
      {class: "data-table", "aria-label": options.caption},
      element("thead", {}, element("tr", {}, element("th", {scope: "col"}, "Mål"), ...headings)),
      element("tbody", {}, ...rows)
    )
  );
}

/** The words of a cell; elements part them. */
function wordsOf(content: Iterable<Node | string>): string {
  return Array.from(content, (part) =>
    typeof part === "string" || part.childNodes.length === 0
      ? (typeof part === "string" ? part : part.textContent!).trim()
      : wordsOf(part.childNodes)
  )
    .filter(Boolean)
    .join(" ");
}

/** The same as texts, for a sheet of paper: without the small charts. */
export function profileSheet(lines: readonly ProfileLine[], options: ProfileTableOptions): FigureSheet {
  const standardised = lines.some(({own}) => own.standardised !== undefined);
  const cells = lines.map((line) => cellsOf(line, {...options, standardised}).slice(0, -1));
  return {
    headings: ["Mål", ...(cells[0] ?? []).map(({heading}) => heading)],
    rows: lines.map(({label}, i) => [label, ...cells[i]!.map(({content}) => wordsOf(content))])
  };
}

function cellsOf(line: ProfileLine, options: ProfileTableOptions & {standardised: boolean}): Cell[] {
  const {area, region, limits, value, span} = options;
  const {measure, own, country, trend} = line;
  const {standardised, standardised_low: low = null, standardised_high: high = null} = own;
  const range = rangeOf(own, "value");
  const compared = (heading: string, row: ProfileLine["country"]): Cell => ({
    heading,
    class: "number compared",
    content: [row ? (rangeText(row, "value", "%") ?? whyMissing(row) ?? value(row.value, measure)) : "–"]
  });
  return [
    {
      heading: area,
      class: "number own",
      content: [
        ...shareContent(own, measure, options),
        own.value === null && !range ? "" : element("small", {}, `N\u00A0=\u00A0${valueOrRange(own, "n")}`)
      ]
    },
    ...(options.standardised
      ? [
          {
            heading: "Standardiseret",
            class: "number",
            content:
              standardised === undefined
                ? ["–"]
                : shareContent({value: standardised, low, high, status: own.status}, measure, options)
          }
        ]
      : []),
    ...(region ? [compared(region, line.region)] : []),
    compared(capital(residences.country.danish), country),
    {heading: "Placering", class: "placement", content: placeContent(own, options.better?.(measure))},
    ...(limits
      ? [
          {
            heading: region ? "Forskel fra landet" : "Forskel fra resten af landet",
            class: "difference",
            content: [differenceWords(line)]
          }
        ]
      : []),
    {
      heading: trend.length > 1 ? `${trend[0]!.period} til ${trend.at(-1)!.period}` : "Udvikling",
      content: [trendChart(line, value, span(measure))]
    }
  ];
}

/** Where the area may stand, and what the first place means: it is the highest, whichever end is better. */
function placeContent(own: OwnFigure, better: string | undefined): (Node | string)[] {
  if (own.rank_low == null) return [placeWords(own)];
  return [placeWords(own), element("small", {}, ["nr.\u00A01 er højest", better].filter(Boolean).join("; "))];
}

/** A share and its limits, or why it is not shown. */
function shareContent(
  share: Pick<OwnFigure, "value" | "low" | "high" | "status">,
  measure: string,
  {value, interval}: ProfileTableOptions
): (Node | string)[] {
  const missing = whyMissing(share);
  const range = rangeText(share, "value", "%");
  if (range)
    return [
      element(
        "em",
        {class: "hidden-count"},
        element("span", {class: "unbroken"}, range),
        element("small", {}, missing ?? "")
      )
    ];
  if (missing) return [element("em", {class: "hidden-count"}, missing)];
  const {low, high} = share;
  return [
    element("span", {class: "share"}, value(share.value, measure)),
    element("span", {class: "limits"}, low === null || high === null ? "" : ` (${interval(low, high, measure)})`)
  ];
}

/** The small chart of a line: to a screen reader one picture, with its values in words. */
function trendChart(
  {measure, trend, label}: ProfileLine,
  value: ProfileTableOptions["value"],
  span: number
): HTMLElement {
  const say = (shown: number | null) => (shown === null ? "ikke vist" : value(shown, measure));
  const said = trend.map(({period, own, country}) => `${period}: ${say(own)}, landet ${say(country)}`);
  const chart = trendLine(trend, {span});
  chart.setAttribute("aria-hidden", "true");
  return element("div", {role: "img", "aria-label": `${label}. ${said.join("; ")}`}, chart);
}
