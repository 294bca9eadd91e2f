import {closeSync, openSync, readSync} from "node:fs";

const chunkSize = 4 << 20;

/** Opens a file for reading; tests pass one that fails. */
export type OpenFile = (path: string) => number;

export const openFile: OpenFile = (path) => openSync(path, "r");

/**
 * The bytes of a file in pieces that end with a line feed, except the last. A piece is valid until the
 * next is asked for. A line longer than four megabytes comes in pieces that end anywhere.
 */
export function* wholeLines(path: string, open: OpenFile = openFile): Generator<Buffer> {
  const file = open(path);
  try {
    const buffer = Buffer.allocUnsafe(chunkSize);
    let held = 0;
    for (;;) {
      const read = readSync(file, buffer, held, buffer.length - held, null);
      const end = held + read;
      const cut = read === 0 ? end : buffer.subarray(0, end).lastIndexOf(10) + 1 || (end === buffer.length ? end : 0);
      if (cut > 0) yield buffer.subarray(0, cut);
      if (read === 0) return;
      buffer.copyWithin(0, cut, end);
      held = end - cut;
    }
  } finally {
    closeSync(file);
  }
}

/** Where each line of a piece begins and ends, its line break not counted. */
export function eachLine(piece: Buffer, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < piece.length; ) {
    const feed = piece.indexOf(10, from);
    const end = feed < 0 ? piece.length : feed;
    visit(from, end > from && piece[end - 1] === 13 ? end - 1 : end);
    from = end + 1;
  }
}
