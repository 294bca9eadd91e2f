import type {Assembly, CountedTable} from "../../data-loaders/disclosure/assemble.js";
import type {Count} from "../../data-loaders/tables/counted/group.js";
import {hidesZero, type DisclosureRules} from "../../data-loaders/ground/rules.js";
import {isHiddenRow, statusOf} from "../../data-loaders/disclosure/withhold.js";
import type {Row} from "../../data-loaders/engine/session.js";

/**
 * What rows say of a count: whether one hides it, for its own sake or another's, and whether
 * a zero would have been shown.
 */
export interface Seen {
  hidden: Map<number, "few" | "other">;
  atLeastOne: Set<number>;
  /** The table it stands in. */
  tables: Map<number, string>;
}

/** Looks through the rows that count somebody. */
export function lookAt(tables: CountedTable[], {placeOf, cells}: Assembly, rules: DisclosureRules): Seen {
  const seen: Seen = {hidden: new Map(), atLeastOne: new Set(), tables: new Map()};
  for (const {name, row, count, alone} of countsOf(tables)) {
    const place = placeOf(count.group)!;
    const total = count.of && cells[placeOf(count.of.group)!]!.value;
    seen.tables.set(place, name);
    if (!isHiddenRow(row)) continue;
    seen.hidden.set(place, row.status === statusOf.few ? "few" : (seen.hidden.get(place) ?? "other"));
    // Of a row with two counts either may be why it is hidden.
    if (alone && (!count.of || (total !== undefined && !hidesZero(total, rules)))) seen.atLeastOne.add(place);
  }
  return seen;
}

function* countsOf(tables: CountedTable[]): Generator<{name: string; row: Row; count: Count; alone: boolean}> {
  for (const {name, protection, rows} of tables) {
    for (const row of rows) {
      if (row.status === "incomplete") continue;
      const counts = protection.counts(row);
      for (const count of counts) yield {name, row, count, alone: counts.length === 1};
    }
  }
}
