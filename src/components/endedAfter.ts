import {group} from "d3-array";
import type {EndedRow} from "./charts/endedShares.js";
import {withWilson} from "./withWilson.js";

/** How many leave each contact, and how many of them for no other; null where a hidden flow is among them. */
export interface Leaving {
  start_specialty: string;
  contact_no: number;
  patients: number | null;
  ended: number | null;
  status?: string | null;
}

/**
 * Those without more contacts after each contact, summed up to it, of all who started in the same specialty. From the first
 * contact with a hidden number on, the sum is not known.
 * @param order the starts, in the order of the rows
 */
export function endedAfter(leaving: readonly Leaving[], order: readonly string[]): (EndedRow & {status: string})[] {
  const starts = group(leaving.filter((row) => row.status !== "incomplete"), (row) => row.start_specialty);
  return order.flatMap((start_specialty) => {
    const own = starts.get(start_specialty)?.toSorted((a, b) => a.contact_no - b.contact_no) ?? [];
    const total = own[0]?.patients ?? null;
    let n: number | null = 0;
    return own.map(({contact_no, ended}) => {
      n = n === null || ended === null ? null : n + ended;
      const {low, high} = withWilson({patients: n, total});
      return {start_specialty, contact_no, n, total, percent: n === null || !total ? null : (100 * n) / total, low, high, status: n === null ? "hidden" : "shown"};
    });
  });
}
