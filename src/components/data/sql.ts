import {precomputed} from "./answers.js";
import {duckdbWords} from "./duckdbWords.js";
import type {Rows} from "./rows.js";

/**
 * Answers a query on the published tables: from what `publish` answered beforehand, else from DuckDB-wasm, which is
 * fetched the first time it is needed. Interpolated values become parameters, never text of the query.
 * @throws Error in Danish: what is wrong with the query, or that the numbers cannot be fetched
 */
export async function sql(parts: TemplateStringsArray, ...values: unknown[]): Promise<Rows> {
  const rows = (await precomputed(parts, values)) ?? (await ask(parts.join("?"), values).catch(asRead));
  return Object.assign(rows, {sql: parts.reduce((text, part, i) => text + literal(values[i - 1]) + part)});
}

async function ask(text: string, values: unknown[]): Promise<Rows> {
  const {query} = await import("./database.js");
  const asked = performance.now();
  const rows = await query(text, values);
  return Object.assign(rows, {milliseconds: performance.now() - asked});
}

/**
 * What stands in the place of a figure, as a reader sees it. A browser fails to fetch by a TypeError in its own words.
 */
function asRead(error: Error): never {
  if (!(error instanceof TypeError) && navigator.onLine) throw new Error(duckdbWords(error.message), {cause: error});
  const sentence =
    "Tallene til dette valg kunne ikke hentes: der er ingen forbindelse til webstedet. Vælg igen, når den er der.";
  throw new Error(sentence, {cause: error});
}

function literal(value: unknown): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}
