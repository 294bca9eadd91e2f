import {auditTables} from "./auditTables.js";
import {registerTables} from "./registerTables.js";
import type {TableShape} from "./table.js";

/** What tables are computed from: the audit, or the registers. */
export type Side = "audit" | "registers";

/** Tables that both the audit and the registers have rows in. */
export const sharedTables: string[] = auditTables
  .map(({name}) => name)
  .filter((name) => registerTables.some((table) => table.name === name));

/** Every published table, in the order the download page lists them. */
export const tables: TableShape[] = [
  ...auditTables,
  ...registerTables.filter(({name}) => !sharedTables.includes(name))
];
