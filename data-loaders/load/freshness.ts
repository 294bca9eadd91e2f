import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {tableSeal} from "../engine/seal.js";
import type {Seals} from "./seals.js";
import {sealKey, sharedSeal} from "./sharedTables.js";
import {auditTables, registerTables, sharedTables, tables} from "../tables/index.js";
import type {Side} from "../ground/rules.js";

const sides = {
  audit: {facts: "site.json", tables: auditTables.map(({name}) => name)},
  registers: {facts: "registers.json", tables: registerTables.map(({name}) => name)}
};

/** Whether everything of one side in a folder of published tables carries the seal. */
export function isFresh(out: string, side: Side, seal: string): boolean {
  const {facts, tables: ofSide} = sides[side];
  const fresh = (table: string) =>
    tableSeal(join(out, `${table}.parquet`), sharedTables.includes(table) ? sealKey(side) : undefined) === seal;
  return factsSeal(join(out, facts)) === seal && existsSync(join(out, "tables.json")) && ofSide.every(fresh);
}

/** Whether the registers' tables before protection carry the seal. */
export function isKept(folder: string, seal: string): boolean {
  return sides.registers.tables.every((table) => tableSeal(join(folder, `${table}.parquet`)) === seal);
}

/** The seal that a file of facts carries; undefined where there is no such file. */
export function factsSeal(file: string): string | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as {seal?: string}).seal : undefined;
}

/** The seal every published file must carry, by the name it has in the build's cache. */
export function expectedSeals(seals: Seals): Map<string, string> {
  const ofTable = (table: string) =>
    sharedTables.includes(table)
      ? sharedSeal(seals)
      : sides.audit.tables.includes(table)
        ? seals.audit.hash
        : seals.registers.hash;
  return new Map([
    ...tables.map(({name}) => [`${name}.parquet`, ofTable(name)] as const),
    [sides.audit.facts, seals.audit.hash],
    [sides.registers.facts, seals.registers.hash]
  ]);
}
