import type {Assembly, CountedTable} from "../../data-loaders/disclosure/assemble.js";
import type {Count} from "../../data-loaders/disclosure/group.js";
import type {Row} from "../../data-loaders/engine/session.js";

/** What rows say of a count: whether one hides it, for its own sake or another's, and whether a zero would have been shown. */
export interface Seen {
  hidden: Map<number, "few" | "other">;
  atLeastOne: Set<number>;
  /** The table it stands in. */
  tables: Map<number, string>;
}

/** Looks through the rows that count somebody. */
export function lookAt(tables: CountedTable[], {placeOf, cells}: Assembly): Seen {
  const seen: Seen = {hidden: new Map(), atLeastOne: new Set(), tables: new Map()};
  for (const {name, row, count} of countsOf(tables)) {
    const place = placeOf(count.group)!;
    const total = count.of && placeOf(count.of.group)!;
    seen.tables.set(place, name);
    if (!isHidden(row)) continue;
    seen.hidden.set(place, row.status === "hidden" ? "few" : seen.hidden.get(place) ?? "other");
    // A true zero is shown, unless even that would tell something of the few it is a share of.
    if (total === undefined || cells[total]!.value !== undefined) seen.atLeastOne.add(place);
  }
  return seen;
}

/** Whether a row says that its numbers are not shown. */
export function isHidden({status}: Row): boolean {
  return String(status).startsWith("hidden");
}

function* countsOf(tables: CountedTable[]): Generator<{name: string; row: Row; count: Count}> {
  for (const {name, protection, rows} of tables) {
    for (const row of rows) if (row.status !== "incomplete") for (const count of protection.counts(row)) yield {name, row, count};
  }
}
