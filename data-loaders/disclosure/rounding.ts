import type {Codebook} from "../ground/codebook.js";
import type {Row} from "../engine/session.js";
import type {Column, TableShape} from "../tables/table.js";
import {rounded} from "./decimals.js";
import {percentColumn} from "../tables/counted/group.js";
import type {DisclosureRules} from "../ground/rules.js";

/**
 * A count as it is published: the nearest multiple of a base, halves up, as OpenSAFELY and
 * NHS England round theirs. Nothing but a true zero becomes zero.
 * @param base 1: as it is
 */
export function roundCount(count: number, base: number): number {
  return count === 0 ? 0 : Math.max(base, base * Math.floor(count / base + 0.5));
}

/** The smallest and the largest count that is published as a number. */
export function rangeOfRounded(published: number, base: number): [low: number, high: number] {
  if (published === 0) return [0, 0];
  return [published === base ? 1 : published - Math.floor(base / 2), published + Math.ceil(base / 2) - 1];
}

/**
 * Rows whose counts of people and registrations are rounded, and with them everything that would tell the
 * counts themselves: shares and limits are computed anew from rounded counts. What was empty stays empty.
 * @param rows protected, with every column of the table
 */
export function roundedRows(table: TableShape, rows: Row[], codebook: Codebook, rules: DisclosureRules): Row[] {
  const {roundingBase} = rules;
  const protection = table.protection?.(codebook, rules);
  if (roundingBase === 1 || !protection) return rows;
  const counted = table.columns.filter(isRounded);
  const withCounts = rows.map((row) => {
    const after = {
      ...row,
      ...Object.fromEntries(
        counted.map(({name}) => [name, typeof row[name] === "number" ? roundCount(row[name], roundingBase) : row[name]])
      )
    };
    for (const count of protection.counts(row)) {
      const [part, whole] = [after[count.column], count.of && after[count.of.column]];
      if (typeof part === "number" && typeof whole === "number" && whole > 0)
        after[percentColumn(count)] = (100 * part) / whole;
    }
    return after;
  });
  const computed = table.ofRounded?.(withCounts, rows, roundingBase) ?? withCounts;
  return computed.map((row, i) =>
    Object.fromEntries(
      table.columns.map((column) => [
        column.name,
        rows[i]![column.name] === null ? null : rounded(row[column.name], column)
      ])
    )
  );
}

/**
 * Whether a column's counts are: how many live in an area anybody can look up, and how many
 * participants there are says nothing of patients.
 */
export function isRounded({type, counts}: Column): boolean {
  return type === "INTEGER" && (counts === "registrations" || counts === "patients");
}
