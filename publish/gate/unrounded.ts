import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeRounding} from "../../data-loaders/beforeRounding.js";
import type {Codebook} from "../../data-loaders/ground/codebook.js";
import {publishedRows} from "../../data-loaders/disclosure/withhold.js";
import type {Row} from "../../data-loaders/engine/session.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import type {Side} from "../../data-loaders/seals/sharedTables.js";
import type {TableShape} from "../../data-loaders/tables/table.js";
import {readParquet} from "./gatedTables.js";

/** The rows of one side's tables, by table. */
export type RowsByTable = Map<string, Row[]>;

/**
 * A side's rows as they were before counts were rounded, once it is seen that the published
 * ones are those rows rounded. Whoever knew them could work out all that is published, and so
 * learns no more from it: what stays unknown beside them stays unknown.
 * @returns the rows with published columns, and one sentence a fault
 */
export async function unrounded(
  side: Side,
  tables: readonly TableShape[],
  published: RowsByTable,
  codebook: Codebook,
  {workspace, disclosure}: Settings
): Promise<{rows: RowsByTable; faults: string[]}> {
  const rows: RowsByTable = new Map();
  const faults: string[] = [];
  for (const table of tables) {
    if (!table.protection) continue;
    const file = join(beforeRounding(workspace, side), `${table.name}.parquet`);
    if (!existsSync(file)) {
      faults.push(
        `${table.name} fra før afrundingen findes ikke i data/workspace, så intet kan bevises; byg webstedet på denne maskine med npm run build.`
      );
      continue;
    }
    const exact = (await readParquet(readFileSync(file))).rows;
    if (
      JSON.stringify(publishedRows(table, exact, codebook, disclosure)) !== JSON.stringify(published.get(table.name))
    ) {
      faults.push(
        `${table.name} er ikke de tal, som afrundingen giver; slet src/.observablehq/cache, og kør npm run build igen.`
      );
    }
    rows.set(table.name, publishedRows(table, exact, codebook, {...disclosure, roundingBase: 1}));
  }
  return {rows, faults};
}
