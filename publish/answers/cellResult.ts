/** What one query gave: column names, their types, and the rows as arrays. */
export interface CellResult {
  columns: string[];
  types: string[];
  rows: unknown[][];
}

/** The columns that hold dates. */
export function datesOf({columns, types}: CellResult): string[] {
  return columns.filter((_, i) => types[i] === "DATE");
}
