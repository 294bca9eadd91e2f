import {closeSync, fstatSync, openSync, readSync} from "node:fs";
import {basename} from "node:path";
import {Refusal} from "../../ground/refusal.js";
import {decoderOf, type Decoder} from "./encodings.js";
import {numberText, type Cell, type ForeignTable} from "./table.js";

// The format is not published; this follows M. S. Shotwell, "SAS7BDAT Database Binary Format" (CRAN package sas7bdat),
// and what pandas, ReadStat and Parso have learnt of it since.

/** Days from 1970 to SAS's beginning of time. */
const epoch = -3653;

const signatures = {
  rowSize: 0xf7f7f7f7,
  columnSize: 0xf6f6f6f6,
  columnText: 0xfffffffd,
  columnName: 0xffffffff,
  columnAttributes: 0xfffffffc,
  columnFormat: 0xfffffbfe,
  columnList: 0xfffffffe,
  counts: 0xfffffc00
};
const known = new Set(Object.values(signatures));

/** SAS's numbers of encodings, as iconv calls them. */
const encodings: Record<number, string> = {
  0: "windows-1252",
  20: "utf-8",
  28: "ascii",
  29: "iso-8859-1",
  40: "iso-8859-15",
  41: "cp437",
  42: "cp850",
  45: "cp858",
  62: "windows-1252"
};

const dates =
  /^(DATE|(DD|MM|YY)(MM|DD|YY)(DD|MM|YY)?[BCDNPS]?|MONYY|WEEKDAT[EX]|WORDDAT[EX]|JULIAN|[EB]8601DA|IS8601DA|NLDATE\w*|EURDF(DD|DE|DN|MY|WD))$/;
const moments = /^(DATETIME|DATEAMPM|DTDATE|MDYAMPM|[EB]8601D[TNZX]|IS8601D[TNZ]|NLDATM\w*|EURDFDT)$/;
const times = /^(TIME|TIMEAMPM|TOD|HHMM|[EB]8601T[MZ]|IS8601T[MZ]|NLTIM\w*)$/;

type Meaning = "number" | "day" | "moment" | "time";

interface Column {
  name: string;
  text: boolean;
  offset: number;
  length: number;
  meaning: Meaning;
}

interface Layout {
  file: number;
  name: string;
  little: boolean;
  /** Bytes of a whole number: 8 in files of 64-bit SAS. */
  word: 4 | 8;
  headerSize: number;
  pageSize: number;
  pages: number;
  decode: Decoder;
}

interface Found {
  rowLength: number;
  rowCount: number;
  mixRows: number;
  columns: number;
  compression: "" | "run lengths" | "Ross";
  texts: Buffer[];
  names: string[];
  places: {offset: number; length: number; text: boolean}[];
  formats: string[];
}

/**
 * Opens a SAS data set: `.sas7bdat` of 32 or 64 bits in either order of bytes, also compressed (`COMPRESS=YES` or
 * `BINARY`). A numeric column is a day, moment or time where its format says so. Pages are read one by one.
 * @throws Refusal when it is no whole data set, or one that cannot be read
 */
export function openSas(path: string, name = basename(path)): ForeignTable {
  const file = openSync(path, "r");
  let layout: Layout;
  let found: Found;
  try {
    layout = layoutOf(file, name);
    found = metadataOf(layout);
  } catch (error) {
    closeSync(file);
    throw error instanceof RangeError ? damaged(name) : error;
  }
  const columns = found.names.slice(0, found.columns).map((column, i): Column => {
    const format = found.formats[i]?.toUpperCase().replace(/\d+$/, "") ?? "";
    const {offset, length, text} = found.places[i]!;
    const meaning = moments.test(format)
      ? "moment"
      : times.test(format)
        ? "time"
        : dates.test(format)
          ? "day"
          : "number";
    return {name: column, text, offset, length, meaning};
  });
  return {names: columns.map((column) => column.name), rows: () => rowsOf(layout, found, columns)};
}

function damaged(name: string): Refusal {
  return new Refusal(
    `${name} er ikke en hel SAS-fil (.sas7bdat); hent filen igen, eller gem den som Parquet eller CSV.`
  );
}

