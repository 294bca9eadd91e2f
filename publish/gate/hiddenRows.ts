import {isHiddenRow, isNumber, publishedColumns} from "../../data-loaders/disclosure/withhold.js";
import type {CountedTable} from "../../data-loaders/disclosure/assemble.js";
import type {GatedTable} from "./gatedTables.js";

/**
 * Whether a hidden row shows no number: neither the count nor what is computed from it; what the count is a share of
 * may be known all the same. Returns one sentence a fault.
 */
export function hiddenRows({table, file, rows}: GatedTable, protection?: CountedTable["protection"]): string[] {
  const numbers = publishedColumns(table).filter(isNumber);
  for (const row of rows) {
    if (!isHiddenRow(row)) continue;
    const totals = new Set(protection?.counts(row).map(({of}) => of?.column));
    const shown = numbers.find(({name}) => !totals.has(name) && row[name] !== null && row[name] !== undefined);
    if (shown) return [`${file}: ${shown.name} står i en række, der siger, at den er skjult.`];
  }
  return [];
}
