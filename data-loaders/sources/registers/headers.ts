import {closeSync, openSync, readSync} from "node:fs";
import {isUtf8} from "node:buffer";
import {basename, join, relative} from "node:path";
import type {Codelists} from "../../ground/codelists.js";
import {quoted, Refusal} from "../../ground/refusal.js";
import type {RegisterSettings} from "../../ground/registerSettings.js";
import type {Session} from "../../engine/session.js";
import {splitHeader} from "../header.js";
import {readableParquet} from "./readableParquet.js";
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
      const names = await columnNames(session, path);
      if (!names) continue;
      const place = relative(join(folder, spec.kind), path);
      const context: FileContext = {codelists, settings, path: place, fileNo: 0, delivered: names};
      wanting.push({file: `${spec.kind}/${place}`, columns: missingColumns(spec, context)});
    }
  }
  const found = wanting.filter(({columns}) => columns.length > 0);
  if (found.flatMap(({columns}) => columns).length < 2) return;
  const each = found.map(({file, columns}) => `${file}: ${columns.map(quoted).join(", ")}`);
  throw new Refusal(
    `Kolonner mangler i ${each.join("; i ")}; tilføj dem, eller skriv deres navne under registers.aliases i settings.yaml.`
  );
}

async function columnNames(session: Session, path: string): Promise<string[] | undefined> {
  if (/\.gz$/i.test(path)) return undefined;
  try {
    if (isParquet(path)) return /[*?[\]]/.test(path) ? undefined : (await readableParquet(session, path, "")).names;
    const line = firstLine(path);
    return line === undefined ? undefined : splitHeader(basename(path), line).names;
  } catch {
    return undefined;
  }
}

function firstLine(path: string): string | undefined {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(1 << 20);
    const bytes = buffer.subarray(0, readSync(file, buffer));
    const end = bytes.indexOf(10);
    const line = end < 0 ? bytes : bytes.subarray(0, end);
    return new TextDecoder(isUtf8(line) ? "utf-8" : "windows-1252").decode(line).replace(/\r$/, "");
  } finally {
    closeSync(file);
  }
}
