import {isNumber} from "../../data-loaders/disclosure/withhold.js";
import {tables} from "../../data-loaders/tables/index.js";

/** The columns of each published table whose numbers protection hides in some rows, leaving them empty. */
export const protectedColumns: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  tables
    .filter(({protection, columns}) => protection && columns.some(({name}) => name === "status"))
    .map(({name, columns}) => [name, new Set(columns.filter(isNumber).map(({name}) => name))])
);

/** The same of some tables together. */
export function protectedIn(read: Iterable<string>): ReadonlySet<string> {
  return new Set([...read].flatMap((table) => [...(protectedColumns.get(table) ?? [])]));
}
