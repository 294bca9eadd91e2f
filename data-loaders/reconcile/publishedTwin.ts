import {decisionFolder} from "../disclosure/keptDecision.js";
import {auditSums} from "../tables/sums/audit.js";
import {registerSums} from "../tables/sums/registers.js";
import type {Sums} from "../tables/counted/group.js";
import {protectTables} from "../disclosure/protectTables.js";
import {isSmall, type DisclosureRules, type Reason} from "../ground/rules.js";
import {isHiddenRow, isNumber, publishedColumns, publishedRows, statusOf} from "../disclosure/withhold.js";
import type {Row} from "../engine/session.js";
import {Refusal} from "../ground/refusal.js";
import type {Settings} from "../ground/settings.js";
import {auditTables} from "../tables/auditTables.js";
import {registerTables} from "../tables/registerTables.js";
import type {TableShape} from "../tables/table.js";
import {countedTables} from "../disclosure/writeTables.js";
import type {AuditRows} from "./computed.js";
import type {ComputedRegisters} from "./registers/computed.js";
import {withoutNumbers, type TableRows} from "./withoutNumbers.js";

/** What the default twins' tables hold, and what the release that is about to be published does. */
export interface TwinAndRelease {
  audit: AuditRows;
  registers: ComputedRegisters;
  /** Of each side: its published tables, and whether they are those of the default twin. */
  release: Record<"audit" | "registers", {rows: TableRows; isTwin: boolean}>;
}

/** Rows of the default twins, by side. */
export type TwinRows = Record<"audit" | "registers", TableRows>;

/**
 * The default twins' rows as readers may have them: protected as the release is, and without what the release
 * hides where it is of other extracts. Printed figures could be those of the very people in them.
 */
export async function publishedTwin(
  {audit, registers, release}: TwinAndRelease,
  settings: Settings
): Promise<TwinRows> {
  const {codebook} = audit;
  const {disclosure} = settings;
  const sums = registerSums(
    registers.codelists,
    registers.parameters.periods,
    registers.indicators.map(({id}) => id)
  );
  const side = async (
    of: "audit" | "registers",
    tables: readonly TableShape[],
    rows: TableRows,
    ofSide: Sums
  ): Promise<TableRows> => {
    const {rows: published, isTwin} = release[of];
    if (isTwin) return withoutSmall(tables, published, disclosure);
    const own = tables.map((table) => ({table, rows: rows[table.name] ?? []}));
    // Of another audit nothing is told anyhow.
    if (
      !own.some(
        ({table, rows}) =>
          table.protection &&
          tellsAny(withoutNumbers([table], {[table.name]: rows}, published, isAbsent)[table.name]!, table)
      )
    )
      return {};
    const hidden = await protectTables(countedTables(own, codebook, disclosure), ofSide, disclosure, {
      decisions: decisionFolder(settings)
    }).catch(nothingMayBeTold);
    if (!hidden) return {};
    const shown = Object.fromEntries(own.map(({table, rows}) => [table.name, publishedRows(table, rows, hidden)]));
    return withoutSmall(
      tables,
      withoutNumbers(tables, shown, withoutSmall(tables, published, disclosure), isAbsent),
      disclosure
    );
  };
  return {
    audit: await side("audit", auditTables, audit.tables, auditSums(codebook, disclosure)),
    registers: await side("registers", registerTables, registers.tables, sums)
  };
}

/** Rules that cannot be kept on the twin are no reason to refuse somebody's own extracts. */
function nothingMayBeTold(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}

/** The twins' rows before protection without the numbers that are hidden for one reason. */
export function rowsWithout(
  reason: Reason,
  {audit, registers}: Pick<TwinAndRelease, "audit" | "registers">,
  published: TwinRows
): TwinRows {
  const hides = (other: Row | undefined) => other?.status === statusOf[reason];
  return {
    audit: withoutNumbers(auditTables, audit.tables, published.audit, hides),
    registers: withoutNumbers(registerTables, registers.tables, published.registers, hides)
  };
}

/**
 * A form that was not filled in says nothing of a person, and tables show it however seldom;
 * of printed figures no small count is told.
 */
export function withoutSmall(tables: readonly TableShape[], rows: TableRows, rules: DisclosureRules): TableRows {
  const few = (row: Row | undefined, table: TableShape) =>
    publishedColumns(table).some(({name, counts}) => counts && isSmall((row?.[name] ?? 0) as number, rules));
  const hidden = withoutNumbers(tables, rows, rows, few);
  return Object.fromEntries(
    tables.map(({name}) => [
      name,
      hidden[name]!.map((row, i) => (row === rows[name]![i] ? row : {...row, status: statusOf.few}))
    ])
  );
}

function tellsAny(rows: Row[], table: TableShape): boolean {
  const counts = publishedColumns(table).filter((column) => column.counts);
  return rows.some((row) => counts.some(({name}) => typeof row[name] === "number"));
}

/** Whether another release has no such row, or a number in it is hidden. */
function isAbsent(other: Row | undefined, table: TableShape): boolean {
  return (
    other === undefined ||
    isHiddenRow(other) ||
    other.status === "incomplete" ||
    publishedColumns(table).some((column) => isNumber(column) && column.counts && other[column.name] === null)
  );
}
