import {isUtf8} from "node:buffer";
import {eachLine, wholeLines} from "./lines.js";

/** What must be known of a text file before its columns are read. */
export interface TextFacts {
  bytes: number;
  /** Lines with anything on them. */
  filledLines: number;
  blankLines: number;
  utf8: boolean;
  /** Holds a zero byte, which no text does: a workbook, an archive, UTF-16. */
  binary: boolean;
  quotes: boolean;
  /** `mixed`: line breaks of several kinds, or a carriage return alone. */
  breaks: "lf" | "crlf" | "mixed";
}

/** Looks through a file once, at the speed of the disk. */
export function textFacts(path: string): TextFacts {
  const facts: TextFacts = {
    bytes: 0,
    filledLines: 0,
    blankLines: 0,
    utf8: true,
    binary: false,
    quotes: false,
    breaks: "lf"
  };
  let feeds = 0;
  let pairs = 0;
  let returns = 0;
  for (const piece of wholeLines(path)) {
    facts.bytes += piece.length;
    facts.utf8 &&= isUtf8(piece);
    facts.binary ||= piece.includes(0);
    facts.quotes ||= piece.includes(34);
    eachLine(piece, (from, to) => {
      if (to > from) facts.filledLines++;
      else facts.blankLines++;
      if (piece[to] === 13) pairs++;
    });
    feeds += count(piece, 10);
    returns += pairs > 0 || piece.includes(13) ? count(piece, 13) : 0;
  }
  if (returns > 0) facts.breaks = returns === pairs && pairs === feeds ? "crlf" : "mixed";
  return facts;
}

/** The numbers (from 1) of lines with nothing on them. */
export function blankLines(path: string): number[] {
  const blank: number[] = [];
  let line = 0;
  for (const piece of wholeLines(path)) {
    eachLine(piece, (from, to) => {
      line++;
      if (to === from) blank.push(line);
    });
  }
  return blank;
}

function count(piece: Buffer, byte: number): number {
  let found = 0;
  for (let at = piece.indexOf(byte); at >= 0; at = piece.indexOf(byte, at + 1)) found++;
  return found;
}
