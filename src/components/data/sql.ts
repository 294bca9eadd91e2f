import {precomputed} from "./answers.js";

/** The rows a query gave, with the query they came from. */
export type Rows<T = Record<string, unknown>> = T[] & {sql?: string};

/**
 * Answers a query on the published tables: from what `publish` answered beforehand, else from DuckDB-wasm, which is
 * fetched the first time it is needed. Interpolated values become parameters, never text of the query.
 * @throws Error with DuckDB's message, or in Danish where the numbers cannot be fetched
 */
export async function sql(parts: TemplateStringsArray, ...values: unknown[]): Promise<Rows> {
  const rows = (await precomputed(parts, values)) ?? (await ask(parts.join("?"), values).catch(asRead));
  return Object.assign(rows, {sql: parts.reduce((text, part, i) => text + literal(values[i - 1]) + part)});
}

async function ask(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await import("./database.js")).query(text, values);
}

/** What stands in the place of a figure, as a reader sees it. A browser fails to fetch by a TypeError in its own words. */
function asRead(error: unknown): never {
  if (!(error instanceof TypeError) && navigator.onLine) throw error;
  const sentence =
    "Tallene til dette valg kunne ikke hentes: der er ingen forbindelse til webstedet. Vælg igen, når den er der.";
  throw new Error(sentence, {cause: error});
}

function literal(value: unknown): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}
