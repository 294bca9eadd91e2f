import {format} from "sql-formatter";

/** A query as it is best read; one that is not yet one stays as it is. */
export function formatted(query: string): string {
  try {
    return format(query, {
      language: "duckdb",
      keywordCase: "upper",
      paramTypes: {custom: [{regex: String.raw`\$\{[^}]*\}`}]}
    });
  } catch {
    return query;
  }
}
