import {controlLimits} from "../../src/statistics/funnel.js";
import {standardisedProportion} from "../../src/statistics/standardisedProportion.js";
import {wilson} from "../../src/statistics/wilson.js";
import type {Row, Session} from "../engine/session.js";
import {isAbout, share, type Count, type Group} from "./counted/group.js";
import {registerStatusColumn} from "./registerTable.js";
import {asksEverybody, ofIndicator, patientsOf} from "./sums/registers.js";
import {statusOf, type Column} from "./table.js";

const percent = (name: string, meaning: string, english: string, decimals?: number): Column => ({
  name,
  type: "DOUBLE",
  meaning,
  english,
  unit: "%",
  decimals
});

/** What a table says of an indicator's patients in one place, crude and standardised. */
export const indicatorShareColumns: Column[] = [
  {
    name: "numerator",
    type: "INTEGER",
    meaning: "Tæller",
    english: "Numerator",
    unit: "patienter",
    counts: "patients"
  },
  {
    name: "denominator",
    type: "INTEGER",
    meaning: "Nævner",
    english: "Denominator",
    unit: "patienter",
    counts: "patients"
  },
  percent("percent", "Andel", "Share"),
  percent("low", "Nedre 95 %-grænse (Wilson)", "Lower 95% limit (Wilson)"),
  percent("high", "Øvre 95 %-grænse (Wilson)", "Upper 95% limit (Wilson)"),
  percent("standardised", "Andel, standardiseret for alder og køn", "Share, standardised for age and sex", 1),
  percent(
    "standardised_low",
    "Nedre 95 %-grænse for den standardiserede andel",
    "Lower 95% limit of the standardised share",
    1
  ),
  percent(
    "standardised_high",
    "Øvre 95 %-grænse for den standardiserede andel",
    "Upper 95% limit of the standardised share",
    1
  ),
  percent(
    "control_low_95",
    "Nedre 95 %-kontrolgrænse omkring landets andel",
    "Lower 95% control limit around the country's share"
  ),
  percent(
    "control_high_95",
    "Øvre 95 %-kontrolgrænse omkring landets andel",
    "Upper 95% control limit around the country's share"
  ),
  percent(
    "control_low_998",
    "Nedre 99,8 %-kontrolgrænse omkring landets andel",
    "Lower 99.8% control limit around the country's share"
  ),
  percent(
    "control_high_998",
    "Øvre 99,8 %-kontrolgrænse omkring landets andel",
    "Upper 99.8% control limit around the country's share"
  ),
  registerStatusColumn
];

/** How many patients of an indicator in a period one place has; a table adds which place. */
export interface PlaceCount extends Row {
  indicator_id: string;
  period: string;
  numerator: number;
  denominator: number;
  /** How many would be in the numerator, had every age and sex of the place the country's share. */
  expected: number;
}

/**
 * What every place counts of every indicator and period, also places without patients.
 * @param strata a relation: indicator_id, period, area_type, area_id, sex, age_band, numerator, denominator; among the
 *   types the country
 * @param places a relation of every place there is a row for: period, area_type, area_id
 */
export function countsByPlace<Place extends {area_type: string; area_id: string}>(
  session: Session,
  {strata, places}: {strata: string; places: string}
): Promise<(PlaceCount & Place)[]> {
  return session.rows<PlaceCount & Place>(`
    WITH strata AS (
      SELECT indicator_id, period, area_type, area_id, sex, age_band, sum(numerator) AS y, sum(denominator) AS n
      FROM ${strata}
      GROUP BY ALL
    ),
    rated AS (
      SELECT *,
        sum(y) FILTER (area_type = 'country') OVER alike / sum(n) FILTER (area_type = 'country') OVER alike AS rate
      FROM strata
      WINDOW alike AS (PARTITION BY indicator_id, period, sex, age_band)
    ),
    -- Added up in a fixed order: any other gives another last digit.
    counted AS (
      SELECT indicator_id, period, area_type, area_id, sum(y) AS numerator, sum(n) AS denominator,
        sum(n * rate ORDER BY sex, age_band) AS expected
      FROM rated
      GROUP BY ALL
    )
    SELECT indicator_id, period, area_type, area_id, coalesce(numerator, 0)::INTEGER AS numerator,
      coalesce(denominator, 0)::INTEGER AS denominator, coalesce(expected, 0)::DOUBLE AS expected
    FROM indicator_ids CROSS JOIN ${places} LEFT JOIN counted USING (indicator_id, period, area_type, area_id)
    ORDER BY indicator_id, period, area_type, area_id`);
}

