import {greatest, sum, least} from "d3-array";
import type {FlowRow} from "../charts/flowLayout.js";
import {count, percent} from "../words/format.js";
import type {EndedRow} from "../charts/endedShares.js";
import {overlap, withInterval} from "./withInterval.js";

/**
 * Of `all` how many end after the first contact, how many come to the last, and the commonest way on from the first.
 */
export function flow(rows: readonly FlowRow[], specialties: Record<string, string>, all: number | null): string {
  const shown = rows.filter((row) => row.from_specialty);
  const first = shown.filter((row) => row.contact_no === 1);
  if (all === null) return "Hvor mange patienter forløbet begynder med, er skjult.";
  if (all === 0) return "Ingen patienter ses her første gang.";
  const ended = known(first.filter((row) => row.to_specialty === "ended"));
  const last = Math.max(...shown.map((row) => row.contact_no)) + 1;
  const reached = known(shown.filter((row) => row.contact_no === last - 1 && row.to_specialty !== "ended"));
  const of = (patients: number) => `${count(patients)} (${percent((100 * patients) / all)})`;
  const most = greatest(
    first.filter((row) => row.to_specialty !== "ended" && row.patients !== null),
    (row) => row.patients!
  );
  const word = (id: string) => (specialties[id] ?? id).toLocaleLowerCase("da");
  return [
    ended === null
      ? `Forløbet begynder med ${count(all)} patienter.`
      : `Af ${count(all)} patienter havde ${of(ended)} kun én kontakt inden for et år.`,
    reached === null ? "" : `${of(reached)} nåede mindst ${count(last)} kontakter.`,
    most
      ? `Den hyppigste vej videre fra første kontakt er fra ${word(most.from_specialty)} til ${word(most.to_specialty)}: ${of(most.patients!)}.`
      : ""
  ]
    .filter(Boolean)
    .join(" ");
}

/** The sum, or null where something of it is hidden. */
function known(rows: readonly FlowRow[]): number | null {
  return rows.every((row) => row.patients !== null) ? sum(rows, (row) => row.patients!) : null;
}

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
