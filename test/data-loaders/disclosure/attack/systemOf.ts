import type {System} from "../../../../data-loaders/disclosure/system.js";

/**
 * What is known of numbers by name.
 * @param known those that are published
 * @param sums the parts of each whole, known or not
 */
export function systemOf(
  known: Record<string, number>,
  sums: [name: string, whole: string, parts: string[]][]
): {system: System; of(key: string): number} {
  const keys = [...new Set([...Object.keys(known), ...sums.flatMap(([, whole, parts]) => [whole, ...parts])])];
  const of = (key: string) => keys.indexOf(key);
  const relations = sums.map(([name, whole, parts]) => ({
    name,
    terms: [{cell: of(whole), factor: -1}, ...parts.map((part) => ({cell: of(part), factor: 1}))],
    low: 0,
    high: 0
  }));
  return {
    system: {cells: keys.map((key) => ({key, low: known[key] ?? 0, high: known[key] ?? Infinity})), relations},
    of
  };
}
