import type {RegisterModels} from "../indicators/definition/analyseRegisters.js";
import type {KeyFigure} from "./keyFigure.js";

/**
 * What the report prints of indicators beside their results: the denominator as share of the cohort, or of those of the
 * ages that count; of indicators on some ages, who the denominator's patients are; and how
 * many are operated on, also of those first seen in a private hospital.
 */
export async function keyFiguresOfIndicators({session, indicators}: RegisterModels): Promise<KeyFigure[]> {
  if (indicators.length === 0) return [];
  const asked = indicators.map(({id, ages}) => {
    const {from, to} = ages ?? {from: 0, to: 999};
    return {indicator_id: id, has_ages: ages !== undefined, youngest: from, oldest: to};
  });
  return session.rows<KeyFigure & Record<string, unknown>>(
    `
    WITH asked AS (SELECT unnest($asked, max_depth := 2)),
    aged AS (
      SELECT period, indicator_id, age, sex, civil_status, diagnosis_group
      FROM indicator_patients JOIN asked USING (indicator_id) JOIN cohort USING (period, person_id) WHERE has_ages
    ),
    operated AS (
      SELECT period, indicator_id, numerator, specialty
      FROM indicator_patients JOIN cohort USING (period, person_id) WHERE indicator_id = 'surgery_within_a_year'
    ),
    figures AS (
      SELECT period, indicator_id, indicator_id || '_denominator_share' AS key, 'percent' AS unit, NULL AS value,
        count(i.person_id) AS n, count(*) AS total
      FROM cohort JOIN asked ON age BETWEEN youngest AND oldest
        LEFT JOIN indicator_patients i USING (indicator_id, period, person_id)
      GROUP BY ALL
      UNION ALL
      SELECT period, indicator_id, indicator_id || '_mean_age', 'years', avg(age), count(*), NULL FROM aged GROUP BY ALL
      UNION ALL
      SELECT period, indicator_id, indicator_id || '_men', 'percent', NULL, count_if(sex = 'male'), count(*)
      FROM aged GROUP BY ALL
      UNION ALL
      SELECT period, indicator_id, indicator_id || '_married_or_partner', 'percent', NULL,
        count_if(civil_status IN ('G', 'P')), count(*)
      FROM aged GROUP BY ALL
      UNION ALL
      SELECT period, indicator_id, indicator_id || '_diagnosis_DM54_at_first_contact', 'percent', NULL,
        count_if(diagnosis_group = 'DM54'), count(*)
      FROM aged GROUP BY ALL
      UNION ALL
      SELECT period, indicator_id, 'operated_within_1y', 'percent', NULL, count_if(numerator), count(*)
      FROM operated GROUP BY ALL
      UNION ALL
      SELECT period, indicator_id, 'operated_within_1y_private_first', 'percent', NULL, count_if(numerator), count(*)
      FROM operated WHERE specialty = 'private' GROUP BY ALL
    )
    SELECT period, key, unit, value::DOUBLE AS value, n::INTEGER AS n, total::INTEGER AS total,
      indicator_id AS subject
    FROM figures`,
    {asked}
  );
}
