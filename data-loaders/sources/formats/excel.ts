import {basename} from "node:path";
import {closeSync, openSync, readSync} from "node:fs";
import type {Readable} from "node:stream";
import {SaxesParser} from "saxes";
import yauzl from "yauzl";
import {nearest, quoted, Refusal} from "../../ground/refusal.js";
import {numberText, type Cell, type ForeignTable} from "./table.js";

// ECMA-376, Part 1: workbook (18.2), shared strings (18.4), number formats (18.8.30) and sheets (18.3).

/** Days from 1970 to Excel's day 0, of the calendar that begins in 1900 and the one that begins in 1904. */
const epochs = {1900: -25_569, 1904: -24_107};

/** Excel's own number formats of days, moments and times. */
const ownDays = [14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
const ownMoments = [22];
const ownTimes = [18, 19, 20, 21, 32, 33, 45, 46, 47];

type Meaning = "number" | "day" | "moment" | "time";

interface Sheet {
  name: string;
  path: string;
}

/**
 * Opens the one sheet with anything in it of a workbook (`.xlsx`, `.xlsm`), or the sheet that `chosen` names. Cells are
 * what they hold, not what they look like: a day, moment or time where the format says so, a number with a point. Row
 * for row of the sheet, an empty one too. The texts that cells share are held in memory, a sheet's rows are not.
 * @throws Refusal when it is no such workbook, is locked, or several sheets hold something
 */
export async function openExcel(
  path: string,
  chosen: string | undefined,
  name = basename(path)
): Promise<ForeignTable> {
  refuseOldOrLocked(path, name);
  let archive: yauzl.ZipFile;
  const entries = new Map<string, yauzl.Entry>();
  try {
    archive = await yauzl.openPromise(path, {autoClose: false});
    for await (const entry of archive.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  } catch {
    throw damaged(name);
  }
  const part = async (file: string): Promise<Readable | undefined> => {
    const entry = entries.get(file.toLowerCase());
    return entry && archive.openReadStreamPromise(entry);
  };
  try {
    const {sheets, from1904} = await sheetsOf(part);
    if (sheets.length === 0) throw damaged(name);
    const sheet = await sheetOf(sheets, chosen, name, part);
    const meanings = await meaningsOf(part);
    const texts = await textsOf(part);
    return {
      names: [],
      rows: async function* () {
        try {
          const stream = await part(sheet.path);
          yield* sheetRows(stream!, {texts, meanings, epoch: epochs[from1904 ? 1904 : 1900]});
        } catch (error) {
          throw error instanceof Refusal ? error : damaged(name);
        } finally {
          archive.close();
        }
      }
    };
  } catch (error) {
    archive.close();
    throw error instanceof Refusal ? error : damaged(name);
  }
}

function damaged(name: string): Refusal {
  return new Refusal(`${name} er ikke en hel Excel-fil (.xlsx); hent filen igen, eller gem den som CSV UTF-8.`);
}

/** A locked workbook lies in the same kind of box as one of before 2007. */
function refuseOldOrLocked(path: string, name: string): void {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(8);
    readSync(file, head, 0, 8, 0);
    if (!head.equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) return;
    const box = Buffer.alloc(1 << 20);
    const read = readSync(file, box, 0, box.length, 0);
    const locked = box.subarray(0, read).includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new Refusal(
      locked || /\.xls[xm]$/i.test(name)
        ? `${name} er låst med en adgangskode; fjern adgangskoden i Excel (Filer, Oplysninger, Beskyt projektmappe), og gem filen igen.`
        : `${name} er en Excel-fil i formatet fra før 2007; gem den i Excel som .xlsx eller CSV UTF-8.`
    );
  } finally {
    closeSync(file);
  }
}

type Part = (file: string) => Promise<Readable | undefined>;
type Attributes = Record<string, string>;

/** Reads XML as it streams by: `open` and `close` get names without their prefix, `text` what stands between. */
async function* eachElement<T>(
  stream: Readable,
  visit: {
    open: (name: string, attributes: Attributes) => void;
    close?: (name: string) => void;
    text?: (text: string) => void;
  },
  taken: () => T[]
): AsyncGenerator<T> {
  const parser = new SaxesParser({position: false});
  const bare = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("opentag", ({name, attributes}) => visit.open(bare(name), attributes as Attributes));
  parser.on("closetag", ({name}) => visit.close?.(bare(name)));
  if (visit.text) parser.on("text", visit.text);
  parser.on("error", (error) => {
    throw error;
  });
  const decoder = new TextDecoder();
  for await (const piece of stream) {
    parser.write(decoder.decode(piece as Buffer, {stream: true}));
    yield* taken();
  }
  parser.close();
  yield* taken();
}

async function walk(
  stream: Readable | undefined,
  open: (name: string, attributes: Attributes) => void,
  rest: {close?: (name: string) => void; text?: (text: string) => void} = {}
): Promise<void> {
  if (!stream) return;
  for await (const _ of eachElement<never>(stream, {open, ...rest}, () => []));
}

async function sheetsOf(part: Part): Promise<{sheets: Sheet[]; from1904: boolean}> {
  let book = "xl/workbook.xml";
  await walk(await part("_rels/.rels"), (name, {Type = "", Target = ""}) => {
    if (name === "Relationship" && Type.endsWith("/officeDocument")) book = Target.replace(/^\//, "");
  });
  const folder = book.slice(0, book.lastIndexOf("/") + 1);
  const file = book.slice(folder.length);
  const targets = new Map<string, string>();
  await walk(await part(`${folder}_rels/${file}.rels`), (_, {Id, Target = "", Type = ""}) => {
    if (Id && Type.endsWith("/worksheet"))
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : folder + Target.replace(/^\.\//, ""));
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await walk(await part(book), (name, attributes) => {
    if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
    const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1];
    const path = targets.get(id ?? "");
    if (name === "sheet" && path) sheets.push({name: attributes.name ?? "", path});
  });
  return {sheets, from1904};
}

async function sheetOf(sheets: Sheet[], chosen: string | undefined, file: string, part: Part): Promise<Sheet> {
  const names = (among: Sheet[]) => among.map(({name}) => quoted(name)).join(", ");
  if (chosen !== undefined) {
    const sheet = sheets.find(({name}) => name.toLowerCase() === chosen.toLowerCase());
    if (sheet) return sheet;
    const near = nearest(
      chosen,
      sheets.map(({name}) => name)
    );
    throw new Refusal(
      `${file} har intet ark ${quoted(chosen)}, som settings.yaml nævner under sheets; ${near ? `mente du ${quoted(near)}?` : `arkene hedder ${names(sheets)}.`}`
    );
  }
  const filled: Sheet[] = [];
  for (const sheet of sheets) if (await holdsAnything(await part(sheet.path))) filled.push(sheet);
  if (filled.length > 1)
    throw new Refusal(
      `${file} har flere ark med noget i: ${names(filled)}; skriv under sheets i settings.yaml, hvilket der skal læses, som ${file}: ${filled[0]!.name}.`
    );
  if (filled.length === 0)
    throw new Refusal(`${file} har intet i sine ark; hent filen igen, eller fjern den fra mappen.`);
  return filled[0]!;
}

async function holdsAnything(stream: Readable | undefined): Promise<boolean> {
  if (!stream) return false;
  let found = false;
  const open = (name: string) => void (found ||= name === "v" || name === "t");
  for await (const any of eachElement(stream, {open}, () => (found ? [found] : []))) {
    stream.destroy();
    return any;
  }
  return false;
}

/** What the numbers of each cell format mean. */
async function meaningsOf(part: Part): Promise<Meaning[]> {
  const codes = new Map<number, string>();
  const meanings: Meaning[] = [];
  let inCells = false;
  await walk(
    await part("xl/styles.xml"),
    (name, {numFmtId, formatCode = ""}) => {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) meanings.push(meaningOf(Number(numFmtId ?? 0), codes));
    },
    {close: (name) => void (name === "cellXfs" && (inCells = false))}
  );
  return meanings;
}

function meaningOf(format: number, codes: Map<number, string>): Meaning {
  const code = codes.get(format);
  if (code === undefined)
    return ownDays.includes(format)
      ? "day"
      : ownMoments.includes(format)
        ? "moment"
        : ownTimes.includes(format)
          ? "time"
          : "number";
  // What stands in quotation marks, after a backslash or in brackets (but [h]) is text, a colour or a condition.
  const bare = code
    .toLowerCase()
    .split(";")[0]!
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/g, "");
  const day = /[dy]/.test(bare);
  const time = /[hs]/.test(bare);
  return day && time ? "moment" : day ? "day" : time ? "time" : "number";
}

/** The texts that cells share, by their number. */
async function textsOf(part: Part): Promise<string[]> {
  const texts: string[] = [];
  let text = "";
  let reading = false;
  let phonetic = false;
  await walk(
    await part("xl/sharedStrings.xml"),
    (name) => {
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
      reading = name === "t" && !phonetic;
    },
    {
      close: (name) => {
        if (name === "si") texts.push(text);
        if (name === "rPh") phonetic = false;
        reading = false;
      },
      text: (piece) => void (reading && (text += piece))
    }
  );
  return texts;
}

/** The rows of a sheet by their numbers, those that are not written as empty ones. */
async function* sheetRows(
  stream: Readable,
  {texts, meanings, epoch}: {texts: string[]; meanings: Meaning[]; epoch: number}
): AsyncGenerator<Cell[]> {
  let done: Cell[][] = [];
  let cells: Cell[] = [];
  let rowNo = 0;
  let place = -1;
  let type = "";
  let style = 0;
  let value = "";
  let reading = false;
  const meaning = (): Cell => {
    if (value === "") return undefined;
    if (type === "s") return texts[Number(value)] || undefined;
    if (type === "b") return value === "1" ? "TRUE" : "FALSE";
    if (type === "e") return value === "#N/A" ? undefined : value;
    if (type === "str" || type === "inlineStr") return value;
    if (type === "d") return value.replace("T", " ").replace(/ 00:00:00(\.0+)?Z?$/, "");
    return excelNumber(Number(value), meanings[style] ?? "number", epoch);
  };
  const open = (name: string, attributes: Attributes) => {
    if (name === "c") {
      place = attributes.r ? columnOf(attributes.r) : place + 1;
      type = attributes.t ?? "n";
      style = Number(attributes.s ?? 0);
      value = "";
    } else if (name === "row") {
      const here = attributes.r ? Number(attributes.r) : rowNo + 1;
      while (++rowNo < here) done.push([]);
      cells = [];
      place = -1;
    } else reading = name === "v" || (name === "t" && type === "inlineStr");
  };
  const close = (name: string) => {
    reading = false;
    if (name === "c") {
      const cell = meaning();
      if (cell === undefined) return;
      while (cells.length < place) cells.push(undefined);
      cells[place] = cell;
    } else if (name === "row") done.push(cells);
  };
  const text = (piece: string) => void (reading && (value += piece));
  yield* eachElement(stream, {open, close, text}, () => {
    const rows = done;
    done = [];
    return rows;
  });
}

function excelNumber(value: number, meaning: Meaning, epoch: number): string {
  if (meaning === "number") return String(value);
  // Excel believes in 29 February 1900, which was not.
  const days = epoch === epochs[1900] && value < 60 ? value + 1 : value;
  if (meaning === "time") return numberText(value * 86_400, value < 1 ? "time" : "number", 0);
  // Halves of milliseconds are what is left of counting days in binary fractions.
  if (meaning === "moment") return numberText(Math.round(days * 86_400_000) / 1000, "moment", epoch);
  return Number.isInteger(value) ? numberText(days, "day", epoch) : numberText(days * 86_400, "moment", epoch);
}

/** The place of a column, from 0, by its letters: `AB12` is 27. */
function columnOf(reference: string): number {
  let place = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) break;
    place = place * 26 + letter - 64;
  }
  return place - 1;
}
