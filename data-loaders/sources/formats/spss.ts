import {closeSync, openSync, readSync} from "node:fs";
import {basename} from "node:path";
import {inflateSync} from "node:zlib";
import {Refusal} from "../../ground/refusal.js";
import {decoderOf, type Decoder} from "./encodings.js";
import {numberText, type Cell, type ForeignTable} from "./table.js";

// After "System File Format" in the developers' manual of GNU PSPP.

/** Days from 1970 to the beginning of the Gregorian calendar, from which SPSS counts seconds. */
const epoch = -141_428;

/** SPSS's numbers of display formats. */
const moments = [20, 22, 23, 24, 28, 29, 30, 38, 39, 41];
const times = [21, 25];

interface Variable {
  short: string;
  name: string;
  /** Bytes of text; 0 of a number. */
  width: number;
  /** Its first element, and how many it has; an element is 8 bytes. */
  element: number;
  elements: number;
  meaning: "number" | "moment" | "time";
  missing: (value: number | string) => boolean;
  labels: {raw: Buffer; label: Buffer}[];
  segments: Variable[];
}

/**
 * Opens an SPSS system file: `.sav`, or compressed `.zsav`. A number is a day, moment or time where its format says so;
 * what the file calls missing is nothing. Cells are codes; their labels stand in `labels`, by the code as text.
 * @throws Refusal when it is no whole system file, or one that cannot be read
 */
export function openSpss(path: string, name = basename(path)): ForeignTable {
  const file = openSync(path, "r");
  try {
    return new SystemFile(file, name).table();
  } catch (error) {
    closeSync(file);
    throw error instanceof RangeError ? damaged(name) : error;
  }
}

function damaged(name: string): Refusal {
  return new Refusal(`${name} er ikke en hel SPSS-fil (.sav); hent filen igen, eller gem den som CSV.`);
}

/** The bytes of a file one after the other. */
class Bytes {
  private buffer = Buffer.alloc(0);
  private at = 0;
  /** @param refill the bytes that follow; empty at the end */
  constructor(private readonly refill: () => Buffer) {}

  /** So many bytes, valid until the next are asked for; undefined where fewer are left. */
  take(length: number): Buffer | undefined {
    while (this.buffer.length - this.at < length) {
      const more = this.refill();
      if (more.length === 0) return undefined;
      this.buffer = Buffer.concat([this.buffer.subarray(this.at), more]);
      this.at = 0;
    }
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }
}

class SystemFile {
  private little = true;
  private decode: Decoder = decoderOf("windows-1252")!;
  private readonly variables: Variable[] = [];
  private place = 0;

  constructor(
    private readonly file: number,
    private readonly name: string
  ) {}

  table(): ForeignTable {
    const bytes = new Bytes(this.following(() => this.place));
    const take = (length: number) => {
      const taken = bytes.take(length);
      if (!taken) throw damaged(this.name);
      this.place += length;
      return Buffer.from(taken);
    };
    const head = take(176);
    const kind = head.toString("latin1", 0, 4);
    if (kind !== "$FL2" && kind !== "$FL3") throw damaged(this.name);
    this.little = [2, 3].includes(head.readInt32LE(64));
    const compression = this.int(head, 72);
    const bias = this.double(head, 84);
    const cases = this.int(head, 80);
    const {elements, longNames, longTexts, longLabels, encoding} = this.dictionary(take);
    const decode = decoderOf(encoding);
    if (!decode)
      throw new Refusal(
        `${this.name} er skrevet i et tegnsæt, der ikke kendes (${encoding}); gem den igen i SPSS som Unicode.`
      );
    this.decode = decode;
    const columns = this.columnsOf(longNames, longTexts);
    const labels = columns.map((column) => this.labelsOf(column, longLabels));
    const seen = new Map<number, Map<string, string>>();
    const rows = () => this.rows({columns, elements, compression, bias, cases, labels, seen});
    return {names: columns.map((column) => column.name), rows, labels: seen};
  }

  private int(bytes: Buffer, at: number): number {
    return this.little ? bytes.readInt32LE(at) : bytes.readInt32BE(at);
  }
  private double(bytes: Buffer, at: number): number {
    return this.little ? bytes.readDoubleLE(at) : bytes.readDoubleBE(at);
  }

  /** Reads the file from a place on, a piece at a time. */
  private following(from: () => number): () => Buffer {
    let at: number | undefined;
    const piece = Buffer.alloc(1 << 20);
    return () => {
      at ??= from();
      const read = readSync(this.file, piece, 0, piece.length, at);
      at += read;
      return piece.subarray(0, read);
    };
  }

