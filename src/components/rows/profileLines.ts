import {residences} from "../../domain/areas.js";
import {capital} from "../../domain/words.js";
import type {Status} from "../../domain/status.js";
import type {Row} from "./column.js";
import type {Ranged} from "./range.js";

/** One figure of the area itself in one period. */
export interface OwnFigure extends Row, Ranged<"n" | "value"> {
  measure: string;
  period: string;
  /** Percent of 0 to 100, or patients in 100.000. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** What the value is of: patients, or residents. */
  n: number | null;
  /** 95 % limits of its rank among the areas of its kind, the highest being 1; and how many areas those are. */
  rank_low: number | null;
  rank_high: number | null;
  areas: number | null;
  status: Status;
  /** The value standardised for age and sex, and its limits; undefined where it is not one to standardise. */
  standardised?: number | null;
  standardised_low?: number | null;
  standardised_high?: number | null;
}

/** The same figure of the country or a region. */
export interface ComparedFigure extends Ranged<"value"> {
  measure: string;
  period: string;
  area_id: string;
  value: number | null;
  /** What the value is of. */
  n?: number | null;
  status: Status;
}

/** What a profile shows in one line: a measure of the area beside its region and the country. */
export interface ProfileLine {
  measure: string;
  label: string;
  own: OwnFigure;
  country: ComparedFigure | undefined;
  /** Absent in the profile of a region. */
  region?: ComparedFigure;
  /** The oldest period first; null where there is no value to draw. */
  trend: {period: string; own: number | null; country: number | null}[];
}

/** What the lines of a profile are made from. */
export interface ProfileSource {
  own: readonly OwnFigure[];
  compared: readonly ComparedFigure[];
  /** The measures in the order of their lines, with their Danish names. */
  measures: readonly {id: string; label: string}[];
  /** The period shown, and all of them, the oldest first. */
  period: string;
  periods: readonly string[];
  /** The code of the region that a municipality lies in. */
  region?: string;
}

/** The lines of an area's profile. A measure without a row for the area in the period has no line. */
export function profileLines({own, compared, measures, period, periods, region}: ProfileSource): ProfileLine[] {
  const ownOf = (measure: string, when: string) => own.find((row) => row.measure === measure && row.period === when);
  const comparedOf = (measure: string, when: string, area: string) =>
    compared.find((row) => row.measure === measure && row.period === when && row.area_id === area);
  return measures.flatMap(({id, label}) => {
    const row = ownOf(id, period);
    if (!row) return [];
    return {
      measure: id,
      label,
      own: row,
      country: comparedOf(id, period, "country"),
      ...(region && {region: comparedOf(id, period, region)}),
      trend: periods.map((when) => ({
        period: when,
        own: ownOf(id, when)?.value ?? null,
        country: comparedOf(id, when, "country")?.value ?? null
      }))
    };
  });
}

/** The lines as rows for a file: one for the area, one for its region and one for the country. */
export function profileRows(lines: readonly ProfileLine[], names: {area: string; region?: string}): Row[] {
  return lines.flatMap(({label, own, region, country}) => [
    {label, area: names.area, ...own},
    ...(region ? [{label, area: names.region, ...region}] : []),
    ...(country ? [{label, area: capital(residences.country.danish), ...country}] : [])
  ]);
}
