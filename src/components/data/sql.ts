import {precomputed} from "./answers.js";

/** The rows a query gave, with the query they came from. */
export type Rows<T = Record<string, unknown>> = T[] & {sql?: string};

/**
 * Answers a query on the published tables: from what `publish` answered beforehand, else from DuckDB-wasm, which is
 * fetched the first time it is needed. Interpolated values become parameters, never text of the query.
 * @throws Error with DuckDB's message
 */
export async function sql(parts: TemplateStringsArray, ...values: unknown[]): Promise<Rows> {
  const rows =
    (await precomputed(parts, values)) ?? (await (await import("./database.js")).query(parts.join("?"), values));
  return Object.assign(rows, {sql: parts.reduce((text, part, i) => text + literal(values[i - 1]) + part)});
}

function literal(value: unknown): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}
