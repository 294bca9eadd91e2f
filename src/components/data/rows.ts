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

/**
 * Why a cell with more rows than a page gets is refused, and why the preview cuts it. Apart from `cellRules.ts`, which
 * every page would fetch with it.
 */
export const tooManyRows =
  "Cellen giver mere end 100.000 rækker, som er det meste, en side får; tæl sammen med GROUP BY, eller spørg om færre med WHERE eller LIMIT.";
