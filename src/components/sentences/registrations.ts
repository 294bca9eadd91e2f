import {count} from "../format.js";

/** How many participants there are, and how many made few or many registrations, in one sentence. */
export function registrations(rows: {profession: string; registrations_band: string | null}[], professions: {id: string; inText: string}[]): string {
  const shown = rows.filter((row) => row.registrations_band !== null);
  if (shown.length === 0) return "Ingen deltagere har registreringer nok til at blive vist.";
  const few = shown.filter((row) => start(row) < 10).length;
  const many = shown.filter((row) => start(row) >= 50);
  const largest = professions
    .map((p) => ({...p, many: many.filter((row) => row.profession === p.id).length}))
    .sort((a, b) => b.many - a.many)[0];
  return (
    `Af ${count(rows.length)} deltagere har ${count(few)} færre end 10 registreringer og ${count(many.length)} mindst 50` +
    (largest && largest.many > 0 ? `; blandt dem med mindst 50 er ${count(largest.many)} ${largest.inText}.` : ".")
  );
}

function start(row: {registrations_band: string | null}): number {
  return parseInt(row.registrations_band!, 10);
}
