import {controlLimits} from "../../../src/statistics/funnel.js";
import {standardisedProportion} from "../../../src/statistics/standardisedProportion.js";
import {wilson} from "../../../src/statistics/wilson.js";
import type {Row, Session} from "../../engine/session.js";
import type {RegisterModels} from "../../indicators/definition/analyseRegisters.js";
import {isAbout, share} from "../counted/group.js";
import {inclusionSums} from "../sums/inclusions.js";
import {asksEverybody, isPrintedHome, ofIndicator, patientsOf} from "../sums/registers.js";
import {areaColumns, incompleteIn, indicatorColumn, periodColumn, registerStatusColumn} from "../registerTable.js";
import {statusOf, type Column, type Table} from "../table.js";

const percent = (name: string, meaning: string, english: string, decimals?: number): Column => ({
  name,
  type: "DOUBLE",
  meaning,
  english,
  unit: "%",
  decimals
});

/**
 * Every indicator by period and area of residence, crude and standardised, with the limits of
 * chance around the country's share.
 */
export const table: Table<RegisterModels> = {
  name: "indicator_values",
  title: "Indikatorer",
  place: 10,
  columns: [
    indicatorColumn,
    periodColumn,
    ...areaColumns,
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
  ],
  protection: () => ({
    counts: (row) => {
      const id = row.indicator_id as string;
      return [
        share(
          "numerator",
          ofIndicator(patientsOf(row), id, "numerator"),
          "denominator",
          ofIndicator(patientsOf(row), id, "in")
        )
      ];
    },
    covers: (group) => {
      const about = Object.keys(group).find((dimension) => dimension.startsWith("indicator "));
      return (
        about !== undefined &&
        (group[about] === "numerator" ||
          (group[about] === "in" && !asksEverybody.has(about.slice("indicator ".length)))) &&
        isAbout(group, ["period", "home?", about]) &&
        isPrintedHome(group)
      );
    },
    states: inclusionSums
  }),
  async rows(models) {
    const isIncomplete = incompleteIn(models);
    const counts = await countsByArea(models.session);
    const country = new Map(
      counts.filter(({area_type}) => area_type === "country").map((count) => [subjectOf(count), count])
    );
    return counts.map((count) => {
      const {expected: _, ...row} = count;
      if (isIncomplete(row.indicator_id, row.period))
        return {...row, numerator: null, denominator: null, ...nothing, status: "incomplete"};
      const whole = country.get(subjectOf(count))!;
      return {...row, ...limitsOf(count, whole), ...standardised(count, whole), status: statusOf(row.numerator)};
    });
  }
};

export interface AreaCount extends Row {
  indicator_id: string;
  period: string;
  area_type: string;
  area_id: string;
  numerator: number;
  denominator: number;
  /** How many would be in the numerator, had every age and sex of the area the country's share. */
  expected: number;
}

/** What every area counts of every indicator and period, also areas without patients. */
export function countsByArea(session: Session): Promise<AreaCount[]> {
  return session.rows<AreaCount>(`
    WITH strata AS (
      SELECT indicator_id, period, area_type, area_id, sex, age_band, sum(numerator) AS y, sum(denominator) AS n
      FROM per_area('indicator_strata')
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
    FROM indicator_ids CROSS JOIN areas LEFT JOIN counted USING (indicator_id, period, area_type, area_id)
    ORDER BY indicator_id, period, area_type, area_id`);
}

const noStandardised = {standardised: null, standardised_low: null, standardised_high: null};
const noControl = {control_low_95: null, control_high_95: null, control_low_998: null, control_high_998: null};
const nothing = {percent: null, low: null, high: null, ...noStandardised, ...noControl};

function subjectOf({indicator_id, period}: AreaCount): string {
  return `${indicator_id} ${period}`;
}

/**
 * The share with its limits, and those of chance around the country's: the country is what
 * the others are compared with.
 */
function limitsOf({area_type, numerator: y, denominator: n}: AreaCount, whole: AreaCount) {
  if (n === 0) return {percent: null, low: null, high: null, ...noControl};
  const {low, high} = wilson(y, n);
  const around = (level?: 0.998) =>
    area_type !== "country" ? controlLimits(whole.numerator / whole.denominator, n, level) : undefined;
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

function standardised({numerator: y, denominator: n, expected}: AreaCount, whole: AreaCount) {
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
