import {text} from "../../engine/session.js";
import {assignFollowUp} from "./cohortFollowUp.js";
import {assignPerson} from "./cohortPerson.js";
import type {Making} from "./making.js";
import {assign} from "./quotas.js";

/**
 * Creates the table `cohort`: one row an index patient with everything that is decided about them. Attributes are
 * given out one after the other, each with exact quotas within the strata that the plan fixes.
 */
export async function createCohort(making: Making): Promise<void> {
  const {session, plans} = making;
  const cells = plans.flatMap((plan, p) =>
    plan.hospitals.map((c) => `(${p}, ${text(c.area)}, ${text(c.specialty)}, ${text(c.group)}, ${c.n})`)
  );
  await session.run(`
    CREATE OR REPLACE TEMP TABLE cells AS FROM (VALUES ${cells.join(", ")}) c(period, area, specialty, diagnosis_group, n);
    CREATE OR REPLACE TEMP TABLE cohort AS
    WITH expanded AS (SELECT period, area, specialty, diagnosis_group, unnest(range(n)) AS copy FROM cells)
    SELECT row_number() OVER (ORDER BY u(hash(period, area, specialty, diagnosis_group), copy::VARCHAR),
        period, area, specialty, diagnosis_group, copy) AS id,
      period::INTEGER AS period, area, specialty, diagnosis_group, area = 'private' AS seen_privately
    FROM expanded;
    DROP TABLE cells`);
  await assign(session, {
    column: "municipality",
    within: ["period", "area"],
    quotas: plans.flatMap((plan, p) => plan.areas.map((a) => ({within: [p, a.area], value: a.municipality, n: a.n})))
  });
  await assign(session, {
    column: "diagnosis",
    within: ["period", "diagnosis_group"],
    quotas: plans.flatMap((plan, p) => plan.codes.map((c) => ({within: [p, c.group], value: c.code, n: c.n})))
  });
  await assignPerson(making);
  await assignFollowUp(making);
  await dateContacts(making);
}

/** Index dates, evenly over the period and rarely on a weekend; birth dates; when and how patients leave. */
async function dateContacts({session, plans, assumptions}: Making): Promise<void> {
  const {from, to} = assumptions.neither;
  const regions = plans[0]!.municipalities.map((m) => `(${text(m.code)}, ${text(m.region)})`).join(", ");
  const periods = plans.map((plan, p) => `(${p}, DATE ${text(plan.start)}, DATE ${text(plan.end)})`).join(", ");
  await session.run(`
    CREATE OR REPLACE TEMP TABLE dated AS
    WITH drawn AS (
      SELECT c.*, p.from_date,
        (p.from_date + floor(u(id, 'index') * (p.to_date - p.from_date + 1))::INTEGER)::DATE AS day
      FROM cohort c JOIN (VALUES ${periods}) p(period, from_date, to_date) USING (period)
    ),
    indexed AS (
      SELECT * EXCLUDE (from_date, day),
        CASE WHEN specialty = 'acute' THEN day
          ELSE greatest(from_date, (day - greatest(isodow(day) - 5, 0)::INTEGER)::DATE) END AS index_date
      FROM drawn
    )
    SELECT i.*, m.region,
      ((index_date - to_years(age)) - to_days(5 + floor(u(id, 'born') * 350)::INTEGER))::DATE AS born,
      CASE WHEN fate IN ('died', 'left')
          THEN (index_date + ${from} + floor(u(id, 'gone') * ${to - from + 1})::INTEGER)::DATE
        WHEN fate = 'late' THEN (index_date + 190 + floor(u(id, 'gone') * 165)::INTEGER)::DATE END AS gone_on
    FROM indexed i JOIN (VALUES ${regions}) m(municipality, region) USING (municipality);
    CREATE OR REPLACE TEMP TABLE cohort AS FROM dated ORDER BY id;
    DROP TABLE dated`);
}
