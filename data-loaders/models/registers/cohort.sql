-- The patients: adults whose first back contact of a period comes after the years without, with age and residence on
-- that day. One row an index patient and period. A home that two rows of one snapshot contradict is not known.

CREATE OR REPLACE TEMP TABLE cohort AS
WITH entered AS (FROM first_contacts_in_period WHERE NOT prevalent AND age >= getvariable('minimum_age')),
lived AS (
  SELECT e.period, e.person_id, r.municipality, r.region, r.civil_status
  FROM entered e JOIN residences r ON r.person_id = e.person_id AND r.snapshot <= e.start_date
  QUALIFY r.snapshot = max(r.snapshot) OVER (PARTITION BY e.period, e.person_id)
),
homes AS (
  SELECT period, person_id, agreed(list(municipality)) AS municipality, agreed(list(region)) AS region,
    agreed(list(civil_status)) AS civil_status,
    count(DISTINCT coalesce(municipality, region)) > 1 AS two_homes
  FROM lived GROUP BY ALL
)
SELECT e.period, e.person_id, e.contact_id, e.start_date AS index_date, e.age, coalesce(e.sex, 'unknown') AS sex,
  age_band_of(e.age) AS age_band,
  e.diagnosis, e.diagnosis_group, e.site, e.specialty, e.hospital_region,
  e.spine_centre, e.department_known,
  coalesce(m.code, 'unknown') AS municipality,
  coalesce(m.region, home.region, 'unknown') AS region,
  home.civil_status AS civil_status, coalesce(home.two_homes, false) AS two_homes
FROM entered e
  LEFT JOIN homes home USING (period, person_id)
  LEFT JOIN code_municipalities m ON m.code = home.municipality
    AND e.start_date BETWEEN m.valid_from AND coalesce(m.valid_to, DATE '9999-12-31');
