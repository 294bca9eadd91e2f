-- The patients: adults whose first back contact of a period comes after the years without, with age and residence on
-- that day. One row an index patient and period.

CREATE OR REPLACE TEMP TABLE cohort AS
WITH entered AS (FROM first_contacts_in_period WHERE NOT prevalent AND age >= getvariable('minimum_age')),
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
    AND e.start_date BETWEEN m.valid_from AND coalesce(m.valid_to, DATE '9999-12-31');
