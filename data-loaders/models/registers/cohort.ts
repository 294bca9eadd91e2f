import type {Session} from "../../engine/session.js";
import type {RegisterParameters} from "../../ground/parameters.js";

/**
 * Creates the table `first_contacts_in_period`, a person's first back contact in each period with what
 * decides whether it is an index contact, and the table `cohort`, one row an index patient and period.
 */
export async function createCohort(session: Session, {yearsWithout, minimumAge}: RegisterParameters): Promise<void> {
  await session.run(`
    CREATE OR REPLACE TEMP TABLE first_contacts_in_period AS
    SELECT p.period, c.*, x.sex, x.born, date_sub('year', x.born, c.start_date)::INTEGER AS age,
      coalesce(c.earlier >= c.start_date - INTERVAL ${yearsWithout} YEAR, false) AS prevalent
    FROM back_contacts c JOIN periods p ON c.start_date BETWEEN p.from_date AND p.to_date AND coalesce(c.earlier < p.from_date, true)
      LEFT JOIN persons x USING (person_id);

    CREATE OR REPLACE TEMP TABLE cohort AS
    WITH entered AS (FROM first_contacts_in_period WHERE NOT prevalent AND age >= ${minimumAge}),
    lived AS (
      SELECT e.period, e.person_id,
        arg_max({municipality: r.municipality, region: r.region, civil_status: r.civil_status}, r.snapshot) AS home
      FROM entered e JOIN residences r ON r.person_id = e.person_id AND r.snapshot <= e.start_date
      GROUP BY ALL
    )
    SELECT e.period, e.person_id, e.contact_id, e.start_date AS index_date, e.age, coalesce(e.sex, 'unknown') AS sex,
      CASE WHEN e.age < 30 THEN '18-29' WHEN e.age >= 80 THEN '80+'
        ELSE (e.age // 10 * 10)::VARCHAR || '-' || (e.age // 10 * 10 + 9)::VARCHAR END AS age_band,
      e.diagnosis, e.diagnosis_group, e.site, e.specialty, e.hospital_region,
      coalesce(m.code, 'unknown') AS municipality,
      coalesce(m.region, home.region, 'unknown') AS region,
      home.civil_status AS civil_status
    FROM entered e
      LEFT JOIN lived USING (period, person_id)
      LEFT JOIN code_municipalities m ON m.code = home.municipality
        AND e.start_date BETWEEN m.valid_from AND coalesce(m.valid_to, DATE '9999-12-31')`);
}