/**
 * The rows of a table of indicators by place, with shares and limits; nothing of a subject in a period with incomplete
 * follow-up.
 * @param isWhole whether a count is the country's: what the others are compared with
 * @param isIncomplete whether nothing may be published of an indicator in a period
 */
export function withLimits<Count extends PlaceCount>(
  counts: readonly Count[],
  isWhole: (count: Count) => boolean,
  isIncomplete: (indicator: string, period: string) => boolean
): Row[] {
  const country = new Map(counts.filter(isWhole).map((count) => [subjectOf(count), count]));
  return counts.map((count) => {
    const {expected: _, ...row} = count;
    if (isIncomplete(count.indicator_id, count.period))
      return {...row, numerator: null, denominator: null, ...nothing, status: "incomplete"};
    const whole = country.get(subjectOf(count))!;
    const around = isWhole(count) ? undefined : whole.numerator / whole.denominator;
    return {...row, ...limitsOf(count, around), ...standardised(count, whole), status: statusOf(count.numerator)};
  });
}

/** Whom a row of a table of indicators by place counts. */
export function countsOf(row: Row): Count[] {
  const id = row.indicator_id as string;
  const patients = patientsOf(row);
  return [share("numerator", ofIndicator(patients, id, "numerator"), "denominator", ofIndicator(patients, id, "in"))];
}

/** Whether a group is about patients of one indicator whose number stands in no table without indicators. */
export function isCountedByIndicator(group: Group, place: string): boolean {
  const about = Object.keys(group).find((dimension) => dimension.startsWith("indicator "));
  return (
    about !== undefined &&
    (group[about] === "numerator" || (group[about] === "in" && !asksEverybody.has(about.slice("indicator ".length)))) &&
    isAbout(group, ["period", place, about])
  );
}

const noStandardised = {standardised: null, standardised_low: null, standardised_high: null};
const noControl = {control_low_95: null, control_high_95: null, control_low_998: null, control_high_998: null};
const nothing = {percent: null, low: null, high: null, ...noStandardised, ...noControl};

function subjectOf({indicator_id, period}: PlaceCount): string {
  return `${indicator_id} ${period}`;
}

/** The share with its limits, and those of chance around the country's share, where there is one to compare with. */
function limitsOf({numerator: y, denominator: n}: PlaceCount, country: number | undefined) {
  if (n === 0) return {percent: null, low: null, high: null, ...noControl};
  const {low, high} = wilson(y, n);
  const around = (level?: 0.998) => (country === undefined ? undefined : controlLimits(country, n, level));
  const [inner, outer] = [around(), around(0.998)];
  return {
    percent: (100 * y) / n,
    low: 100 * low,
    high: 100 * high,
    control_low_95: times100(inner?.low),
    control_high_95: times100(inner?.high),
    control_low_998: times100(outer?.low),
    control_high_998: times100(outer?.high)
  };
}

function standardised({numerator: y, denominator: n, expected}: PlaceCount, whole: PlaceCount) {
  if (n === 0) return noStandardised;
  const found = standardisedProportion(y, n, expected, whole.numerator / whole.denominator);
  return {
    standardised: times100(found?.share),
    standardised_low: times100(found?.low),
    standardised_high: times100(found?.high)
  };
}

function times100(share: number | undefined): number | null {
  return share === undefined ? null : 100 * share;
}
