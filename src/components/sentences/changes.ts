import {greatest} from "d3-array";
import type {RoundChangeRow} from "../charts/roundChange.js";
import {count, decimal, points, signed} from "../words/format.js";
import type {PeriodChange} from "../rows/periodChanges.js";

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

/** How the number of patients and the shares have moved since the period before, and what chance alone would do. */
export function periodChange(rows: readonly PeriodChange[], period: string, before: string | undefined): string {
  const patients = rows.find((row) => row.key === "patients_total");
  if (!patients || patients.value === null) return `Antallet af patienter i ${period} vises ikke.`;
  if (before === undefined)
    return `I ${period} er der ${count(patients.value)} patienter i databasen; der er ingen tidligere periode at sammenligne med.`;
  const shares = rows.filter((row) => row.unit === "percent" && row.low !== null && row.high !== null);
  return [patientsSince(patients, period, before), sharesSince(shares)].filter(Boolean).join(" ");
}

/** `1.706 færre end i 2022/23`: the difference in whole numbers. */
export function moreOrFewer(value: number, before: number, period: string): string {
  const difference = value - before;
  if (difference === 0) return `lige så mange som i ${period}`;
  return `${count(Math.abs(difference))} ${difference < 0 ? "færre" : "flere"} end i ${period}`;
}

function patientsSince(
  {value, before: earlier, change, low, high}: PeriodChange,
  period: string,
  before: string
): string {
  const start = `I ${period} er der ${count(value)} patienter i databasen`;
  if (earlier === null || change === null) return `${start}; tallet for ${before} vises ikke.`;
  return `${start}, ${moreOrFewer(value!, earlier, before)} (${signed(change)}\u00A0%; 95\u00A0%-interval ${signed(low)} til ${signed(high)}\u00A0%).`;
}

function sharesSince(shares: PeriodChange[]): string {
  if (shares.length === 0) return "";
  const clear = shares.filter((row) => row.low! > 0 || row.high! < 0);
  const chance = `Af ${count(shares.length)} intervaller ventes omkring ${decimal(0.05 * shares.length, 1)} at ligge på den ene side af nul, selv om intet har ændret sig.`;
  const most = greatest(clear, (row) => Math.abs(row.change!));
  if (!most) return `Ingen af de ${count(shares.length)} andele har ændret sig mere, end tilfældigheder kan forklare.`;
  return (
    `Mest har andelen »${most.label}« ændret sig: ${points(most.change)} (95\u00A0%-interval ${signed(most.low)} til ${signed(most.high)}). ` +
    `${clear.length === 1 ? "Ét interval ligger" : `${count(clear.length)} intervaller ligger`} helt på den ene side af nul. ${chance}`
  );
}
