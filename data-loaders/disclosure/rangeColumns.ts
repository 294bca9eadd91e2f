import {percentColumn} from "../tables/counted/group.js";
import type {Column, TableShape} from "../tables/table.js";

/** The names of the columns that say between what a hidden number of a column must lie. */
export function rangeNames(column: string): [least: string, most: string] {
  return [`${column}_least`, `${column}_most`];
}

export function isRangeName(column: string): boolean {
  return column.endsWith("_least") || column.endsWith("_most");
}

/** Whether the hidden numbers of a column have a range: counts of people that the table shows, and their shares. */
export function hasRange({columns}: TableShape, {name, type, internal}: Column): boolean {
  const isCount = (column: Column) =>
    column.type === "INTEGER" &&
    !column.internal &&
    (column.counts === "registrations" || column.counts === "patients");
  const counts = columns.filter(isCount);
  return (
    !internal &&
    (counts.some((count) => count.name === name) ||
      (type === "DOUBLE" && counts.some((count) => percentColumn({column: count.name}) === name)))
  );
}

/** The columns of the range of a hidden number. */
export function rangeColumns({name, type, unit, meaning, english}: Column): Column[] {
  const [least, most] = rangeNames(name);
  const shared = {type, ...(unit && {unit}), range: true as const};
  return [
    {
      ...shared,
      name: least,
      meaning: `${meaning}: det mindste, et skjult tal kan være`,
      english: `${english}: the least a hidden number can be`
    },
    {
      ...shared,
      name: most,
      meaning: `${meaning}: det største, et skjult tal kan være`,
      english: `${english}: the most a hidden number can be`
    }
  ];
}
