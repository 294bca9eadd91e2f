import {namesRead, unpublishedRead} from "../pages/namedCells.js";
import type {OfferedTable} from "./bench.js";
import {choice, choiceNames, type Knowledge} from "./knowledge.js";
import {typeText} from "./words.js";

/** Something that may be written at a place of a query. */
export interface Completion {
  label: string;
  type: "keyword" | "function" | "variable" | "class" | "property" | "enum";
  /** What it is, in a few words. */
  detail?: string;
  /** The same at length. */
  info?: string;
  /** What is written; the label where it is not given. */
  apply?: string;
  /** How likely it is to be meant: the likelier, the higher. */
  boost?: number;
}

/** What may be written instead of the query's text from a position on. */
export interface CompletionResult {
  from: number;
  options: Completion[];
  /** While the text goes on like this, the options stay the same. */
  validFor?: RegExp;
}

/** What the editor of one cell knows beside the catalogue. */
export interface Surroundings {
  knowledge(): Knowledge | undefined;
  /** The names of the other cells, each with the columns of its answer, where it has been run. */
  cells(): {id: string; columns: string[]}[];
}

const keywords =
  "SELECT FROM WHERE GROUP BY ORDER HAVING JOIN LEFT USING ON AND OR NOT IN BETWEEN LIKE ILIKE IS NULL CASE WHEN THEN ELSE END AS DISTINCT LIMIT WITH UNION ALL QUALIFY OVER PARTITION FILTER DESC ASC EXCLUDE COLUMNS"
    .split(" ")
    .map((label): Completion => ({label, type: "keyword", boost: -20}));
const functions: Completion[] = [
  ["count", "antal rækker"],
  ["sum", "sum"],
  ["avg", "gennemsnit"],
  ["median", "median"],
  ["min", "mindste"],
  ["max", "største"],
  ["round", "afrunding"],
  ["coalesce", "den første, der ikke er tom"],
  ["count_if", "antal rækker, hvor noget gælder"],
  ["quantile_cont", "fraktil"],
  ["date_trunc", "dato til begyndelsen af måned, kvartal, år"],
  ["date_diff", "tid mellem to datoer"],
  ["row_number", "rækkens nummer"]
].map(([label, detail]) => ({label: label!, detail: detail!, type: "function", apply: `${label}(`, boost: -10}));

/**
 * Completes tables, columns, values of codes, choices and other cells, each with what it means.
 * @param at.position in the query, from 0; `explicit` when it is asked for, and not typed
 */
