import {statuses, type Status} from "../../src/domain/status.js";
import {inDanish, inEnglish} from "../../src/domain/words.js";
import type {Codebook} from "../ground/codebook.js";
import type {TableProtection} from "./counted/group.js";
import type {DisclosureRules} from "../ground/rules.js";
import type {Row, Session} from "../engine/session.js";
import type {ParticipantCount} from "../models/participantCounts.js";

/** A column of a published table. The browser reads these five types as plain values. */
export interface Column {
  name: string;
  type: "INTEGER" | "DOUBLE" | "VARCHAR" | "BOOLEAN" | "DATE";
  /** What it holds, in Danish, for readers who download the table. */
  meaning: string;
  /** The same in English, for the data dictionary. */
  english: string;
  unit?: string;
  /** What the column counts, where it counts. */
  counts?: "registrations" | "participants" | "patients" | "contacts" | "residents";
  /** Kept before protection only, never published. */
  internal?: true;
  /** Between what a hidden number of another column must lie: added to the published table, not declared. */
  range?: true;
  /** Published with so many decimals, since it says more than the counts beside it. */
  decimals?: number;
}

/** What tables of the audit are computed from. */
export interface AuditModels {
  codebook: Codebook;
  counts: ParticipantCount[];
  /** A session with the view `registrations` and the table `age_counts`. */
  session: Session;
}

/** What a published table looks like. */
export interface TableShape {
  name: string;
  /** In Danish. */
  title: string;
  /** Among the tables of its side: the order they are computed in, and that readers find them in. */
  place: number;
  columns: Column[];
  /** Whom its numbers count, where they count anybody. */
  protection?(codebook: Codebook, rules: Pick<DisclosureRules, "smallestMean">): TableProtection;
}

/** A published table: its columns, and its rows before protection. */
export interface Table<Models> extends TableShape {
  /**
   * Rows in a fixed order, with every column of the table.
   * @param before the rows of tables before this one, for what is computed from those alone
   */
  rows(models: Models, before?: (table: string) => Row[]): Promise<Row[]> | Row[];
  /** The rows that readers get, where they are computed from what is shown of tables before this one. */
  rowsOfShown?(models: Models, shown: (table: string) => Row[], rows: Row[]): Promise<Row[]> | Row[];
}

/** `none` for a true zero. */
export function statusOf(count: number): Status {
  return count === 0 ? "none" : "shown";
}

export const statusColumn: Column = {
  name: "status",
  type: "VARCHAR",
  meaning: inDanish(statuses),
  english: inEnglish(statuses)
};

export const roundColumn: Column = {
  name: "round",
  type: "INTEGER",
  meaning: "Registreringsrunde",
  english: "Round of registration"
};
export const professionColumn: Column = {
  name: "profession",
  type: "VARCHAR",
  meaning: "Faggruppe (skema)",
  english: "Profession (form)"
};

export const participantRegionColumn: Column = {
  name: "participant_region",
  type: "VARCHAR",
  meaning: "Deltagernes region, efter kodebogens kode",
  english: "The participants' region, by the code book's code"
};

/** The column by which a published row identifies a participant of a profession. */
export function participantOf(row: Row): unknown {
  return row.participant_hash ?? row.participant_no;
}
