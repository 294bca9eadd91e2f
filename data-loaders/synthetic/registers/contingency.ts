import {sum} from "d3-array";

/**
 * A table with given margins, as near as possible in its odds ratios to a first guess: iterative proportional fitting
 * (W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 1940;11:427-444), then rounded so that the margins
 * still hold.
 *
 * @param guess non-negative; a zero stays a zero
 * @throws RangeError when no such table exists
 */
export function contingency(guess: number[][], rows: number[], columns: number[]): number[][] {
  if (sum(rows) !== sum(columns)) throw new RangeError(`rows add up to ${sum(rows)}, columns to ${sum(columns)}`);
  const table = guess.map((row) => [...row]);
  const scale = (have: number, want: number) => (have > 0 ? want / have : 0);
  for (let step = 0; step < 500; step++) {
    table.forEach((row, i) => {
      const factor = scale(sum(row), rows[i]!);
      row.forEach((value, j) => (row[j] = value * factor));
    });
    let off = 0;
    columns.forEach((want, j) => {
      const have = sum(table, (row) => row[j]!);
      off = Math.max(off, Math.abs(have - want));
      table.forEach((row) => (row[j]! *= scale(have, want)));
    });
    if (off < 1e-7) break;
  }
  return roundTable(table, rows, columns);
}

/**
 * Rounds every cell down or up (a zero stays) so that rows and columns add up: what rounding down leaves over is
 * distributed by augmenting paths from rows to columns, largest remainders first.
 */
function roundTable(table: number[][], rows: number[], columns: number[]): number[][] {
  const result = table.map((row) => row.map((value) => Math.floor(value + 1e-9)));
  const up = table.map((row) => row.map(() => false));
  const rowRest = rows.map((want, i) => want - sum(result[i]!));
  const columnRest = columns.map((want, j) => want - sum(result, (row) => row[j]!));
  const remainder = (i: number, j: number) => table[i]![j]! - result[i]![j]!;
  // A path alternates between rounding a cell of a row up and taking it back in another row of that column.
  const augment = (row: number, seen: Set<number>): boolean => {
    const order = columns.map((_, j) => j).filter((j) => table[row]![j]! > 0 && !up[row]![j]! && !seen.has(j));
    for (const j of order.sort((a, b) => remainder(row, b) - remainder(row, a))) {
      if (seen.has(j)) continue;
      seen.add(j);
      const other = columnRest[j]! > 0 ? -1 : up.findIndex((u, i) => u[j]! && i !== row && augment(i, seen));
      if (columnRest[j]! <= 0 && other < 0) continue;
      if (other < 0) columnRest[j]!--;
      else up[other]![j] = false;
      up[row]![j] = true;
      return true;
    }
    return false;
  };
  rowRest.forEach((rest, i) => {
    for (; rest > 0; rest--) if (!augment(i, new Set())) throw new RangeError(`row ${i} cannot be rounded`);
  });
  return result.map((row, i) => row.map((value, j) => value + (up[i]![j]! ? 1 : 0)));
}
