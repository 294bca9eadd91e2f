import type {Row} from "../engine/session.js";
import type {Side} from "../ground/rules.js";
import type {RegisterModels} from "../indicators/definition/analyseRegisters.js";
import {readTables} from "./readTables.js";
import type {AuditModels, Table, TableShape} from "./table.js";

/** Every published table of the audit, by place. */
export const auditTables: Table<AuditModels>[] = await readTables<AuditModels>("audit");

/** Every published table on registers, by place. */
export const registerTables: Table<RegisterModels>[] = await readTables<RegisterModels>("registers");

/** Tables that both the audit and the registers have rows in. */
export const sharedTables: string[] = auditTables
  .map(({name}) => name)
  .filter((name) => registerTables.some((table) => table.name === name));

/** Which side a row of a table is of: in tables of both, the audit's rows have no period. */
export function sideOf({name}: TableShape, {period}: Row): Side {
  if (sharedTables.includes(name)) return period === null ? "audit" : "registers";
  return auditTables.some((table) => table.name === name) ? "audit" : "registers";
}

/** Every published table, in the order the download page lists them. */
export const tables: TableShape[] = [
  ...auditTables,
  ...registerTables.filter(({name}) => !sharedTables.includes(name))
];
