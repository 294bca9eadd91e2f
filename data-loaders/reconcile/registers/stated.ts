import type {Measured} from "../outcome.js";

/** What a definition of ours says, and whether it is what the report prints. */
export function stated(text: string, holds: boolean): Measured {
  return {group: "definition", text, holds};
}

/** Whether two lists hold the same words, in any order. */
export function sameWords(a: Iterable<string>, b: Iterable<string>): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((word) => right.has(word));
}
