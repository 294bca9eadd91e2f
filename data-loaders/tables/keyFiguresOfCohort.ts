import type {RegisterModels} from "../indicators/definition/analyseRegisters.js";
import type {KeyFigure} from "./keyFigure.js";

/** Shares of patients: key, who counts, and among whom. */
const shares: [key: string, condition: string, among?: string][] = [
  ["first_contact_acute", "specialty = 'acute'"],
  ["first_contact_surgical", "specialty = 'surgery'"],
  ["first_contact_medical", "specialty = 'medicine'"],
  ["first_contact_private_hospital", "specialty = 'private'"],
  ["first_contact_other", "specialty = 'other'"],
  ["women_public", "sex = 'female'", "specialty <> 'private'"],
  ["men_public", "sex = 'male'", "specialty <> 'private'"],
  ["women_private", "sex = 'female'", "specialty = 'private'"],
  ["men_private", "sex = 'male'", "specialty = 'private'"],
  ["site_neck", "site = 'neck'"],
  ["site_lumbar_back", "site = 'back'"],
  ["site_unspecified", "site = 'unspecified'"],
  ["dx_unspecific_back_pain", "diagnosis_group = 'DM54'"]
];

/** Who the patients are, who was left out, and how many more they are than the period before. */
export async function keyFiguresOfCohort({session}: RegisterModels): Promise<KeyFigure[]> {
  const counted = shares.map(([key, condition, among]) => {
    const filter = among ? `FILTER (${among})` : "";
    return `SELECT period, '${key}' AS key, 'percent' AS unit, NULL AS value, count_if(${condition}) ${filter} AS n, count(*) ${filter} AS total FROM cohort GROUP BY period`;
  });
  return session.rows<KeyFigure & Record<string, unknown>>(`
    WITH patients AS (
      SELECT period, from_date, count(person_id)::DOUBLE AS n FROM periods LEFT JOIN cohort USING (period) GROUP BY ALL
    ),
    figures AS (
      SELECT period, 'patients_total' AS key, 'patients' AS unit, n AS value, n, NULL AS total FROM patients
      UNION ALL
      SELECT period, 'patients_change', 'patients', n - before, NULL, NULL
      FROM (SELECT period, n, lag(n) OVER (ORDER BY from_date) AS before FROM patients) WHERE before IS NOT NULL
      UNION ALL
      SELECT period, 'mean_age', 'years', avg(age), count(*), NULL FROM cohort GROUP BY period
      UNION ALL
      SELECT period, 'population_' || step, 'patients', people, people, NULL FROM cohort_steps
      UNION ALL ${counted.join(" UNION ALL ")}
    )
    SELECT period, key, unit, value::DOUBLE AS value, n::INTEGER AS n, total::INTEGER AS total FROM figures`);
}
