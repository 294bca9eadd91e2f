import {isHiddenRow, isNumber, publishedColumns} from "../../data-loaders/disclosure/withhold.js";
import type {GatedTable} from "./gatedTables.js";

/**
 * Whether a hidden row shows no number: neither the count nor what is computed from it. Returns one sentence a fault.
 */
export function hiddenRows({table, file, rows}: GatedTable): string[] {
  const numbers = publishedColumns(table).filter(isNumber);
  const shown = numbers.find(({name}) =>
    rows.some((row) => isHiddenRow(row) && row[name] !== null && row[name] !== undefined)
  );
  return shown ? [`${file}: ${shown.name} står i en række, der siger, at den er skjult.`] : [];
}
