import * as Plot from "@observablehq/plot";
import {BACKGROUND, type SeriesStyle} from "./colors.js";
import {FONT_SIZE, LINE_HEIGHT} from "./chart.js";
import {textWidth, wrapLabel} from "./labels.js";

/** One entry: a symbol (filled or hollow), a line, or a block of colour. */
export interface LegendItem {
  label: string;
  color: string;
  symbol?: SeriesStyle["symbol"];
  hollow?: boolean;
  /** A line with this dash instead of a symbol; empty is solid. */
  line?: string;
  /** A block of this opacity instead of a symbol. */
  block?: number;
  /** Whether the block has a dotted edge. */
  dotted?: boolean;
}

const SAMPLE = 24;
const ROW = LINE_HEIGHT + 5;

export interface Legend {
  /** Room to leave above the chart. */
  height: number;
  marks: (margins: {marginTop: number; marginLeft: number}) => Plot.Markish[];
}

/** Lays entries out in rows no wider than the chart, one that is wider in lines, and draws them inside its SVG. */
export function legend(items: LegendItem[], width: number): Legend {
  const placed: {item: LegendItem; x: number; y: number}[] = [];
  let x = 0;
  let y = 0;
  for (const item of items) {
    const needs = SAMPLE + textWidth(item.label) + 14;
    if (x > 0 && x + needs > width) {
      x = 0;
      y += ROW;
    }
    const lines = needs > width ? wrapLabel(item.label, width - SAMPLE) : [item.label];
    const extra = (lines.length - 1) * LINE_HEIGHT;
    placed.push({item: {...item, label: lines.join("\n")}, x, y: y + (ROW + extra) / 2});
    y += extra;
    x += needs;
  }
  return {
    height: items.length > 0 ? y + ROW + 8 : 0,
    marks: ({marginTop, marginLeft}) =>
      placed.flatMap(({item, x, y}) => {
        const at = {frameAnchor: "top-left", facet: "super", dy: y - marginTop} as const;
        // Where there is one line only, Plot's own: another would move it a little.
        const lineHeight = item.label.includes("\n") ? LINE_HEIGHT / FONT_SIZE : 1;
        return [
          sample(item, x - marginLeft, at),
          Plot.text([item.label], {
            ...at,
            dx: x + SAMPLE - marginLeft,
            lineAnchor: "middle",
            textAnchor: "start",
            lineHeight
          })
        ];
      })
  };
}

function sample(
  item: LegendItem,
  left: number,
  at: {frameAnchor: "top-left"; facet: "super"; dy: number}
): Plot.Markish {
  const dx = left + SAMPLE / 2 - 3;
  if (item.line !== undefined) {
    // A vector of fixed length is Plot's only mark that draws a line at a frame anchor.
    return Plot.vector([0], {
      ...at,
      dx,
      length: 18,
      rotate: 90,
      shape: lineShape,
      anchor: "middle",
      stroke: item.color,
      strokeWidth: 2,
      strokeDasharray: item.line
    });
  }
  if (item.block !== undefined)
    return Plot.dot([0], {
      ...at,
      dx,
      symbol: "square",
      r: 6,
      fill: item.color,
      fillOpacity: item.block,
      ...(item.dotted && {stroke: item.color, strokeDasharray: "2 2"})
    });
  return Plot.dot([0], {
    ...at,
    dx,
    symbol: item.symbol ?? "circle",
    r: 4.5,
    stroke: item.color,
    strokeWidth: 1.75,
    fill: item.hollow ? BACKGROUND : item.color
  });
}

const lineShape = {
  draw(context: {moveTo(x: number, y: number): void; lineTo(x: number, y: number): void}, length: number) {
    context.moveTo(0, 0);
    context.lineTo(0, -length);
  }
};
