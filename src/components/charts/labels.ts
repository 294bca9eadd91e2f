import {FONT_SIZE} from "./chart.js";

/** Width of a text in pixels, on the generous side: charts are laid out where no text can be measured. */
export function textWidth(text: string, fontSize: number = FONT_SIZE): number {
  return text.length * fontSize * 0.6;
}

/**
 * Breaks a label into lines of at most `width` pixels, at spaces and after hyphens and
 * slashes; a longer word is broken.
 */
export function wrapLabel(label: string, width: number): string[] {
  const room = Math.max(4, Math.floor(width / (FONT_SIZE * 0.58)));
  const lines: string[] = [];
  let line = "";
  for (let piece of label.match(/[^\s/-]*[/-]+\s*|\S+?(?=[\s/-]|$)\s*|\s+/g) ?? []) {
    if (line && (line + piece.trimEnd()).length > room) {
      lines.push(line.trimEnd());
      line = "";
    }
    while (piece.trimEnd().length > room) {
      lines.push(`${piece.slice(0, room - 1)}-`);
      piece = piece.slice(room - 1);
    }
    line += piece;
  }
  if (line.trimEnd()) lines.push(line.trimEnd());
  return lines.length > 0 ? lines : [""];
}

/** Cuts a label that has room for `length` characters only; the whole stands in its tooltip. */
export function shorten(label: string, length: number): string {
  return label.length > length ? `${label.slice(0, length - 1)}…` : label;
}

/**
 * The anchor that keeps a text above one of many columns inside the chart: the first fifth
 * grows to the right, the last to the left.
 */
export function anchorOf(index: number, columns: number): "start" | "middle" | "end" {
  const place = (index + 0.5) / columns;
  return place < 0.2 ? "start" : place > 0.8 ? "end" : "middle";
}

/** A band with the dash that Danish readers write: `5-9` → `5–9`. */
export function bandLabel(band: string): string {
  return band.replace("-", "–");
}

/** The number a band begins with, to sort by: `18-29` → 18, `80+` → 80; what has none sorts last. */
export function bandStart(band: string): number {
  const found = /\d+/.exec(band);
  return found ? Number(found[0]) : Infinity;
}
