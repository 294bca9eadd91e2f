-- Where index patients live, and every area that a table has a row for. cohort_areas: one row an index patient, period
-- and type of area. areas: one row a period and area, those that stood at some time in the period, with the country
-- and, where somebody lives there, an unknown region. Who lives in no known municipality has no row of their own.

CREATE OR REPLACE TEMP TABLE cohort_areas AS SELECT period, person_id, area_type, area_id FROM per_area('cohort');

CREATE OR REPLACE TEMP TABLE areas AS
WITH listed AS (
  SELECT 'region' AS area_type, code AS area_id, valid_from, valid_to FROM code_regions
  UNION ALL
  -- Christiansø has a code but is no municipality: who lives there has none, but a region.
  SELECT 'municipality', code, valid_from, valid_to FROM code_municipalities
  WHERE code <> getvariable('no_municipality')
  UNION ALL
  SELECT 'country', 'country', NULL, NULL
)
SELECT DISTINCT p.period, l.area_type, l.area_id
FROM periods p JOIN listed l
  ON (l.valid_from IS NULL OR l.valid_from <= p.to_date) AND (l.valid_to IS NULL OR l.valid_to >= p.from_date)
UNION
SELECT DISTINCT period, area_type, area_id FROM cohort_areas WHERE area_type <> 'municipality' OR area_id <> 'unknown';
