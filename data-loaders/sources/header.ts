import {dsvFormat} from "d3-dsv";
import {nearest, quoted, Refusal} from "../ground/refusal.js";
import {coreColumns} from "../../src/domain/coreColumns.js";
import {belongTogether} from "./quotes.js";

/** The first line of an audit extract, understood. */
export interface Header {
  delimiter: "," | ";" | "\t";
  /** Our names of the columns, in the order of the file. */
  columns: string[];
}

/** What a survey tool adds of its own, which says nothing of the patient. */
const ofTheTool = /^(record_id|redcap_.+|.+_complete|.+_timestamp)$/;

/**
 * Reads the line of column names: any case, spaces around, `aliases` (theirs to ours; to nothing where a column is to
 * be passed over) applied, and REDCap's `question___answer` understood. Columns without a name are passed over.
 * @param lineNo its number in the file
 * @throws Refusal when it is no such line; or naming every column that is unknown, repeated or, of those every audit
 * has, missing
 */
export function readHeader(
  file: string,
  line: string,
  known: string[],
  aliases: Record<string, string>,
  lineNo = 1
): Header {
  const {delimiter, names: found} = splitHeader(file, line);
  const ours = new Map(Object.entries(aliases).map(([theirs, our]) => [plain(theirs), plain(our)]));
  const columns = found.map((column, i) => {
    if (known.includes(column)) return column;
    const our = ours.get(column) ?? column.replace("___", ".");
    const passed = our === "" || (!known.includes(our) && (isUnnamed(our) || ofTheTool.test(our)));
    return passed ? unnamed(i) : our;
  });
  const missing = coreColumns.filter((column) => !columns.includes(column));
  const faults = columns.flatMap((column, i): Fault[] => {
    if (isUnnamed(column)) return [];
    if (!known.includes(column)) {
      const near = nearest(
        column,
        known.filter((k) => !columns.includes(k))
      );
      return [{column: i, what: `er ikke en kolonne i kodebogen`, ...(near && {near})}];
    }
    return columns.indexOf(column) < i ? [{column: i, what: "står der to gange, men skulle stå én gang"}] : [];
  });
  if (faults.length + missing.length > 0) throw headerFaults(`${file}, linje ${lineNo}`, found, faults, missing);
  return {delimiter, columns};
}

interface Fault {
  /** Its place, from 0. */
  column: number;
  what: string;
  near?: string;
}

const mend = "et navnet i filen, eller skriv det under aliases i settings.yaml";

function headerFaults(where: string, found: string[], faults: Fault[], missing: string[]): Refusal {
  const [first] = faults;
  if (!first && missing.length === 1)
    return new Refusal(
      `${where}: kolonnen ${quoted(missing[0]!)} mangler; ret navnet i filen, eller skriv dets alias under aliases i settings.yaml.`
    );
  if (first && faults.length === 1 && missing.length < 2) {
    const named = quoted(found[first.column]!);
    const place = `${where}, kolonne ${first.column + 1}: `;
    if (first.what.startsWith("står")) {
      if (missing.length === 0) return new Refusal(`${place}kolonnen ${named} ${first.what}; fjern den ene.`);
    } else {
      const lacking = missing.length > 0 ? `, og kolonnen ${quoted(missing[0]!)} mangler` : "";
      return new Refusal(
        `${place}${named} ${first.what}${lacking}; ${first.near ? `mente du ${quoted(first.near)}? R` : "r"}${mend}.`
      );
    }
  }
  const each = faults.map(
    ({column, what, near}) =>
      `kolonne ${column + 1} ${quoted(found[column]!)} ${what}${near ? ` (mente du ${quoted(near)}?)` : ""}`
  );
  const lacking = missing.length > 0 ? [`${missing.map(quoted).join(", ")} mangler`] : [];
  return new Refusal(
    `${where}: ${[...each, ...lacking].join("; ")}; ret navnene i filen, eller skriv dem under aliases i settings.yaml (til ingenting, hvor en kolonne ikke skal læses).`
  );
}

/** What a column without a name is called: R's row names, and the empty columns of a spreadsheet. */
function unnamed(place: number): string {
  return `#${place + 1}`;
}

function isUnnamed(column: string): boolean {
  return /^#\d+$/.test(column);
}

/**
 * Splits the line of column names, in lower case and without spaces around; `#3` where the third has no name.
 * @throws Refusal when it is no such line
 */
export function splitHeader(file: string, line: string): {delimiter: Header["delimiter"]; names: string[]} {
  const bare = line.replace(/^\uFEFF/, "");
  const delimiter = delimiterOf(bare);
  if (!delimiter || !belongTogether(Buffer.from(bare), 0, Buffer.byteLength(bare), delimiter.charCodeAt(0))) {
    throw new Refusal(
      `${file}, linje 1 er ${quoted(bare)}, men skulle være kolonnenavne adskilt af komma, semikolon eller tabulator; gem udtrækket som CSV med kolonnenavne i første linje, eller fjern filen, hvis den ikke er et udtræk.`
    );
  }
  const names = dsvFormat(delimiter).parseRows(bare)[0]!.map(plain);
  // Some programs end every line with a delimiter; DuckDB passes over the empty field in the rows.
  if (names.length > 1 && names.at(-1) === "") names.pop();
  return {delimiter, names: names.map((name, i) => name || unnamed(i))};
}

/** The commonest of the signs that may stand between names, those within quotation marks not counted. */
function delimiterOf(line: string): Header["delimiter"] | undefined {
  const outside = line.replace(/"(?:[^"]|"")*"/g, "");
  const counts = ([",", ";", "\t"] as const).map((sign) => ({sign, n: outside.split(sign).length - 1}));
  return counts.filter(({n}) => n > 0).sort((a, b) => b.n - a.n)[0]?.sign;
}

export function plain(column: string): string {
  return column.trim().toLowerCase();
}
