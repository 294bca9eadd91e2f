import {isHiddenRow, isNumber, publishedColumns} from "../../data-loaders/disclosure/withhold.js";
import type {GatedTable} from "./gatedTables.js";

/**
 * Whether a hidden row tells no number: neither the count nor what is computed from it. Returns one sentence a fault.
 */
export function hiddenRows({table, file, rows}: GatedTable): string[] {
  const numbers = publishedColumns(table).filter(isNumber);
  const told = numbers.find(({name}) =>
    rows.some((row) => isHiddenRow(row) && row[name] !== null && row[name] !== undefined)
  );
  return told ? [`${file}: ${told.name} står i en række, der siger, at den er skjult.`] : [];
}
