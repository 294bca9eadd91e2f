/** What one query gave: column names, their types, and the rows as arrays. */
export interface CellResult {
  columns: string[];
  types: string[];
  rows: unknown[][];
}
