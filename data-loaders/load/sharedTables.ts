import {join} from "node:path";
import type {Delivery} from "../sources/delivery.js";
import {hashOf} from "../engine/seal.js";
import {openSession, text} from "../engine/session.js";
import type {Seals} from "./seals.js";
import type {Settings} from "../ground/settings.js";
import {sharedTables} from "../tables/index.js";
import type {Side} from "../ground/rules.js";

/** Under which name a shared table carries the seal of one side's rows; `rygatlas_seal` is of both. */
export function sealKey(side: Side): string {
  return `rygatlas_seal_${side}`;
}

/** The seal a shared table carries as a whole. */
export function sharedSeal({audit, registers}: Pick<Seals, Side>): string {
  return hashOf(audit.hash, registers.hash);
}

/**
 * Writes the tables that both sides have rows in. A side that was not computed anew keeps the
 * rows it has: those of the audit have no period.
 * @param parts for each side computed anew, the folder with its own rows
 */
export async function writeSharedTables(
  settings: Settings,
  {
    parts,
    out,
    into,
    seals,
    delivery
  }: {parts: Partial<Record<Side, string>>; out: string; into: string; seals: Seals; delivery: Delivery}
): Promise<void> {
  const session = await openSession({...settings, temporary: into});
  const metadata = {
    rygatlas_seal: sharedSeal(seals),
    [sealKey("audit")]: seals.audit.hash,
    [sealKey("registers")]: seals.registers.hash,
    rygatlas_date:
      [seals.audit.date, seals.registers.date]
        .filter((date) => date !== null)
        .sort()
        .at(-1) ?? "",
    rygatlas_data: [
      ...new Set([delivery.audit, delivery.registers].map(({synthetic}) => (synthetic ? "synthetic" : "own")))
    ].join(" and ")
  };
  const pairs = Object.entries(metadata)
    .map(([key, value]) => `${key}: ${text(value)}`)
    .join(", ");
  try {
    for (const table of sharedTables) {
      const file = `${table}.parquet`;
      const rowsOf = (side: Side, own: string) =>
        parts[side]
          ? `FROM read_parquet(${text(join(parts[side], file))})`
          : `FROM read_parquet(${text(join(out, file))}) WHERE ${own}`;
      const rows = `${rowsOf("audit", "period IS NULL")} UNION ALL BY NAME ${rowsOf("registers", "period IS NOT NULL")}`;
      await session.run(
        `COPY (${rows}) TO ${text(join(into, file))} (FORMAT parquet, COMPRESSION snappy, KV_METADATA {${pairs}})`
      );
    }
  } finally {
    session.close();
  }
}
