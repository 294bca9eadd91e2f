-- The latest population count on or before each period's first day (the first count after it, where there is none), but
-- none that is more than a year away. One row a period, area, sex and age, or band of ages where that is what the count
-- has. Where it has municipalities only, regions and country have theirs.

CREATE OR REPLACE TEMP TABLE period_population AS
WITH counts AS (SELECT DISTINCT period_start FROM population),
chosen AS (
  SELECT p.period, p.from_date,
    coalesce(max(period_start) FILTER (period_start <= from_date), min(period_start)) AS period_start
  FROM periods p JOIN counts ON period_start BETWEEN from_date - INTERVAL 1 YEAR AND from_date + INTERVAL 1 YEAR
  GROUP BY ALL
),
given AS (
  SELECT c.period, c.from_date, n.area_type, n.area_id, n.sex, n.age, n.age_to, n.number,
    min(n.age) OVER (PARTITION BY c.period, n.area_type, n.area_id) = 0 AS has_children
  FROM chosen c JOIN population n ON n.period_start = c.period_start
),
within AS (
  SELECT g.* REPLACE ('region' AS area_type, m.region AS area_id)
  FROM given g JOIN code_municipalities m ON m.code = g.area_id
    AND g.from_date BETWEEN m.valid_from AND coalesce(m.valid_to, DATE '9999-12-31')
  WHERE g.area_type = 'municipality'
  UNION ALL
  SELECT * REPLACE ('country' AS area_type, 'country' AS area_id) FROM given WHERE area_type = 'municipality'
)
SELECT * EXCLUDE (from_date) FROM given
UNION ALL
SELECT * EXCLUDE (from_date) FROM within ANTI JOIN given USING (period, area_type);