  /** Everything that stands before the rows. */
  private dictionary(take: (length: number) => Buffer) {
    const found = {
      elements: 0,
      encoding: "windows-1252",
      longNames: new Map<string, string>(),
      longTexts: new Map<string, number>(),
      longLabels: [] as {short: string; raw: Buffer; label: Buffer}[]
    };
    const int = () => this.int(take(4), 0);
    const byElement = new Map<number, Variable>();
    let values: Variable["labels"] = [];
    for (;;) {
      const record = int();
      if (record === 2) {
        const head = take(28);
        const [width, labelled, missing, print] = [0, 4, 8, 12].map((at) => this.int(head, at)) as [
          number,
          number,
          number,
          number
        ];
        if (labelled === 1) take(Math.ceil(int() / 4) * 4);
        const marks = take(Math.abs(missing) * 8);
        const element = found.elements++;
        if (width < 0) continue;
        const format = (print >> 16) & 0xff;
        const variable: Variable = {
          short: head.toString("latin1", 20, 28).trimEnd(),
          name: "",
          width,
          element,
          elements: Math.max(1, Math.ceil(width / 8)),
          meaning: moments.includes(format) ? "moment" : times.includes(format) ? "time" : "number",
          missing: this.missingOf(missing, marks, width),
          labels: [],
          segments: []
        };
        this.variables.push(variable);
        byElement.set(element, variable);
      } else if (record === 3) {
        values = Array.from({length: int()}, () => {
          const raw = take(8);
          const length = take(1)[0]!;
          return {raw, label: take(Math.ceil((length + 1) / 8) * 8 - 1).subarray(0, length)};
        });
      } else if (record === 4) {
        for (let n = int(); n > 0; n--) {
          const variable = byElement.get(int() - 1);
          if (variable) variable.labels = values;
        }
      } else if (record === 6) take(80 * int());
      else if (record === 7) {
        const [subtype, size, count] = [int(), int(), int()];
        const data = take(size * count);
        if (subtype === 3) found.encoding = encodingOf(this.int(data, 28));
        if (subtype === 20) found.encoding = data.toString("latin1").trim();
        if (subtype === 13 || subtype === 14) this.longer(subtype, data, found);
        if (subtype === 21) found.longLabels.push(...this.textLabels(data));
      } else if (record === 999) {
        int();
        return found;
      } else throw damaged(this.name);
    }
  }

  private longer(
    subtype: number,
    data: Buffer,
    found: {longNames: Map<string, string>; longTexts: Map<string, number>}
  ) {
    // Names may hold letters of any encoding, which is not known yet.
    for (const pair of data.toString("latin1").split("\t")) {
      const [short, long] = pair.replace(/\0/g, "").split("=");
      if (!short || !long) continue;
      if (subtype === 13) found.longNames.set(short.toUpperCase(), long);
      else found.longTexts.set(short.toUpperCase(), Number.parseInt(long, 10));
    }
  }

  /** The labels of texts longer than eight letters. */
  private textLabels(data: Buffer): {short: string; raw: Buffer; label: Buffer}[] {
    const found: {short: string; raw: Buffer; label: Buffer}[] = [];
    let at = 0;
    const int = () => this.int(data, (at += 4) - 4);
    const next = () => {
      const length = int();
      return data.subarray(at, (at += length));
    };
    while (at < data.length) {
      const short = next().toString("latin1");
      int();
      for (let n = int(); n > 0; n--) found.push({short, raw: next(), label: next()});
    }
    return found;
  }

  private missingOf(kind: number, marks: Buffer, width: number): Variable["missing"] {
    if (kind === 0) return () => false;
    if (width > 0) {
      const texts = Array.from({length: kind}, (_, i) => marks.toString("latin1", 8 * i, 8 * i + 8).trimEnd());
      return (value) => texts.includes(value as string);
    }
    const numbers = Array.from({length: Math.abs(kind)}, (_, i) => this.double(marks, 8 * i));
    if (kind > 0) return (value) => numbers.includes(value as number);
    const [low, high, single] = numbers as [number, number, number?];
    return (value) => ((value as number) >= low && (value as number) <= high) || value === single;
  }

  /** The columns of the table: a long text stands in several variables. */
  private columnsOf(longNames: Map<string, string>, longTexts: Map<string, number>): Variable[] {
    const columns: Variable[] = [];
    const read = (name: string) => {
      const bytes = Buffer.from(name, "latin1");
      return this.decode(bytes, 0, bytes.length);
    };
    for (let i = 0; i < this.variables.length; i++) {
      const variable = this.variables[i]!;
      const width = longTexts.get(variable.short.toUpperCase());
      variable.name = read(longNames.get(variable.short.toUpperCase()) ?? variable.short);
      if (width !== undefined) {
        const more = Math.floor((width + 251) / 252) - 1;
        variable.segments = this.variables.slice(i + 1, i + 1 + more);
        i += more;
      }
      columns.push(variable);
    }
    return columns;
  }

  private labelsOf(column: Variable, longLabels: {short: string; raw: Buffer; label: Buffer}[]): Map<string, string> {
    const own = longLabels.filter(({short}) => short.toUpperCase() === column.short.toUpperCase());
    return new Map(
      [...column.labels, ...own].map(({raw, label}) => [
        column.width > 0 ? this.decode(raw, 0, raw.length) : numberText(this.double(raw, 0), column.meaning, epoch),
        this.decode(label, 0, label.length).trim()
      ])
    );
  }

