import {greatest} from "d3-array";
import type {RoundChangeRow} from "../charts/roundChange.js";
import {count, decimal, points, signed} from "../words/format.js";

/**
 * The largest change whose interval leaves out no change, and how many such there are among
 * those shown; or that there is none.
 */
export function changes(rows: RoundChangeRow[], professions: {id: string; inText: string}[]): string {
  const shown = rows.filter((row) => row.change !== null && row.low !== null && row.high !== null);
  if (shown.length === 0) return "Der er ikke nok tal til at vurdere nogen ændring.";
  const clear = shown.filter((row) => row.low! > 0 || row.high! < 0);
  const most = greatest(clear, (row) => Math.abs(row.change!));
  const chance = `Af ${count(shown.length)} ${shown.length === 1 ? "interval" : "intervaller"} ventes omkring ${decimal(0.05 * shown.length, shown.length < 10 ? 2 : 0)} at gøre det, selv om intet har ændret sig.`;
  if (!most) return "Alle 95\u00A0%-intervaller rummer nul, så ingen ændring er sikker.";
  const who = professions.find((p) => p.id === most.profession)?.inText ?? most.profession;
  const number = clear.length === 1 ? "Ét interval ligger" : `${count(clear.length)} intervaller ligger`;
  return (
    `Den største ændring, hvis interval ikke rummer nul, er »${most.label}« hos ${who}: ${points(most.change)} ` +
    `(95\u00A0%-interval ${signed(most.low)} til ${signed(most.high)}). ${number} helt på den ene side af nul. ${chance}`
  );
}
