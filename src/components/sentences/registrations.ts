import {greatest, rollups} from "d3-array";
import {bandLabel} from "../charts/labels.js";
import {count} from "../words/format.js";

/** How many participants there are, and how many made few or many registrations, in one sentence. */
export function registrations(
  rows: {profession: string; registrations_band: string | null}[],
  professions: {id: string; inText: string}[]
): string {
  const shown = rows.filter((row) => row.registrations_band !== null);
  if (shown.length === 0) return "Ingen deltagere har registreringer nok til at blive vist.";
  // Whoever is hidden has fewer registrations than anybody shown.
  const few = rows.filter((row) => row.registrations_band === null || start(row) < 10).length;
  const many = shown.filter((row) => start(row) >= 50);
  const largest = professions
    .map((p) => ({...p, many: many.filter((row) => row.profession === p.id).length}))
    .sort((a, b) => b.many - a.many)[0];
  return (
    `Af ${count(rows.length)} ${rows.length === 1 ? "deltager" : "deltagere"} har ${count(few)} færre end 10 registreringer og ${count(many.length)} mindst 50` +
    (largest && largest.many > 0 ? `; blandt dem med mindst 50 er ${count(largest.many)} ${largest.inText}.` : ".")
  );
}

/** The commonest band of each profession, in one sentence. */
export function commonestBands(
  rows: {profession: string; registrations_band: string | null}[],
  professions: {id: string; inText: string}[]
): string {
  const parts = professions.flatMap(({id, inText}) => {
    const own = rows.filter((row) => row.profession === id && row.registrations_band !== null);
    const most = greatest(
      rollups(
        own,
        (of) => of.length,
        (row) => row.registrations_band!
      ),
      ([, size]) => size
    );
    // Whoever has no band has fewer registrations than any band shown: all of them may be alike.
    const hidden = rows.filter((row) => row.profession === id).length - own.length;
    const often = most && hidden > most[1] ? "blandt de viste oftest" : "oftest";
    return most ? [`${inText} har ${often} ${bandLabel(most[0])} (${count(most[1])} af ${count(own.length)})`] : [];
  });
  if (parts.length === 0) return "Ingen deltagere har registreringer nok til at blive vist.";
  const last = parts.pop()!;
  const list = parts.length > 0 ? `${parts.join(", ")}, og ${last}` : last;
  return `Registreringer pr. deltager: ${list}.`;
}

function start(row: {registrations_band: string | null}): number {
  return parseInt(row.registrations_band!, 10);
}
