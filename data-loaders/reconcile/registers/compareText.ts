import type {Finding} from "../finding.js";

/** Compares what is printed as a date or a code, letter by letter. */
export function compareText(
  pair: Pick<Finding, "source" | "key" | "where" | "printed"> & {computed: string | undefined}
): Finding {
  const {computed} = pair;
  return {...pair, computed: computed ?? "findes ikke", verdict: computed === pair.printed ? "equal" : "different"};
}
