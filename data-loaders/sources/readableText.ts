import {closeSync, createReadStream, createWriteStream, openSync, readSync, writeSync} from "node:fs";
import {basename} from "node:path";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {Refusal} from "../ground/refusal.js";
import {openFile, wholeLines, type OpenFile} from "./lines.js";
import {textFacts, type TextFacts} from "./textFacts.js";

/** A file as UTF-8 text with one kind of line breaks: the delivery's own, or a copy of it in the staging folder. */
export interface ReadableText {
  /** The name of the delivery's file, for messages. */
  file: string;
  path: string;
  facts: TextFacts;
}

/**
 * Makes a text file readable: unpacks gzip, turns Latin-1 (Windows-1252) into UTF-8 and mixed
 * line breaks into line feeds. Line numbers stay those of the delivery.
 * @param copy where to write a copy, should one be needed
 * @param row what a line stands for, in Danish, for messages
 * @throws Refusal when the file cannot be opened, is empty, is cut short or is not text
 */
export async function readableText(
  delivered: string,
  copy: string,
  open: OpenFile = openFile,
  row = "registrering"
): Promise<ReadableText> {
  const file = basename(delivered);
  let path = delivered;
  if (isGzip(delivered, open)) {
    path = `${copy}.unpacked.csv`;
    await unpack(delivered, path);
  }
  let facts = textFacts(path);
  if (facts.bytes === 0) {
    throw new Refusal(
      `${file} er tom (0 bytes), men skulle have en linje med kolonnenavne og en linje pr. ${row}; hent filen igen, eller fjern den fra mappen.`
    );
  }
  if (facts.binary) {
    throw new Refusal(
      `${file} er ikke en CSV-fil (den indeholder nul-bytes som et regneark eller en UTF-16-fil), men skulle være tekst adskilt af komma eller semikolon; gem den som CSV UTF-8.`
    );
  }
  // A star or a bracket in a path is a pattern to DuckDB.
  if (!facts.utf8 || facts.breaks === "mixed" || /[*?[\]]/.test(path)) {
    transcode(path, `${copy}.utf8.csv`, facts.utf8 ? "utf-8" : "windows-1252", facts.breaks === "mixed");
    path = `${copy}.utf8.csv`;
    facts = facts.breaks === "mixed" ? textFacts(path) : {...facts, utf8: true};
  }
  return {file, path, facts};
}

function isGzip(path: string, open: OpenFile): boolean {
  const magic = Buffer.alloc(2);
  try {
    const file = open(path);
    try {
      readSync(file, magic, 0, 2, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Refusal(
      `${basename(path)} kan ikke læses: ${reason(error)}; giv læseadgang til filen, eller læg en ny kopi i mappen.`
    );
  }
  return path.endsWith(".gz") || (magic[0] === 0x1f && magic[1] === 0x8b);
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
  const decoder = new TextDecoder(encoding, {ignoreBOM: true});
  const out = openSync(to, "w");
  for (const piece of wholeLines(path)) {
    const decoded = decoder.decode(piece, {stream: true});
    writeSync(out, mendBreaks ? decoded.replace(/\r\n?/g, "\n") : decoded);
  }
  writeSync(out, decoder.decode());
  closeSync(out);
}

function reason(error: unknown): string {
  const {code} = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM") return "du har ikke læseadgang til den";
  if (code === "ENOENT") return "den findes ikke";
  if (code === "EISDIR") return "den er en mappe";
  return `operativsystemet svarer ${code ?? String(error)}`;
}
