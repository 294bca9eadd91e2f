import {closeSync, openSync, readSync} from "node:fs";
import {basename, join, relative} from "node:path";
import type {Codelists} from "../../ground/codelists.js";
import {quoted, Refusal} from "../../ground/refusal.js";
import type {RegisterSettings} from "../../ground/registerSettings.js";
import type {Session} from "../../engine/session.js";
import {splitHeader} from "../header.js";
import {headerLine} from "../textTable.js";
import {readableParquet} from "./readableParquet.js";
import {isHeaderOf} from "./registerFile.js";
import {isParquet} from "./registerFiles.js";
import {missingColumns} from "./registerHeader.js";
import type {FileContext} from "./registerSpec.js";
import {registerSpecs} from "./registerSpecs.js";

/**
 * Looks at the column names of every delivered file before any is read, so that all that is missing is told at once.
 * A file whose names cannot be told so easily is left to be read.
 * @throws Refusal naming every column that is missing, where more than one is
 */
export async function refuseMissingColumns(
  session: Session,
  folder: string,
  delivered: Map<string, string[]>,
  {codelists, settings}: {codelists: Codelists; settings: RegisterSettings}
): Promise<void> {
  const wanting: {file: string; columns: string[]}[] = [];
  for (const spec of registerSpecs) {
    for (const path of delivered.get(spec.kind) ?? []) {
      const place = relative(join(folder, spec.kind), path);
      const names = await columnNames(session, path, isHeaderOf(spec, {path: place, fileNo: 0, codelists, settings}));
      if (!names) continue;
      const context: FileContext = {codelists, settings, path: place, fileNo: 0, delivered: names};
      const file = `${spec.kind}/${place}`;
      // A file of data with other names is told with the others; a letter is not.
      if (/\.txt$/i.test(path) && names.every((column) => !isHeaderOf(spec, context)([column, column])))
        throw new Refusal(
          `${file} har ingen af registerets kolonner i sin første linje, ${quoted(names.join(", ").slice(0, 60))}; er det et brev eller en vejledning, så flyt filen ud af mappen.`
        );
      wanting.push({file, columns: missingColumns(spec, context)});
    }
  }
  const found = wanting.filter(({columns}) => columns.length > 0);
  if (found.flatMap(({columns}) => columns).length < 2) return;
  const each = found.map(({file, columns}) => `${file}: ${columns.map(quoted).join(", ")}`);
  throw new Refusal(
    `Kolonner mangler i ${each.join("; i ")}; tilføj dem, eller skriv deres navne under registers.aliases i settings.yaml.`
  );
}

async function columnNames(
  session: Session,
  path: string,
  isHeader: (names: string[]) => boolean
): Promise<string[] | undefined> {
  if (/\.(gz|zip)$/i.test(path)) return undefined;
  try {
    if (isParquet(path)) return /[*?[\]]/.test(path) ? undefined : (await readableParquet(session, path, "")).names;
    if (isBinary(path)) return undefined;
    return splitHeader(basename(path), headerLine({file: basename(path), path}, isHeader).line).names;
  } catch {
    return undefined;
  }
}

/** Whether a file begins with what no text of one byte a letter has: UTF-16, an archive. */
function isBinary(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(1 << 12);
    return buffer.subarray(0, readSync(file, buffer)).includes(0);
  } finally {
    closeSync(file);
  }
}