  private *rows(from: {
    columns: Variable[];
    elements: number;
    compression: number;
    bias: number;
    cases: number;
    labels: Map<string, string>[];
    seen: Map<number, Map<string, string>>;
  }): Generator<Cell[]> {
    const {columns, elements, compression, bias, cases, labels, seen} = from;
    const read = columns.map((column, i) => this.cellReader(column, labels[i]!, (codes) => seen.set(i, codes)));
    const row = Buffer.alloc(elements * 8);
    const cells: Cell[] = new Array<Cell>(columns.length);
    const fill = compression === 0 ? this.plain(row) : this.unpacker(row, compression, bias);
    let rows = 0;
    try {
      while (fill()) {
        rows++;
        for (let i = 0; i < read.length; i++) cells[i] = read[i]!(row);
        yield cells;
      }
    } finally {
      closeSync(this.file);
    }
    if (cases >= 0 && rows < cases) throw damaged(this.name);
  }

  private plain(row: Buffer): () => boolean {
    const bytes = new Bytes(this.following(() => this.place));
    return () => {
      const taken = bytes.take(row.length);
      taken?.copy(row);
      return taken !== undefined;
    };
  }

  /** Eight commands of a byte each, then the elements that the commands do not say themselves. */
  private unpacker(row: Buffer, compression: number, bias: number): () => boolean {
    const bytes = new Bytes(compression === 2 ? this.inflated() : this.following(() => this.place));
    const commands = Buffer.alloc(8);
    let next = 8;
    const {little} = this;
    return () => {
      for (let at = 0; at < row.length; at += 8) {
        let command = 0;
        while (command === 0) {
          if (next === 8) {
            const taken = bytes.take(8);
            if (!taken && at > 0) throw damaged(this.name);
            if (!taken) return false;
            taken.copy(commands);
            next = 0;
          }
          command = commands[next++]!;
        }
        if (command === 252) {
          if (at > 0) throw damaged(this.name);
          return false;
        }
        if (command === 253) {
          const taken = bytes.take(8);
          if (!taken) throw damaged(this.name);
          taken.copy(row, at);
        } else if (command === 254) row.fill(32, at, at + 8);
        else {
          const value = command === 255 ? -Number.MAX_VALUE : command - bias;
          if (little) row.writeDoubleLE(value, at);
          else row.writeDoubleBE(value, at);
        }
      }
      return true;
    };
  }

  /** The blocks of a `.zsav`, whose places its end tells. */
  private inflated(): () => Buffer {
    const read = (at: number, length: number) => {
      const bytes = Buffer.alloc(length);
      if (readSync(this.file, bytes, 0, length, at) < length) throw damaged(this.name);
      return bytes;
    };
    const long = (bytes: Buffer, at: number) =>
      Number(this.little ? bytes.readBigInt64LE(at) : bytes.readBigInt64BE(at));
    const head = read(this.place, 24);
    const end = read(long(head, 8), long(head, 16));
    const blocks = this.int(end, 20);
    let block = 0;
    return () => {
      if (block === blocks) return Buffer.alloc(0);
      const at = 24 + 24 * block++;
      return inflateSync(read(long(end, at + 8), this.int(end, at + 20)));
    };
  }

  private cellReader(
    column: Variable,
    labels: Map<string, string>,
    see: (codes: Map<string, string>) => void
  ): (row: Buffer) => Cell {
    const {element, width, meaning, missing, segments} = column;
    const at = element * 8;
    const noted = labels.size === 0 ? undefined : new Map<string, string>();
    if (noted) see(noted);
    // More are no codes.
    const note = (text: string) => {
      if (noted && noted.size < 1000 && !noted.has(text)) noted.set(text, labels.get(text) ?? "");
      return text;
    };
    if (width === 0)
      return (row) => {
        const value = this.double(row, at);
        if (value === -Number.MAX_VALUE || missing(value)) return undefined;
        return note(numberText(value, meaning, epoch));
      };
    const pieces = [column, ...segments].map((piece) => ({
      from: piece.element * 8,
      to: piece.element * 8 + Math.min(piece.width, 255)
    }));
    return (row) => {
      const text =
        pieces.length === 1
          ? this.decode(row, at, at + width)
          : this.whole(Buffer.concat(pieces.map(({from, to}) => row.subarray(from, to))));
      return text === "" || missing(text) ? undefined : note(text);
    };
  }

  private whole(bytes: Buffer): string {
    return this.decode(bytes, 0, bytes.length);
  }
}

/** A number of an encoding: Windows's of a code page, or one of the few that SPSS had before. */
function encodingOf(code: number): string {
  if (code === 65001) return "utf-8";
  if (code === 28591) return "iso-8859-1";
  return code < 5 ? "windows-1252" : `cp${code}`;
}
