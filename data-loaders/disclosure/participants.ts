import {ascending} from "d3-array";
import type {Row} from "../engine/session.js";
import {participantRegionColumn, type Column, type TableShape} from "../tables/table.js";
import type {DisclosureRules} from "../ground/rules.js";

/** The published hash of a participant's code. */
export type HashOf = (profession: string, participant: string) => string;

const hashColumn: Column = {
  name: "participant_hash",
  type: "VARCHAR",
  meaning: "Saltet, langsom hash (PBKDF2-SHA-256) af deltagerens private kode",
  english: "Salted hash of the participant's private code"
};

/**
 * A table as it is published: by the hash of a private code instead of the participant's
 * number, where the settings say so.
 */
export function publishedShape<Shape extends TableShape>(table: Shape, {participants}: DisclosureRules): Shape {
  if (participants !== "code" || !isByParticipant(table)) return table;
  return {...table, columns: table.columns.map((column) => (column.name === "participant_no" ? hashColumn : column))};
}

/**
 * Rows as they may be published. Bars and regions are not published together: the bars' counts make up each region's,
 * so that together they would tell who works where, and then the counts that are hidden in a region. By hash they are
 * ordered by it, so that their order says nothing of the numbers.
 * @param hashOf needed where participants are shown by code
 */
export function publishedParticipants(
  table: TableShape,
  rows: Row[],
  {participants}: DisclosureRules,
  hashOf?: HashOf
): Row[] {
  if (isByRegion(table)) return participants === "hidden" ? rows : [];
  if (participants === "number" || !isByParticipant(table)) return rows;
  if (participants === "hidden") return [];
  const hashed = rows.map(
    ({participant_no, ...row}): Row => ({
      ...row,
      participant_hash: hashOf!(row.profession as string, participant_no as string)
    })
  );
  const keys = ["round", "profession", "participant_hash"];
  return hashed.sort((a, b) => keys.reduce((order, key) => order || ascending(a[key] as string, b[key] as string), 0));
}

/** Whether a table divides the audit by the participants' region. */
export function isByRegion({columns}: TableShape): boolean {
  return columns.some(({name}) => name === participantRegionColumn.name);
}

function isByParticipant({columns}: TableShape): boolean {
  return columns.some(({name}) => name === "participant_no");
}
