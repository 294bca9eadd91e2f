import {element} from "../dom/dom.js";

/** How a line of text in a picture looks. */
export interface TextStyle {
  size: number;
  weight: number;
  fill: string;
}

/** Breaks a text between words so that no line is wider than `width`; a single longer word keeps a line to itself. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  // A no-break space is no place to break: 12,3 % stays together.
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  return lines;
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** The width of a text in CSS pixels; an estimate from the number of letters where there is no canvas. */
export function measureText(text: string, {size, weight}: TextStyle, family: string): number {
  if (canvas === undefined)
    canvas = typeof CanvasRenderingContext2D === "undefined" ? null : element("canvas").getContext("2d");
  if (!canvas) return text.length * size * 0.55;
  canvas.font = `${weight} ${size}px ${family}`;
  return canvas.measureText(text).width;
}