function layoutOf(file: number, name: string): Layout {
  const head = Buffer.alloc(1024);
  const read = readSync(file, head, 0, head.length, 0);
  const magic = Buffer.from("c2ea8160b31411cfbd92080009c7318c181f1011", "hex");
  if (read < 288 || !head.subarray(12, 32).equals(magic)) throw damaged(name);
  const word = head[32] === 0x33 ? 8 : 4;
  const shift = head[35] === 0x33 ? 4 : 0;
  const little = head[37] === 1;
  const int = (at: number) => (little ? head.readUInt32LE(at) : head.readUInt32BE(at));
  const encoding = encodings[head[70]!];
  const decode = encoding && decoderOf(encoding);
  if (!decode)
    throw new Refusal(
      `${name} er skrevet i et tegnsæt, der ikke kendes (SAS' nr. ${head[70]}); gem den igen i utf-8 eller wlatin1, eller som Parquet.`
    );
  const [headerSize, pageSize, pages] = [196, 200, 204].map((at) => int(at + shift)) as [number, number, number];
  if (pageSize < 1024 || fstatSync(file).size < headerSize + pages * pageSize) throw damaged(name);
  return {file, name, little, word, headerSize, pageSize, pages, decode};
}

/** A page, and what stands in its head. */
class Page {
  readonly bytes: Buffer;
  type = 0;
  blocks = 0;
  subheaders = 0;
  constructor(private readonly layout: Layout) {
    this.bytes = Buffer.alloc(layout.pageSize);
  }

  read(place: number): void {
    const {file, headerSize, pageSize, name} = this.layout;
    if (readSync(file, this.bytes, 0, pageSize, headerSize + place * pageSize) < pageSize) throw damaged(name);
    const at = this.headBytes;
    this.type = this.short(at);
    this.blocks = this.short(at + 2);
    this.subheaders = this.short(at + 4);
    if ((this.type & 0xf00) !== 0 && (this.type & 0x80) !== 0)
      throw new Refusal(
        `${name} har slettede rækker, der endnu ligger i filen; gem datasættet igen i SAS (data ny; set gammel; run;).`
      );
  }

  get headBytes(): number {
    return this.layout.word === 8 ? 32 : 16;
  }
  get pointerBytes(): number {
    return this.layout.word === 8 ? 24 : 12;
  }
  get isMeta(): boolean {
    return (this.type & 0xf00) === 0 && (this.type & 0x9000) !== 0x9000;
  }
  get isMix(): boolean {
    return (this.type & 0xf00) === 0x200;
  }
  get isData(): boolean {
    return (this.type & 0xf00) === 0x100;
  }
  get isAmended(): boolean {
    return (this.type & 0xf00) === 0x400;
  }

  short(at: number): number {
    return this.layout.little ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }
  int(at: number): number {
    return this.layout.little ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }
  word(at: number): number {
    if (this.layout.word === 4) return this.int(at);
    return Number(this.layout.little ? this.bytes.readBigUInt64LE(at) : this.bytes.readBigUInt64BE(at));
  }
  signature(at: number): number {
    return this.int(this.layout.word === 8 && !this.layout.little ? at + 4 : at);
  }

  /** Where the pointed parts of a page of metadata lie, and what they are. */
  *parts(): Generator<{at: number; length: number; compression: number; type: number}> {
    for (let i = 0; i < this.subheaders; i++) {
      const pointer = this.headBytes + 8 + i * this.pointerBytes;
      const [at, length] = [this.word(pointer), this.word(pointer + this.layout.word)];
      const compression = this.bytes[pointer + 2 * this.layout.word]!;
      const type = this.bytes[pointer + 2 * this.layout.word + 1]!;
      if (at + length > this.bytes.length) throw damaged(this.layout.name);
      if (length > 0 && compression !== 1) yield {at, length, compression, type};
    }
  }
}

