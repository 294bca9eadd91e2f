import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {closest, distance} from "fastest-levenshtein";
import {stringify} from "yaml";
import {readCodebook} from "../ground/codebook.js";
import {readCodelists} from "../ground/codelists.js";
import type {Settings} from "../ground/settings.js";
import {openSession, name, text} from "../engine/session.js";
import {answerColumnsOf, knownColumns} from "../sources/auditColumns.js";
import {splitHeader} from "../sources/header.js";
import {labelMeanings} from "../sources/labelledValues.js";
import {readableText} from "../sources/readableText.js";
import {registerSpecs} from "../sources/registers/registerSpecs.js";
import {headerLine} from "../sources/textTable.js";

/** A column of more values holds no codes. */
const mostValues = 20;

/**
 * Drafts the `aliases` and `values` of `settings.yaml` from a file's own columns, by likeness to the code book's or a
 * register's: lines of YAML, with a comment where the analyst must decide.
 * @throws Refusal when the file cannot be read
 */
export async function mapFile(settings: Settings, path: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-map-"));
  const session = await openSession({...settings, temporary: join(folder, "duckdb")});
  try {
    const source = await readableText(path, join(folder, "copy"), undefined, "række", settings.sheets);
    const {known, kinds} = knownNames(settings);
    const isKnown = (column: string) => known.has(column.replace("___", "."));
    const {line, above} = headerLine(source, (names) => names.filter(isKnown).length >= 2);
    const {delimiter, names} = splitHeader(source.file, line);
    const register = [...kinds].sort((a, b) => matches(b[1], names) - matches(a[1], names))[0]!;
    if (matches(register[1], names) > matches(auditNames(settings), names)) {
      const aliases = aliasesOf(names, register[1], true);
      return [
        `# ${source.file} ligner registeret ${register[0]}; ret linjerne, og skriv dem i settings.yaml.`,
        ...yaml({registers: {aliases: {[register[0]]: aliases}}})
      ];
    }
    const aliases = aliasesOf(names, auditNames(settings), false);
    await session.run(`CREATE TEMP TABLE rows AS FROM read_csv(${text(source.path)}, header = false, all_varchar = true,
      skip = ${above.length + 1}, delim = ${text(delimiter)}, quote = '"', escape = '"', null_padding = true,
      names = [${names.map((column) => text(column)).join(", ")}])`);
    const values: Record<string, Record<string, string>> = {};
    const codebook = readCodebook(settings.codebook);
    for (const [place, column] of names.entries()) {
      const our = aliases[column] ?? column.replace("___", ".");
      const ours = our && labelMeanings(our, codebook, answerColumnsOf(codebook));
      if (!ours) continue;
      const found = await session.rows<{value: string}>(
        `SELECT DISTINCT trim(${name(column)}) AS value FROM rows WHERE trim(${name(column)}) <> '' ORDER BY value LIMIT ${mostValues + 1}`
      );
      if (found.length > mostValues) continue;
      const right = new Set(ours.values());
      const labels = source.labels?.get(place);
      const here = found.flatMap(({value}) => {
        const label = labels?.get(value) ?? "";
        // A label that the code book knows is understood without a line.
        if (right.has(value) || /^(NA|\.|NULL)$/.test(value) || ours.has(label.trim().toLowerCase())) return [];
        return [[value, nearestOf(label || value, ours)] as const];
      });
      if (here.length > 0) values[our] = Object.fromEntries(here);
    }
    return [
      `# ${source.file} læst som auditten; ret linjerne, og skriv dem i settings.yaml.`,
      '# En kolonne, der ikke skal læses, er lig med "". En værdi, der er lig med "", kender Rygatlas ikke: skriv vores id.',
      ...yaml({aliases, values})
    ];
  } finally {
    session.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

function auditNames(settings: Settings): string[] {
  return knownColumns(readCodebook(settings.codebook));
}

function knownNames(settings: Settings): {known: Set<string>; kinds: Map<string, string[]>} {
  const codelists = readCodelists(join(settings.root, "data/codelists"));
  const context = {codelists, settings: settings.registers, path: "", fileNo: 0, delivered: []};
  const kinds = new Map(
    registerSpecs.map((spec) => [
      spec.kind,
      spec.columns(context).flatMap(({name, aliases = []}) => [name, ...aliases])
    ])
  );
  return {known: new Set([...auditNames(settings), ...[...kinds.values()].flat()]), kinds};
}

function matches(ours: string[], theirs: string[]): number {
  return theirs.filter((column) => ours.includes(column.replace("___", "."))).length;
}

/**
 * Their columns that are not ours, each with ours of the most like name that is not there; none of a register is passed
 * over.
 */
function aliasesOf(theirs: string[], ours: string[], likeOnly: boolean): Record<string, string> {
  const left = ours.filter((column) => !theirs.some((name) => name.replace("___", ".") === column));
  const aliases: Record<string, string> = {};
  for (const column of theirs) {
    if (ours.includes(column.replace("___", ".")) || column.startsWith("#")) continue;
    const near = left.length > 0 ? closest(column, left) : "";
    const like = near !== "" && distance(column, near) <= Math.max(column.length, near.length) / 2;
    if (like) left.splice(left.indexOf(near), 1);
    if (like || !likeOnly) aliases[column] = like ? near : "";
  }
  return aliases;
}

function nearestOf(value: string, ours: Map<string, string>): string {
  const near = closest(value.toLowerCase(), [...ours.keys()]);
  return distance(value.toLowerCase(), near) <= value.length / 2 && !/^\d+$/.test(value) ? ours.get(near)! : "";
}

function yaml(block: object): string[] {
  return stringify(block, {defaultStringType: "PLAIN", lineWidth: 0}).trimEnd().split("\n");
}
