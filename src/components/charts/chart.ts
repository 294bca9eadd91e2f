import * as Plot from "@observablehq/plot";
import {absenceOf} from "../../domain/status.js";
import {HIDDEN} from "../words/format.js";
import "./danishTicks.js";

/** The options of every chart besides its rows. */
export interface ChartOptions {
  /** What the chart shows, read aloud in place of the picture. */
  title?: string;
  /** What it says: the sentence computed from the data. */
  description?: string;
  /** Pixels to fill; 640 by default. */
  width?: number;
  /** For rendering outside a browser. */
  document?: Document;
}

/** A profession as the code book has it. Charts take all of them, in its order, so that colours stay put. */
export interface ChartProfession {
  id: string;
  label: string;
  short: string;
}

export const FONT_SIZE = 12;
export const LINE_HEIGHT = 15;

export function widthOf(options: ChartOptions): number {
  return Math.max(240, Math.floor(options.width ?? 640));
}

/** Phones: labels go above what they name instead of beside it. */
export function isNarrow(options: ChartOptions): boolean {
  return widthOf(options) < 480;
}

/** Plots into one SVG, legend included, so that what is saved as a picture is whole. */
export function plotSvg(options: ChartOptions, plot: Plot.PlotOptions): SVGSVGElement {
  const svg = Plot.plot({
    width: widthOf(options),
    style: {fontSize: `${FONT_SIZE}px`},
    ariaLabel: options.title,
    ariaDescription: options.description,
    document: options.document,
    ...plot
  }) as SVGSVGElement;
  // One picture with one description, instead of hundreds of ticks and dots to be read aloud.
  svg.setAttribute("role", "img");
  if (!options.title) svg.setAttribute("aria-label", "Figur");
  return svg;
}

/** A chart of no rows says so. */
export function emptyChart(options: ChartOptions): SVGSVGElement {
  return plotSvg(options, {
    height: 80,
    marks: [
      Plot.text(["Ingen data at vise med dette valg"], {
        frameAnchor: "middle",
        lineWidth: (widthOf(options) - 40) / FONT_SIZE
      })
    ]
  });
}

/** A number that can be drawn. */
export function isDrawable(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** What is written where there is no value to draw; `undefined` is an answer the form does not have. */
export function absence(row: {status?: string | null} | undefined): string {
  if (!row) return "ikke på skemaet";
  return row.status === "none" || row.status === "shown"
    ? "ingen registreringer"
    : (absenceOf(row.status)?.short ?? HIDDEN);
}