function metadataOf(layout: Layout): Found {
  const found: Found = {
    rowLength: 0,
    rowCount: 0,
    mixRows: 0,
    columns: 0,
    compression: "",
    texts: [],
    names: [],
    places: [],
    formats: []
  };
  const whole = () =>
    found.columns > 0 && [found.names, found.places, found.formats].every((list) => list.length >= found.columns);
  const page = new Page(layout);
  for (let i = 0; i < layout.pages && !whole(); i++) {
    page.read(i);
    if (page.isData) break;
    addMetadata(page, layout, found);
  }
  // What was added to the columns after the rows stands at the end.
  for (let i = layout.pages - 1; i >= 0 && !whole(); i--) {
    page.read(i);
    if (!page.isAmended) break;
    addMetadata(page, layout, found);
  }
  if (found.columns === 0 || found.names.length < found.columns || found.places.length < found.columns)
    throw damaged(layout.name);
  return found;
}

function addMetadata(page: Page, {word, decode}: Layout, found: Found): void {
  const text = (at: number) => {
    const [index, from, length] = [page.short(at), page.short(at + 2), page.short(at + 4)];
    const texts = found.texts[Math.min(index, found.texts.length - 1)];
    return texts ? decode(texts, from, Math.min(from + length, texts.length)) : "";
  };
  for (const {at, length} of page.parts()) {
    const count = (bytes: number) => Math.floor((length - 2 * word - 12) / bytes);
    switch (page.signature(at)) {
      case signatures.rowSize:
        found.rowLength = page.word(at + 5 * word);
        found.rowCount = page.word(at + 6 * word);
        found.mixRows = page.word(at + 15 * word);
        break;
      case signatures.columnSize:
        found.columns = page.word(at + word);
        break;
      case signatures.columnText: {
        const block = Buffer.from(page.bytes.subarray(at + word, at + length));
        if (found.texts.length === 0)
          found.compression = block.includes("SASYZCRL") ? "run lengths" : block.includes("SASYZCR2") ? "Ross" : "";
        found.texts.push(block);
        break;
      }
      case signatures.columnName:
        for (let i = 0; i < count(8); i++) found.names.push(text(at + word + 8 * (i + 1)));
        break;
      case signatures.columnAttributes:
        for (let i = 0; i < count(word + 8); i++) {
          const place = at + word + 8 + i * (word + 8);
          found.places.push({
            offset: page.word(place),
            length: page.int(place + word),
            text: page.bytes[place + word + 6] !== 1
          });
        }
        break;
      case signatures.columnFormat:
        found.formats.push(text(at + 22 + 3 * word));
        break;
    }
  }
}

function* rowsOf(layout: Layout, found: Found, columns: Column[]): Generator<Cell[]> {
  const {rowLength, rowCount} = found;
  const page = new Page(layout);
  const unpacked = Buffer.alloc(rowLength);
  const cells: Cell[] = new Array<Cell>(columns.length);
  const read = columns.map((column) => cellReader(column, layout));
  const row = (bytes: Buffer, at: number) => {
    for (let i = 0; i < columns.length; i++) cells[i] = read[i]!(bytes, at);
    return cells;
  };
  let rows = 0;
  try {
    for (let i = 0; i < layout.pages && rows < rowCount; i++) {
      page.read(i);
      if (page.isMeta || page.isMix) {
        for (const {at, length, compression, type} of page.parts()) {
          const isRow = compression === 4 || (compression === 0 && type === 1 && !known.has(page.signature(at)));
          if (found.compression === "" || !isRow || rows === rowCount) continue;
          rows++;
          if (length < rowLength) {
            unpack(found.compression, page.bytes.subarray(at, at + length), unpacked, layout.name);
            yield row(unpacked, 0);
          } else yield row(page.bytes, at);
        }
      }
      if (!page.isMix && !page.isData) continue;
      const head = page.headBytes + 8 + (page.isMix ? page.subheaders * page.pointerBytes : 0);
      const first = page.isMix ? head + (head % 8) : head;
      const here = Math.min(page.isMix ? found.mixRows : page.blocks, rowCount - rows);
      if (first + here * rowLength > layout.pageSize) throw damaged(layout.name);
      rows += here;
      for (let r = 0; r < here; r++) yield row(page.bytes, first + r * rowLength);
    }
  } finally {
    closeSync(layout.file);
  }
  if (rows < rowCount) throw damaged(layout.name);
}

