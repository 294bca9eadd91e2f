import {closeSync, openSync, writeSync} from "node:fs";
import {eachLine, wholeLines} from "./lines.js";

/** A line whose quotation marks do not belong together. */
export interface BrokenLine {
  line: number;
  /** The beginning of the line. */
  text: string;
}

/** So many are looked for: a file with more is broken as a whole. */
export const mostBrokenLines = 100_000;

/**
 * Finds the lines whose quotation marks do not belong together and, when there are any,
 * writes `copy` with those lines blank.
 *
 * A registration stands on one line and no column holds running text, so a quotation mark that is still open where
 * its line ends is damage. Left to a CSV reader it would swallow the registrations of the following lines.
 */
export function blankBrokenLines(path: string, copy: string, delimiter: string): BrokenLine[] {
  const broken = brokenLines(path, delimiter);
  if (broken.length === 0 || broken.length === mostBrokenLines) return broken;
  const skip = new Set(broken.map((b) => b.line));
  const out = openSync(copy, "w");
  let line = 0;
  for (const piece of wholeLines(path)) {
    let kept = 0;
    eachLine(piece, (from, to) => {
      line++;
      if (!skip.has(line)) return;
      if (from > kept) writeSync(out, piece, kept, from - kept);
      kept = to;
    });
    if (piece.length > kept) writeSync(out, piece, kept, piece.length - kept);
  }
  closeSync(out);
  return broken;
}

function brokenLines(path: string, delimiter: string): BrokenLine[] {
  const separator = delimiter.charCodeAt(0);
  const broken: BrokenLine[] = [];
  let line = 0;
  for (const piece of wholeLines(path)) {
    eachLine(piece, (from, to) => {
      line++;
      if (broken.length < mostBrokenLines && !belongTogether(piece, from, to, separator))
        broken.push({line, text: piece.toString("utf8", from, Math.min(to, from + 80))});
    });
  }
  return broken;
}

/** RFC 4180 on one line: a quoted field begins and ends with a quotation mark, and holds others only in pairs. */
export function belongTogether(bytes: Uint8Array, from: number, to: number, separator: number): boolean {
  const quote = 34;
  // A byte order mark may stand before the first field.
  const start = from === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : from;
  for (let at = start; at < to; at++) {
    if (bytes[at] === quote) {
      for (at++; ; at++) {
        if (at >= to) return false;
        if (bytes[at] !== quote) continue;
        if (bytes[at + 1] !== quote || at + 1 >= to) break;
        at++;
      }
      at++;
      if (at < to && bytes[at] !== separator) return false;
    } else {
      for (; at < to && bytes[at] !== separator; at++) if (bytes[at] === quote) return false;
    }
  }
  return true;
}
