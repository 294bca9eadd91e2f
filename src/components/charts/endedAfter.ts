import {group} from "d3-array";
import type {EndedRow} from "./endedShares.js";
import {sumOf, type Ranged} from "../rows/range.js";
import {withWilson} from "../rows/shareLimits.js";

/** How many leave each contact, and how many of them for no other; null where a hidden flow is among them. */
export interface Leaving extends Ranged<"ended"> {
  start_specialty: string;
  contact_no: number;
  ended: number | null;
  status?: string | null;
}

/**
 * Those without more contacts after each contact, summed up to it, of all who started in the
 * same specialty. From the first contact with a hidden number on, the sum is known only within a range.
 * @param starts where courses begin, in the order of the rows, and how many do; null where that is hidden
 */
export function endedAfter(
  leaving: readonly Leaving[],
  starts: readonly {start: string; total: number | null}[]
): (EndedRow & Ranged<"n" | "percent"> & {status: string})[] {
  const leavingBy = group(
    leaving.filter((row) => row.status !== "incomplete"),
    (row) => row.start_specialty
  );
  return starts.flatMap(({start: start_specialty, total}) => {
    const own = leavingBy.get(start_specialty)?.toSorted((a, b) => a.contact_no - b.contact_no) ?? [];
    return own.map(({contact_no}, i) => {
      const {least, most} = sumOf(own.slice(0, i + 1), "ended");
      const n = least === most ? least : null;
      // No more stop than started.
      const upper = Math.min(most, total ?? Infinity);
      const shareOf = (people: number) => (total && people < Infinity ? (100 * people) / total : null);
      const {low, high} = withWilson({patients: n, total});
      return {
        start_specialty,
        contact_no,
        n,
        total,
        percent: n === null || !total ? null : (100 * n) / total,
        low,
        high,
        ...(n === null && {
          n_least: least,
          n_most: upper < Infinity ? upper : null,
          percent_least: shareOf(least),
          percent_most: shareOf(upper)
        }),
        status: n === null ? "hidden" : "shown"
      };
    });
  });
}

/** A row of the table `first_contacts`. */
export interface FirstContact {
  specialty: string;
  patients: number | null;
  total: number | null;
}

/** How many courses begin in a specialty, or in `all`; null where that is hidden, 0 where there is no row. */
export function startingIn(rows: readonly FirstContact[], specialty: string): number | null {
  const row =
    specialty === "all"
      ? (rows.find(({total}) => total !== null) ?? rows[0])
      : rows.find((one) => one.specialty === specialty);
  if (!row) return 0;
  return specialty === "all" ? row.total : row.patients;
}
