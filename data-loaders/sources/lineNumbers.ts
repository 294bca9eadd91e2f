/** From row `row` (from 0) of what was read, and until the next step, `skipped` lines were passed over. */
export interface LineStep {
  row: number;
  skipped: number;
}

/**
 * How to find a row's line in its file: `row + 2` (the header is line 1) plus the `skipped`
 * of the last step at or before it.
 * @param notRows numbers of the lines, after the first, that gave no row, ascending
 */
export function lineSteps(notRows: number[]): LineStep[] {
  const steps = new Map<number, number>();
  notRows.forEach((line, before) => steps.set(line - 2 - before, before + 1));
  return [...steps].map(([row, skipped]) => ({row, skipped}));
}

/** SQL for the number of lines passed over before each row (`row`, `skipped`), for the rows 0 to `rows` - 1. */
export function skippedSql(steps: LineStep[], rows: number): string {
  const all = [{row: 0, skipped: 0}, ...steps];
  const values = all.map(({row, skipped}, i) => `(${row}, ${all[i + 1]?.row ?? rows}, ${skipped})`);
  return `SELECT unnest(range(first, past)) AS row, skipped FROM (VALUES ${values.join(", ")}) steps(first, past, skipped)`;
}
