import {rollup} from "d3-array";
import type {Codebook} from "../ground/codebook.js";
import type {CountedTable} from "./assemble.js";
import type {Sums} from "../tables/counted/group.js";
import {publishedParticipants, publishedShape, type HashOf} from "./participants.js";
import {protectTables, type DisclosureReport} from "./protectTables.js";
import {frozen, timeOf} from "./frozen.js";
import type {ReleasedTables} from "./keptReleases.js";
import type {DisclosureRules} from "../ground/rules.js";
import {addRanges} from "./ranges.js";
import {publishedColumns, publishedRows} from "./withhold.js";
import type {Seal} from "../engine/seal.js";
import type {Row, Session} from "../engine/session.js";
import {writeTable} from "../tables/writeTable.js";
import type {Table, TableShape} from "../tables/table.js";
import {differing, knownOf, type FiguresIn} from "../printed/known.js";

/** Where a table's file goes; undefined: nowhere. */
export type FileOf = (table: string) => string | undefined;

export interface WriteOptions {
  /** Before protection, for the analyst. */
  kept?: FileOf;
  /** As readers get it. */
  published?: FileOf;
  seal: Seal;
  synthetic: boolean;
  /** By which rules published counts are protected, and which sums hold between them. */
  disclosure: {
    rules: DisclosureRules;
    sums: Sums;
    codebook: Codebook;
    hashOf?: HashOf;
    decisions?: string;
    threads?: number;
    /** The printed figures that everybody has of the data, where they have any. */
    printed?: FiguresIn | undefined;
    /** Kept releases whose periods and rounds stay as they were released, the newest first. */
    releases: readonly ReleasedTables[];
  };
  step: (label: string) => void;
}

/** How many rows of a table have each status. */
export interface TableDisclosure {
  table: string;
  rows: Record<string, number>;
}

/** A period or round, in words, that stands as it was released, and in which release. */
export interface ReleasedTime {
  time: string;
  release: string;
}

export interface Written {
  tables: {table: string; rows: number}[];
  /** The rows that readers get, by table. */
  shown?: ReadonlyMap<string, Row[]>;
  /** Of what is published. */
  disclosure?: {
    rules: DisclosureRules;
    report: DisclosureReport;
    tables: TableDisclosure[];
    /** Printed figures that are other than what was computed, where everybody has the others. */
    notAsPrinted?: string[];
    released: ReleasedTime[];
  };
}

/**
 * Computes tables, protects their counts as one system, and writes each before and after.
 * @throws Refusal when a count cannot be protected
 */
export async function writeTables<Models>(
  session: Session,
  tables: Table<Models>[],
  models: Models,
  options: WriteOptions
): Promise<Written> {
  const {seal, synthetic, kept, published, disclosure, step} = options;
  const metadata = {
    rygatlas_seal: seal.hash,
    rygatlas_date: seal.date ?? "",
    rygatlas_data: synthetic ? "synthetic" : "own"
  };
  const computed: {table: Table<Models>; rows: Row[]}[] = [];
  for (const table of tables) {
    step(`Beregner ${table.name}`);
    const before = (name: string) => computed.find((one) => one.table.name === name)!.rows;
    computed.push({table, rows: await table.rows(models, before)});
  }
  for (const {table, rows} of computed) {
    const before = kept?.(table.name);
    if (before) await writeTable(session, before, table.columns, rows, metadata);
  }
  const written = computed.map(({table, rows}) => ({table: table.name, rows: rows.length}));
  if (!published) return {tables: written};
  const {rules, codebook, decisions, threads} = disclosure;
  const {times, isFrozen, rowsOf} = frozen(disclosure.releases);
  const anew = (rows: Row[]) => rows.filter((row) => !isFrozen(row));
  const forReaders = computed.map(({table, rows}) => ({
    table: publishedShape(table, rules),
    released: rowsOf(table.name, rows),
    rows: anew(publishedParticipants(table, rows, rules, disclosure.hashOf))
  }));
  const counted = countedTables(forReaders, codebook, rules);
  const figures = disclosure.printed?.(Object.fromEntries(forReaders.map(({table, rows}) => [table.name, rows])));
  const notAsPrinted = figures && differing(figures);
  const sums = {...disclosure.sums, ...(figures && {known: knownOf(figures, notAsPrinted!, counted)})};
  const hidden = await protectTables(counted, sums, rules, {
    decisions,
    threads,
    step: (block) => step(`Beskytter små tal, ${block}`)
  });
  const shown = new Map<string, Row[]>();
  const protectedAnew: {table: TableShape; rows: Row[]}[] = [];
  for (const {table, rows, released} of forReaders) {
    const ofShown = await table.rowsOfShown?.(models, (name) => shown.get(name)!, rows);
    const own = publishedRows(table, ofShown ? anew(ofShown) : rows, hidden);
    protectedAnew.push({table, rows: own});
    shown.set(table.name, [...released, ...own]);
  }
  step("Beregner, hvad skjulte tal ligger imellem");
  await addRanges(countedTables(protectedAnew, codebook, rules), sums, rules, {threads});
  const statuses: TableDisclosure[] = [];
  for (const {table} of forReaders) {
    const rows = shown.get(table.name)!;
    const after = published(table.name);
    if (after) await writeTable(session, after, publishedColumns(table), rows, metadata);
    if (table.protection)
      statuses.push({
        table: table.name,
        rows: Object.fromEntries(
          rollup(
            rows,
            (members) => members.length,
            (row) => row.status as string
          )
        )
      });
  }
  const now = new Set(computed.flatMap(({rows}) => rows.map(timeOf)));
  const released = [...times].filter(([time]) => now.has(time)).map(([time, release]) => ({time, release}));
  return {
    tables: written,
    shown,
    disclosure: {rules, report: hidden.report, tables: statuses, released, ...(notAsPrinted && {notAsPrinted})}
  };
}

/** Tables that count people, with what they declare of their counts. */
export function countedTables(
  tables: {table: TableShape; rows: Row[]}[],
  codebook: Codebook,
  rules: DisclosureRules
): CountedTable[] {
  return tables.flatMap(({table: {name, protection}, rows}) =>
    protection ? [{name, protection: protection(codebook, rules), rows}] : []
  );
}
