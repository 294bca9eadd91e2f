import type {Chosen, ParameterName, Vocabulary} from "../../src/parameters.js";
import {combinations, defaults, isParameter} from "../pages/combinations.js";

/** What `observable.params` holds on a page. */
export type Params = Record<string, string>;

/**
 * The first expression of a query that only a browser can know: neither one of the site's
 * choices nor a parameter of the page. Undefined when publishing can answer the query.
 */
export function strangeExpression(expressions: readonly string[], params: Params = {}): string | undefined {
  return expressions.find((expression) => !isParameter(expression) && ofPage(expression, params) === undefined);
}

/**
 * Every list of values a query can be asked with: those of its choices in every combination,
 * the page's own as they are.
 */
export function allAskings(expressions: readonly string[], words: Vocabulary, params: Params = {}): string[][] {
  return combinations([...new Set(expressions.filter(isParameter))], words).map((chosen) =>
    fill(expressions, chosen, params)
  );
}

/**
 * The values a query is asked with before a reader has chosen.
 * @param own the page's own defaults of its choices
 */
export function firstAsking(
  expressions: readonly string[],
  words: Vocabulary,
  own: Record<string, string>,
  params: Params = {}
): string[] {
  return fill(expressions, defaults(expressions.filter(isParameter), words, own), params);
}

function fill(expressions: readonly string[], chosen: Chosen, params: Params): string[] {
  return expressions.map((expression) => ofPage(expression, params) ?? chosen[expression as ParameterName] ?? "");
}

/**
 * The value of `observable.params.name` or `observable.params["name"]`, which Framework
 * writes into the page as it stands.
 */
function ofPage(expression: string, params: Params): string | undefined {
  const [, dotted, quoted] = /^observable\.params(?:\.(\w+)|\[["'](\w+)["']\])$/.exec(expression) ?? [];
  const name = dotted ?? quoted;
  return name !== undefined && Object.hasOwn(params, name) ? params[name] : undefined;
}
