import {closeSync, createReadStream, createWriteStream, openSync, readSync, writeSync} from "node:fs";
import {basename} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import iconv from "iconv-lite";
import {Refusal} from "../ground/refusal.js";
import {openFile, wholeLines, type OpenFile} from "./lines.js";
import {asText, foreign, type AsText} from "./formats/asText.js";
import {unzip} from "./unzip.js";
import {textFacts, type TextFacts} from "./textFacts.js";

/** A file as UTF-8 text with one kind of line breaks: the delivery's own, or a copy of it in the staging folder. */
export interface ReadableText {
  /** The name of the delivery's file, for messages. */
  file: string;
  path: string;
  facts: TextFacts;
  /** The number of the first row below the first line, in a file of another program. */
  firstRow: number;
  /** What the file calls the codes that occur in it, by column. */
  labels?: AsText["labels"];
}

/**
 * Makes a file readable as text: unpacks gzip and ZIP, writes SAS, SPSS and Excel as CSV, turns UTF-16, Latin-1
 * (Windows-1252) and DOS's CP850 into UTF-8 and mixed line breaks into line feeds. Line numbers stay those of the
 * delivery.
 * @param copy where to write a copy, should one be needed
 * @param row what a line stands for, in Danish, for messages
 * @param sheets the sheets to read, by the names of workbooks
 * @throws Refusal when the file cannot be opened, is empty, is cut short or is not text
 */
export async function readableText(
  delivered: string,
  copy: string,
  open: OpenFile = openFile,
  row = "registrering",
  sheets: Record<string, string> = {}
): Promise<ReadableText> {
  const file = basename(delivered);
  let path = delivered;
  let name = file;
  if (isGzip(delivered, open)) {
    path = `${copy}.unpacked.csv`;
    await unpack(delivered, path);
    name = file.replace(/\.gz$/i, "");
  }
  if (/\.zip$/i.test(delivered)) {
    path = `${copy}.unpacked.csv`;
    name = await unzip(delivered, path);
  }
  let from: AsText = {firstRow: 2};
  if (foreign.test(name)) {
    from = await asText(path, `${copy}.rows.csv`, {name: file, format: name, sheets});
    path = `${copy}.rows.csv`;
  }
  const utf16 = utf16Of(path, open);
  if (utf16) {
    const text = createReadStream(path).pipe(iconv.decodeStream(utf16));
    await pipeline(text, createWriteStream(`${copy}.utf16.csv`));
    path = `${copy}.utf16.csv`;
  }
  let facts = textFacts(path);
  if (facts.bytes === 0) {
    throw new Refusal(
      `${file} er tom (0 bytes), men skulle have en linje med kolonnenavne og en linje pr. ${row}; hent filen igen, eller fjern den fra mappen.`
    );
  }
  if (facts.zeros > 0) {
    throw new Refusal(
      facts.zeros * 100 < facts.bytes
        ? `${file}, linje ${facts.firstZero}: der står en nul-byte, som ingen tekst har${facts.zeros > 1 ? ` (${facts.zeros} i filen)` : ""}; hent filen igen, eller fjern tegnet.`
        : `${file} er ikke en CSV-fil (den indeholder nul-bytes som et regneark), men skulle være tekst adskilt af komma, semikolon eller tabulator; gem den som CSV UTF-8.`
    );
  }
  // A star or a bracket in a path is a pattern to DuckDB.
  if (!facts.utf8 || facts.breaks === "mixed" || /[*?[\]]/.test(path)) {
    transcode(
      path,
      `${copy}.utf8.csv`,
      facts.utf8 ? "utf8" : facts.cp850 ? "cp850" : "windows-1252",
      facts.breaks === "mixed"
    );
    path = `${copy}.utf8.csv`;
    facts = facts.breaks === "mixed" ? textFacts(path) : {...facts, utf8: true};
  }
  return {file, path, facts, ...from};
}

/** UTF-16 by its mark, or by every other byte of its beginning being zero; undefined for anything else. */
function utf16Of(path: string, open: OpenFile): "utf16le" | "utf16be" | undefined {
  const bytes = beginning(path, open, 200);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf16be";
  const zeros = [0, 1].map((from) => bytes.filter((byte, i) => i % 2 === from && byte === 0).length);
  if (bytes.length < 20) return undefined;
  const [even, odd] = zeros.map((n) => n > bytes.length * 0.45);
  return odd && !even ? "utf16le" : even && !odd ? "utf16be" : undefined;
}

function isGzip(path: string, open: OpenFile): boolean {
  const magic = beginning(path, open, 2);
  return path.endsWith(".gz") || (magic[0] === 0x1f && magic[1] === 0x8b);
}

function beginning(path: string, open: OpenFile, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  try {
    const file = open(path);
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Refusal(
      `${basename(path)} kan ikke læses: ${reason(error)}; giv læseadgang til filen, eller læg en ny kopi i mappen.`
    );
  }
}

async function unpack(path: string, to: string): Promise<void> {
  try {
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(to));
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (!code?.startsWith("Z_")) throw error;
    const found = code === "Z_BUF_ERROR" ? "slutter midt i (filen er afkortet)" : "er ikke gyldig gzip";
    throw new Refusal(
      `${basename(path)} ${found}, men skulle være en hel gzip-pakket CSV-fil; hent eller pak filen igen.`
    );
  }
}

function transcode(path: string, to: string, encoding: string, mendBreaks: boolean): void {
  const decoder = iconv.getDecoder(encoding, {stripBOM: false});
  const out = openSync(to, "w");
  for (const piece of wholeLines(path)) {
    const decoded = decoder.write(piece);
    writeSync(out, mendBreaks ? decoded.replace(/\r\n?/g, "\n") : decoded);
  }
  writeSync(out, decoder.end() ?? "");
  closeSync(out);
}

function reason(error: unknown): string {
  const {code} = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM") return "du har ikke læseadgang til den";
  if (code === "ENOENT") return "den findes ikke";
  if (code === "EISDIR") return "den er en mappe";
  return `operativsystemet svarer ${code ?? String(error)}`;
}
