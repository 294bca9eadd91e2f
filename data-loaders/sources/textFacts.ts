import {isUtf8} from "node:buffer";
import {eachLine, wholeLines} from "./lines.js";

/** What must be known of a text file before its columns are read. */
export interface TextFacts {
  bytes: number;
  /** Lines with anything on them. */
  filledLines: number;
  blankLines: number;
  utf8: boolean;
  /** Of what is not UTF-8, whether æ, ø and å are those of DOS and not of Windows. */
  cp850: boolean;
  /** Zero bytes, which no text has: a workbook, an archive, damage. And the line of the first. */
  zeros: number;
  firstZero: number;
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
    cp850: false,
    zeros: 0,
    firstZero: 0,
    quotes: false,
    breaks: "lf"
  };
  let lines = 0;
  let dos = 0;
  let windows = 0;
  let feeds = 0;
  let pairs = 0;
  let returns = 0;
  for (const piece of wholeLines(path)) {
    facts.bytes += piece.length;
    facts.utf8 &&= isUtf8(piece);
    if (piece.includes(0)) {
      if (facts.zeros === 0) facts.firstZero = lines + count(piece.subarray(0, piece.indexOf(0)), 10) + 1;
      facts.zeros += count(piece, 0);
    }
    if (!facts.utf8) {
      for (const letter of letters.cp850) dos += count(piece, letter);
      for (const letter of letters.windows) windows += count(piece, letter);
    }
    lines += count(piece, 10);
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
  facts.cp850 = !facts.utf8 && dos > 0 && windows === 0;
  return facts;
}

/** æ, ø, å, Æ, Ø and Å. */
const letters = {cp850: [0x91, 0x9b, 0x86, 0x92, 0x9d, 0x8f], windows: [0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5]};

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
