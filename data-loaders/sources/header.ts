import {dsvFormat} from "d3-dsv";
import {nearest, quoted, Refusal} from "../ground/refusal.js";
import {coreColumns} from "../ground/coreColumns.js";
import {belongTogether} from "./quotes.js";

/** The first line of an audit extract, understood. */
export interface Header {
  delimiter: "," | ";";
  /** Our names of the columns, in the order of the file. */
  columns: string[];
}

/**
 * Reads the line of column names: any case, spaces around, `aliases` (theirs to ours) applied.
 * @throws Refusal when it is no such line, or a column is unknown, repeated or, of those every audit has, missing
 */
export function readHeader(file: string, line: string, known: string[], aliases: Record<string, string>): Header {
  const where = `${file}, linje 1`;
  const {delimiter, names: found} = splitHeader(file, line);
  const ours = new Map(Object.entries(aliases).map(([theirs, our]) => [plain(theirs), plain(our)]));
  const columns = found.map((column) => (known.includes(column) ? column : (ours.get(column) ?? column)));
  const missing = coreColumns.filter((column) => !columns.includes(column));
  columns.forEach((column, i) => {
    if (!known.includes(column)) {
      const near = nearest(
        column,
        known.filter((k) => !columns.includes(k))
      );
      const lacking = missing.length > 0 ? `, og kolonnen ${quoted(missing[0]!)} mangler` : "";
      throw new Refusal(
        `${where}, kolonne ${i + 1}: ${quoted(found[i]!)} er ikke en kolonne i kodebogen${lacking}; ${near ? `mente du ${quoted(near)}? R` : "r"}et navnet i filen, eller skriv det under aliases i settings.yaml.`
      );
    }
    if (columns.indexOf(column) < i) {
      throw new Refusal(
        `${where}, kolonne ${i + 1}: kolonnen ${quoted(column)} står der to gange, men skulle stå én gang; fjern den ene.`
      );
    }
  });
  if (missing.length > 0) {
    throw new Refusal(
      `${where}: kolonnen ${quoted(missing[0]!)} mangler; ret navnet i filen, eller skriv dets alias under aliases i settings.yaml.`
    );
  }
  return {delimiter, columns};
}

/**
 * Splits the line of column names, in lower case and without spaces around.
 * @throws Refusal when it is no such line
 */
export function splitHeader(file: string, line: string): {delimiter: "," | ";"; names: string[]} {
  const bare = line.replace(/^\uFEFF/, "");
  const delimiter = count(bare, ";") > count(bare, ",") ? ";" : ",";
  if (
    !bare.includes(delimiter) ||
    !belongTogether(Buffer.from(bare), 0, Buffer.byteLength(bare), delimiter.charCodeAt(0))
  ) {
    throw new Refusal(
      `${file}, linje 1 er ${quoted(bare)}, men skulle være kolonnenavne adskilt af komma eller semikolon; gem udtrækket som CSV med kolonnenavne i første linje.`
    );
  }
  const names = dsvFormat(delimiter).parseRows(bare)[0]!.map(plain);
  // Some programs end every line with a delimiter; DuckDB passes over the empty field in the rows.
  if (names.length > 1 && names.at(-1) === "") names.pop();
  return {delimiter, names};
}

export function plain(column: string): string {
  return column.trim().toLowerCase();
}

function count(line: string, letter: string): number {
  return line.split(letter).length - 1;
}