/** How a cell of a column is read from a row that begins at a place. */
function cellReader(
  {text, offset, length, meaning}: Column,
  {little, decode}: Layout
): (b: Buffer, at: number) => Cell {
  if (text)
    return (bytes, at) => {
      const value = decode(bytes, at + offset, at + offset + length);
      return value === "" ? undefined : value;
    };
  // A number may be cut to its first three to seven bytes.
  const whole = Buffer.alloc(8);
  return (bytes, at) => {
    bytes.copy(whole, little ? 8 - length : 0, at + offset, at + offset + length);
    const value = little ? whole.readDoubleLE(0) : whole.readDoubleBE(0);
    // SAS's missing values, `.` and `.A` to `.Z`, are no numbers.
    return Number.isNaN(value) ? undefined : numberText(value, meaning, epoch);
  };
}

function unpack(compression: Found["compression"], packed: Buffer, row: Buffer, name: string): void {
  const written = compression === "Ross" ? unpackRoss(packed, row) : unpackRuns(packed, row);
  if (written !== row.length) throw damaged(name);
}

/**
 * Run lengths (`COMPRESS=CHAR`): a command of half a byte, and a length in the other half and perhaps the next byte.
 */
function unpackRuns(packed: Buffer, row: Buffer): number {
  let at = 0;
  let to = 0;
  const copy = (n: number) => {
    packed.copy(row, to, at, at + n);
    at += n;
    to += n;
  };
  const repeat = (byte: number, n: number) => {
    row.fill(byte, to, Math.min(to + n, row.length));
    to += n;
  };
  while (at < packed.length) {
    const command = packed[at]! >> 4;
    const low = packed[at++]! & 0x0f;
    if (command === 0x0) copy(packed[at++]! + 64 + low * 256);
    else if (command === 0x1) copy(packed[at++]! + 64 + low * 256 + 4096);
    else if (command === 0x2) copy(low + 96);
    else if (command === 0x4) {
      const n = packed[at++]! + 18 + low * 256;
      repeat(packed[at++]!, n);
    } else if (command === 0x5) repeat(0x40, packed[at++]! + 17 + low * 256);
    else if (command === 0x6) repeat(0x20, packed[at++]! + 17 + low * 256);
    else if (command === 0x7) repeat(0x00, packed[at++]! + 17 + low * 256);
    else if (command >= 0x8 && command <= 0xb) copy(low + 1 + (command - 8) * 16);
    else if (command === 0xc) repeat(packed[at++]!, low + 3);
    else if (command === 0xd) repeat(0x40, low + 2);
    else if (command === 0xe) repeat(0x20, low + 2);
    else if (command === 0xf) repeat(0x00, low + 2);
    else return -1;
  }
  return to;
}

/**
 * Ross data compression (`COMPRESS=BINARY`): sixteen bits tell which of the next sixteen are bytes and which commands.
 */
function unpackRoss(packed: Buffer, row: Buffer): number {
  let at = 0;
  let to = 0;
  let bits = 0;
  let mask = 0;
  const repeat = (n: number) => {
    row.fill(packed[at++]!, to, Math.min(to + n, row.length));
    to += n;
  };
  const again = (back: number, n: number) => {
    for (let i = 0; i < n && to < row.length; i++, to++) row[to] = row[to - back]!;
  };
  while (at < packed.length) {
    mask >>= 1;
    if (mask === 0) {
      bits = packed.readUInt16BE(at);
      at += 2;
      mask = 0x8000;
      if (at >= packed.length) break;
    }
    if ((bits & mask) === 0) {
      row[to++] = packed[at++]!;
      continue;
    }
    const command = packed[at]! >> 4;
    const low = packed[at++]! & 0x0f;
    if (command === 0) repeat(low + 3);
    else if (command === 1) repeat(low + (packed[at++]! << 4) + 19);
    else if (command === 2) {
      const back = low + 3 + (packed[at++]! << 4);
      again(back, packed[at++]! + 16);
    } else again(low + 3 + (packed[at++]! << 4), command);
  }
  return to;
}
