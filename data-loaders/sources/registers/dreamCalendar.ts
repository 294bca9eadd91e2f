import {extent, max, min} from "d3-array";
import {text, type Session} from "../../engine/session.js";
import {Refusal} from "../../ground/refusal.js";
import {addDays} from "./addDays.js";
import {monthColumns, weekColumns, type DreamColumn} from "./dream.js";
import type {Month, RegisterFile} from "./registerFile.js";

/**
 * Leaves the tables `dream_weeks` and `dream_months` (file_no, n, start): which week or month
 * the n'th of a file's lists is.
 * @returns from the first month of employment to the last day with both employment and benefits, as one month
 * @throws Refusal when a week or month is missing between the first and the last: it would
 * read as a week without benefits
 */
export async function createDreamCalendar(session: Session, files: RegisterFile[]): Promise<Month[]> {
  const weeks = files.map((file) => weekColumns(file.context));
  const months = files.map((file) => monthColumns(file.context));
  refuseGap(files, weeks.flat(), "ugen", (start) => addDays(start, 7));
  refuseGap(files, months.flat(), "måneden", (start) => `${addDays(start, 31).slice(0, 7)}-01`);
  await createTable(session, "dream_weeks", files, weeks);
  await createTable(session, "dream_months", files, months);
  const [month, lastMonth] = extent(months.flat(), (column) => column.start);
  const lastWeek = max(weeks.flat(), (column) => column.start);
  if (!month || !lastWeek) return [];
  const last = min([addDays(lastWeek, 6), addDays(`${addDays(lastMonth, 31).slice(0, 7)}-01`, -1)])!;
  return [{month, rows: 0, first: month, last}];
}

function refuseGap(files: RegisterFile[], columns: DreamColumn[], unit: string, next: (start: string) => string): void {
  const ordered = [...columns].sort((a, b) => Number(a.start > b.start) - Number(a.start < b.start));
  ordered.forEach((column, i) => {
    const before = ordered[i - 1];
    if (!before || before.start === column.start || next(before.start) === column.start) return;
    throw new Refusal(
      `${files.map((file) => file.file).join(", ")}: ${unit} fra ${next(before.start)} mangler mellem kolonnerne ${before.name} og ${column.name}; hent DREAM med alle uger og måneder i perioden.`
    );
  });
}

async function createTable(
  session: Session,
  table: string,
  files: RegisterFile[],
  columns: DreamColumn[][]
): Promise<void> {
  await session.run(`CREATE OR REPLACE TEMP TABLE ${table} (file_no INTEGER, n BIGINT, start DATE)`);
  const values = columns.flatMap((list, i) =>
    list.map(({start}, n) => `(${files[i]!.context.fileNo}, ${n + 1}, DATE ${text(start)})`)
  );
  if (values.length > 0) await session.run(`INSERT INTO ${table} VALUES ${values.join(", ")}`);
}
