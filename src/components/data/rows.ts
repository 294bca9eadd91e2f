/** The rows a query gave, with the query they came from, and what a table of them says. */
export type Rows<T = Record<string, unknown>> = T[] & {
  sql?: string;
  /** The names of the columns, which no row tells where there is none. */
  columns?: string[];
  /** Whether the query has more rows than a page gets. */
  isCut?: boolean;
  /** How long the answer took, where it was not given beforehand. */
  milliseconds?: number;
};
