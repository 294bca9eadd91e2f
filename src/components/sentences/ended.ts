import {greatest, least} from "d3-array";
import type {EndedRow} from "../charts/endedShares.js";
import {overlap, withInterval} from "./withInterval.js";

/** Which start most often is the only contact, and which most seldom. */
export function ended(rows: readonly EndedRow[], specialties: Record<string, string>): string {
  const first = rows.filter((row) => row.contact_no === 1 && row.percent !== null);
  const all = first.find((row) => row.start_specialty === "all");
  const starts = first.filter((row) => row.start_specialty !== "all");
  const start = all ? `Efter første kontakt stopper ${withInterval(all)} af alle.` : "";
  const [high, low] = [greatest(starts, (row) => row.percent!), least(starts, (row) => row.percent!)];
  if (!high || !low || high === low) return start || "Der er ikke nok tal til at vise, hvor mange der stopper.";
  const word = (id: string) => (specialties[id] ?? id).toLocaleLowerCase("da");
  return `${start} Flest gør det, når første kontakt er ${word(high.start_specialty)}: ${withInterval(high)}, færrest ved ${word(low.start_specialty)}: ${withInterval(low)}. ${overlap(high, low)}`.trim();
}
