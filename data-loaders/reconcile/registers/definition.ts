import type {DSVRowString} from "d3-dsv";
import type {ComputedRegisters} from "../../printed/registers/computed.js";
import type {Measured} from "../outcome.js";

/** A definition of the report, and what of ours says the same. Texts are Danish. */
export interface Definition {
  term: string;
  /** What the report prints. */
  text: string;
  /** What of ours is held against it. */
  how: string;
  /** Windows, codes and ages are read from the printed row, so that a changed print is seen. */
  check(computed: ComputedRegisters, printed: DSVRowString): Measured[];
}

/** What a definition of ours says, and whether it is what the report prints. */
export function stated(text: string, holds: boolean): Measured {
  return {group: "definition", text, holds};
}

/** Whether two lists hold the same words, in any order. */
export function sameWords(a: Iterable<string>, b: Iterable<string>): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((word) => right.has(word));
}