export async function completionsAt(
  {query, position, explicit}: {query: string; position: number; explicit: boolean},
  {knowledge, cells}: Surroundings
): Promise<CompletionResult | null> {
  const known = knowledge();
  if (!known) return null;
  const before = query.slice(0, position);
  const asked = /\$\{\s*(\w*)$/.exec(before);
  if (asked) return {from: position - asked[1]!.length, options: choiceNames.map((name) => choiceOption(name, known))};
  const reads = tablesOf(query, known);
  const value = /("[^"]+"|[\w.]+)\s*(?:=|<>|!=|\bIN\s*\((?:\s*'[^']*'\s*,)*)\s*('?)([\w./-]*)$/i.exec(before);
  if (value) {
    const options = await valueOptions(unquoted(value[1]!), reads, known, value[2] === "'");
    if (options.length > 0) return {from: position - value[3]!.length - value[2]!.length, options};
  }
  if (/'[^'\n]*$/.test(before.replace(/'[^'\n]*'/g, ""))) return null;
  const word = /(?:\b(people|before)\.)?"?([\p{L}\w]*)$/u.exec(before)!;
  if (word[0] === "" && !explicit) return null;
  const isTablePlace = /\b(from|join)\s+(?:[\w.]+\s*,\s*)*(?:(?:people|before)\.)?\w*$/i.test(before);
  const tables = [...known.tables.values()].map((table) => tableOption(table, isTablePlace));
  const others = cells().map(
    ({id}): Completion => ({label: id, type: "variable", detail: "celle", boost: isTablePlace ? 20 : 0})
  );
  const columns = reads.flatMap((table) => table.columns.map((column) => columnOption(column, table)));
  const ofCells = cells()
    .filter(({id}) => namesRead(query).includes(id.toLowerCase()))
    .flatMap(({columns, id}) =>
      columns.map((label): Completion => ({label, apply: applied(label), type: "property", detail: id}))
    );
  const options = isTablePlace
    ? [...tables, ...others]
    : [...ofCells, ...columns, ...tables, ...others, ...functions, ...keywords];
  // Enter after a whole word begins a new line.
  if (options.some(({label}) => label.toLowerCase() === word[0].toLowerCase())) return null;
  return {from: position - word[0].length, options: unique(options), validFor: /^[\p{L}\w."]*$/u};
}

/** What a word of a query means, in Danish; undefined where it is neither a table, a column, a choice nor a code. */
export async function meaningOf(
  word: string,
  query: string,
  known: Knowledge
): Promise<{title: string; text: string} | undefined> {
  const table = known.tables.get(word);
  if (table) return {title: word, text: table.title};
  const reads = tablesOf(query, known);
  for (const {name, columns} of reads) {
    const column = columns.find((one) => one.name === word);
    if (column?.meaning)
      return {
        title: `${name}.${word}`,
        text: `${column.meaning}${column.unit ? ` (${column.unit})` : ""} · ${typeText(column.type)}`
      };
  }
  if ((choiceNames as string[]).includes(word)) {
    const {label, choices} = choice(word as never, known.words, {});
    return {
      title: `\${${word}}`,
      text: `Valget ${label}: ${choices
        .slice(0, 6)
        .map(({label}) => label)
        .join(", ")}${choices.length > 6 ? " …" : ""}`
    };
  }
  for (const {name, columns} of reads)
    for (const column of columns.filter(({type}) => type === "VARCHAR").slice(0, 12)) {
      const found = (await known.valuesOf(name, column.name)).find(({value}) => value === word);
      if (found?.meaning) return {title: word, text: `${found.meaning} (${column.name})`};
    }
  return undefined;
}

/** The tables that a query reads. */
function tablesOf(query: string, {tables}: Knowledge): OfferedTable[] {
  return [...namesRead(query), ...unpublishedRead(query)].flatMap((name) => tables.get(name) ?? []);
}

async function valueOptions(
  column: string,
  reads: readonly OfferedTable[],
  known: Knowledge,
  isOpen: boolean
): Promise<Completion[]> {
  const bare = column.split(".").length > 1 && !reads.some(({columns}) => columns.some(({name}) => name === column));
  const name = bare ? column.split(".").at(-1)! : column;
  const table = reads.find(({columns}) => columns.some((one) => one.name === name));
  const type = table?.columns.find((one) => one.name === name)?.type;
  if (!table || type === "BOOLEAN") return [];
  const values = await known.valuesOf(table.name, name);
  const choices = choiceNames
    .filter((choice) => snake(choice) === name)
    .map((choice) => choiceOption(choice, known, true));
  return [
    ...(isOpen ? [] : choices),
    ...values.map(({value, meaning}): Completion => {
      const quoted = type === "VARCHAR" || type === "DATE" ? `'${value}'` : value;
      return {label: quoted, apply: quoted, detail: meaning ?? "", type: "enum"};
    })
  ];
}

function choiceOption(name: (typeof choiceNames)[number], {words}: Knowledge, whole = false): Completion {
  const text = `\${${name}}`;
  return {
    label: whole ? text : name,
    apply: whole ? text : `${name}}`,
    detail: `valget ${choice(name, words, {}).label}`,
    type: "variable",
    boost: 30
  };
}

function tableOption({name, title}: OfferedTable, isTablePlace: boolean): Completion {
  return {
    label: name,
    detail: title.length > 60 ? `${title.slice(0, 59)}…` : title,
    type: "class",
    boost: (isTablePlace ? 10 : -5) - (name.includes(".") ? 3 : 0)
  };
}

function columnOption({name, meaning, unit}: OfferedTable["columns"][number], table: OfferedTable): Completion {
  const detail = meaning.length > 60 ? `${meaning.slice(0, 59)}…` : meaning;
  return {
    label: name,
    apply: applied(name),
    detail: unit ? `${detail} (${unit})` : detail,
    type: "property",
    boost: 15,
    info: `${table.name}: ${meaning}`
  };
}

function applied(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? name : `"${name}"`;
}

function unquoted(name: string): string {
  return name.replace(/^"|"$/g, "");
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function unique(options: Completion[]): Completion[] {
  return [...new Map(options.map((option) => [option.label, option])).values()];
}
