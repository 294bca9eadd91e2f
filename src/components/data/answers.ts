import type {Rows} from "./rows.js";

/** The rows of one answer as arrays, in the order of the columns. Dates are milliseconds since 1970. */
type Answer = unknown[][];

/** What `publish` lays in a page: the answers of its default view, and where the others are. */
export interface PageAnswers {
  [query: string]: {
    columns: string[];
    /** Those of them that hold dates, where any does. */
    dates?: string[];
    /** By the values of the query. */
    answers: Record<string, Answer>;
    /** A file with the answers for every other value of the choices, relative to the page. */
    file?: string;
  };
}

/** The id of the element that holds the answers of a page. */
export const answersElement = "rygatlas-answers";

let inPage: PageAnswers | undefined;
const files = new Map<string, Promise<Record<string, Answer>>>();

/** The rows a query was answered with beforehand, or undefined where it was not. */
export async function precomputed(parts: readonly string[], values: readonly unknown[]): Promise<Rows | undefined> {
  inPage ??= readPage();
  const cell = inPage[answerKey(parts)];
  if (!cell) return undefined;
  const key = valuesKey(values);
  const answer = cell.answers[key] ?? (cell.file ? (await fetchOnce(cell.file))[key] : undefined);
  return (
    answer &&
    Object.assign(
      answer.map((row) => rowOf(row, cell)),
      {columns: cell.columns}
    )
  );
}

function rowOf(values: unknown[], {columns, dates}: PageAnswers[string]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [i, column] of columns.entries()) row[column] = values[i];
  for (const date of dates ?? []) row[date] = row[date] === null ? null : new Date(row[date] as number);
  return row;
}

function readPage(): PageAnswers {
  const element = document.getElementById(answersElement);
  return element ? (JSON.parse(element.textContent || "{}") as PageAnswers) : {};
}

function fetchOnce(file: string): Promise<Record<string, Answer>> {
  let promise = files.get(file);
  if (!promise) {
    // A file that cannot be had leaves its queries to the database, and is fetched anew by the next choice.
    promise = fetch(new URL(file, document.baseURI))
      .then((response) => (response.ok ? (response.json() as Promise<Record<string, Answer>>) : {}))
      .catch(() => (files.delete(file), {}));
    files.set(file, promise);
  }
  return promise;
}

/**
 * The name of a query among precomputed answers, from its text alone: the same on the page and in the step that
 * answers beforehand. FNV-1a, 64 bits as two halves.
 * @param parts the query's text between its interpolated values
 */
export function answerKey(parts: readonly string[]): string {
  const text = parts.join("?").trim();
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x01234567);
}

/** The name of a query's values among precomputed answers. */
export function valuesKey(values: readonly unknown[]): string {
  return JSON.stringify(values);
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
