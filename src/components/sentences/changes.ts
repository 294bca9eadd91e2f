import {greatest} from "d3-array";
import type {RoundChangeRow} from "../charts/roundChange.js";
import {widened, widening} from "../../statistics/simultaneous.js";
import {count, decimal, points, signed} from "../words/format.js";
import type {PeriodChange} from "../rows/periodChanges.js";

/**
 * How many changes between two rounds are more than chance explains, when all that are shown are looked at together,
 * and the largest of those.
 */
export function changes(rows: readonly RoundChangeRow[], professions: readonly {id: string; inText: string}[]): string {
  const who = ({profession}: RoundChangeRow) => professions.find(({id}) => id === profession)?.inText ?? profession;
  return (
    sureChanges(rows, (row) => `»${row.label}« hos ${who(row)}`) ?? "Der er ikke nok tal til at vurdere nogen ændring."
  );
}

/** How far a share would be expected to move by itself, at most, of those that are known. */
export function drift(rows: readonly {expected_change: number | null}[]): string {
  const known = rows.flatMap(({expected_change}) => (expected_change === null ? [] : [Math.abs(expected_change)]));
  if (known.length === 0) return "Hvor meget andelene ville flytte sig af sig selv, kan ikke beregnes.";
  return `Havde ingen ændret noget, ventedes de andele, hvor det kan beregnes, at flytte sig højst ${decimal(Math.max(...known))} procentpoint, fordi deltagerne i begge runder i den første tilfældigt lå over eller under alle.`;
}

/** A change with its 95 % limits, in percentage points, and the participants they rest on. */
interface Change {
  change: number | null;
  low: number | null;
  high: number | null;
  participants?: number | null;
}

/** Undefined where no change has limits. */
function sureChanges<Row extends Change>(rows: readonly Row[], name: (row: Row) => string): string | undefined {
  const known = rows.filter((row) => row.change !== null && row.low !== null && row.high !== null);
  if (known.length === 0) return undefined;
  const sure = known
    .map((row) => {
      const by = widening(known.length, row.participants ?? undefined);
      return {row, limits: widened(row.change!, {low: row.low!, high: row.high!}, by)};
    })
    .filter(({limits}) => limits.low > 0 || limits.high < 0);
  const most = greatest(sure, ({row}) => Math.abs(row.change!));
  const together = known.length === 1 ? "" : ", når alle ses under ét";
  const of = `${most ? count(sure.length) : "ingen"} af ${count(known.length)} ${known.length === 1 ? "ændring" : "ændringer"}`;
  if (!most) return `Større, end tilfældighed forklarer${together}, er ${of}.`;
  const limits = `95\u00A0%-interval ${signed(most.limits.low)} til ${signed(most.limits.high)}`;
  return `Større, end tilfældighed forklarer${together}, er ${of}; størst af dem er ${name(most.row)}: ${points(most.row.change)} (${limits}).`;
}

/** How the number of patients and the shares have moved since the period before, and what chance alone would do. */
export function periodChange(rows: readonly PeriodChange[], period: string, before: string | undefined): string {
  const patients = rows.find((row) => row.key === "patients_total");
  if (!patients || patients.value === null) return `Antallet af patienter i ${period} vises ikke.`;
  if (before === undefined)
    return `I ${period} er der ${count(patients.value)} patienter i databasen; der er ingen tidligere periode at sammenligne med.`;
  const shares = rows.filter((row) => row.unit === "percent" && row.low !== null && row.high !== null);
  return [patientsSince(patients, period, before), sureChanges(shares, ({label}) => `andelen »${label}«`)]
    .filter(Boolean)
    .join(" ");
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
