import {greatest} from "d3-array";
import type {RoundChangeRow} from "../charts/roundChange.js";
import {points} from "../format.js";

/** The largest change whose interval leaves out no change, or that there is none. */
export function changes(rows: RoundChangeRow[], professions: {id: string; inText: string}[]): string {
  const certain = rows.filter((row) => row.change !== null && row.low !== null && row.high !== null && (row.low > 0 || row.high < 0));
  const most = greatest(certain, (row) => Math.abs(row.change!));
  if (!most) return "Ingen ændring er større, end tilfældighed kan forklare.";
  const who = professions.find((p) => p.id === most.profession)?.inText ?? most.profession;
  return (
    `Størst sikker ændring: »${most.label}« hos ${who}, ${points(most.change)} (95 %-interval ${points(most.low)} til ${points(most.high)}). ` +
    `${certain.length} af ${rows.length} ændringer er større, end tilfældighed forklarer; af så mange ventes ${Math.round(0.05 * rows.length)} ved et tilfælde.`
  );
}
