import {createWriteStream} from "node:fs";
import {basename} from "node:path";
import {pipeline} from "node:stream/promises";
import yauzl from "yauzl";
import {quoted, Refusal} from "../ground/refusal.js";
import {foreign} from "./formats/asText.js";

/** What stands in an archive besides what somebody put there. */
const ofTheSystem = /(^|\/)(__MACOSX\/|\.DS_Store$|thumbs\.db$)/i;

/**
 * Unpacks the one file of a ZIP archive, in bounded memory.
 * @returns its name
 * @throws Refusal when the archive is damaged or locked, or holds another number of files than one, or none that can be
 * read
 */
export async function unzip(path: string, to: string): Promise<string> {
  const file = basename(path);
  try {
    const archive = await yauzl.openPromise(path, {autoClose: false});
    try {
      const entries: yauzl.Entry[] = [];
      for await (const entry of archive.eachEntry())
        if (!entry.fileName.endsWith("/") && !ofTheSystem.test(entry.fileName)) entries.push(entry);
      const [entry, ...others] = entries;
      if (!entry || others.length > 0)
        throw new Refusal(
          `${file} har ${entries.length} filer, men skulle have én; pak den ud, og læg filerne i mappen hver for sig.`
        );
      if (!/\.(csv|tsv|txt)$/i.test(entry.fileName) && !foreign.test(entry.fileName))
        throw new Refusal(
          `${file} indeholder ${quoted(entry.fileName)}, som ikke er en CSV-, SAS-, SPSS- eller Excel-fil; pak den ud, og gem den som CSV.`
        );
      if (entry.isEncrypted())
        throw new Refusal(`${file} er låst med en adgangskode; pak den ud, og læg filen i mappen i stedet.`);
      await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(to));
      return basename(entry.fileName);
    } finally {
      archive.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${file} er ikke en hel ZIP-fil; hent eller pak filen igen.`);
  }
}
