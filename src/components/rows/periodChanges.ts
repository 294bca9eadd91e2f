import {countRatio} from "../../statistics/countRatio.js";
import {differenceOfShares, type ShareWithLimits} from "../../statistics/differenceOfShares.js";
import {wilson} from "../../statistics/wilson.js";

/** A row of `key_figures`. */
export interface KeyFigureRow {
  period: string;
  key: string;
  value: number | null;
  unit: string;
  status: string;
}

/** A key figure of a period beside that of the period before. */
export interface PeriodChange {
  key: string;
  label: string;
  unit: string;
  value: number | null;
  before: number | null;
  /**
   * In percent of the value before for a count, in percentage points for a share, in years
   * for an age; null where one is not published.
   */
  change: number | null;
  /** 95 % limits of `change`; null where they cannot be computed from what is published. */
  low: number | null;
  high: number | null;
  status: string;
}

/** The key figures of a period, and the number of patients that a share is of. */
const shown: [key: string, label: string, of?: (figures: KeyFigures) => number | null][] = [
  ["patients_total", "Patienter i databasen"],
  ["mean_age", "Gennemsnitsalder"],
  ["first_contact_acute", "Første kontakt på akutafdeling", everybody],
  ["first_contact_medical", "Første kontakt på medicinsk afdeling", everybody],
  ["first_contact_surgical", "Første kontakt på kirurgisk afdeling", everybody],
  ["first_contact_private_hospital", "Første kontakt på privathospital", everybody],
  ["first_contact_other", "Første kontakt på anden afdeling", everybody],
  ["site_lumbar_back", "Smerter i lænd eller ryg", everybody],
  ["site_neck", "Smerter i nakken", everybody],
  ["site_unspecified", "Stedet er ikke præciseret", everybody],
  ["dx_unspecific_back_pain", "Uspecifikke rygsmerter (DM54)", everybody],
  ["women_public", "Kvinder på offentlige hospitaler", publicPatients],
  ["women_private", "Kvinder på privathospitaler", privatePatients],
  ["operated_within_1y", "Opereret inden for et år", everybody],
  ["operated_within_1y_private_first", "Opereret inden for et år, set første gang på privathospital"]
];

/**
 * Every key figure of `period`, in a fixed order, with how far it has moved since `before`
 * (undefined for the first period).
 */
export function periodChanges(
  rows: readonly KeyFigureRow[],
  period: string,
  before: string | undefined
): PeriodChange[] {
  const [now, then] = [figuresOf(rows, period), figuresOf(rows, before)];
  return shown.flatMap(([key, label, of]) => {
    const row = now.get(key);
    if (!row) return [];
    const {value, unit, status} = row;
    const earlier = then.get(key)?.value ?? null;
    const moved =
      value === null || earlier === null
        ? noChange
        : unit === "patients"
          ? countMoved(value, earlier)
          : shareMoved(value, earlier, of?.(now), of?.(then));
    return [{key, label, unit, value, before: earlier, ...moved, status}];
  });
}

type Moved = Pick<PeriodChange, "change" | "low" | "high">;

const noChange: Moved = {change: null, low: null, high: null};

function countMoved(value: number, before: number): Moved {
  if (before === 0) return noChange;
  const {low, high} = countRatio(value, before);
  return {change: 100 * (value / before - 1), low: 100 * (low - 1), high: 100 * (high - 1)};
}

function shareMoved(value: number, before: number, total?: number | null, totalBefore?: number | null): Moved {
  if (!total || !totalBefore) return {...noChange, change: value - before};
  const {low, high} = differenceOfShares(withLimits(value, total), withLimits(before, totalBefore));
  return {change: value - before, low: 100 * low, high: 100 * high};
}

type KeyFigures = ReadonlyMap<string, KeyFigureRow>;

function figuresOf(rows: readonly KeyFigureRow[], period: string | undefined): KeyFigures {
  return new Map(rows.filter((row) => row.period === period).map((row) => [row.key, row]));
}

// Published are shares, not whom they are of: those numbers follow from other key figures.
function everybody(figures: KeyFigures): number | null {
  return figures.get("patients_total")?.value ?? null;
}

function privatePatients(figures: KeyFigures): number | null {
  return shareOf(figures, "first_contact_private_hospital");
}

function publicPatients(figures: KeyFigures): number | null {
  const [all, own] = [everybody(figures), privatePatients(figures)];
  return all === null || own === null ? null : all - own;
}

function shareOf(figures: KeyFigures, key: string): number | null {
  const [all, share] = [everybody(figures), figures.get(key)?.value ?? null];
  return all === null || share === null ? null : Math.round((all * share) / 100);
}

function withLimits(percent: number, total: number): ShareWithLimits {
  const n = Math.min(total, Math.round((percent * total) / 100));
  return {share: n / total, ...wilson(n, total)};
}
