-- People of the cohort's ages, and of all ages, on the latest count on or before the period's first day (the first
-- count after it, where there is none), but on none that is more than a year away. One row a period and area. A count
-- without children gives no inhabitants: NULL. Where the count has municipalities only, regions and country are their
-- sums.

CREATE OR REPLACE TEMP TABLE adults AS
WITH counts AS (SELECT DISTINCT period_start FROM population),
chosen AS (
  SELECT p.period, p.from_date,
    coalesce(max(period_start) FILTER (period_start <= from_date), min(period_start)) AS period_start
  FROM periods p JOIN counts ON period_start BETWEEN from_date - INTERVAL 1 YEAR AND from_date + INTERVAL 1 YEAR
  GROUP BY ALL
),
printed AS (
  SELECT c.period, c.from_date, n.area_type, n.area_id,
    sum(n.number) FILTER (n.age >= getvariable('minimum_age'))::BIGINT AS adults,
    CASE WHEN min(n.age) = 0 THEN sum(n.number) END::BIGINT AS inhabitants
  FROM chosen c JOIN population n ON n.period_start = c.period_start
  GROUP BY ALL
  HAVING bool_or(n.age >= getvariable('minimum_age'))
),
summed AS (
  SELECT p.period, 'region' AS area_type, m.region AS area_id, sum(p.adults)::BIGINT AS adults,
    CASE WHEN count(p.inhabitants) = count(*) THEN sum(p.inhabitants) END::BIGINT AS inhabitants
  FROM printed p JOIN code_municipalities m ON m.code = p.area_id
    AND p.from_date BETWEEN m.valid_from AND coalesce(m.valid_to, DATE '9999-12-31')
  WHERE p.area_type = 'municipality'
  GROUP BY ALL
  UNION ALL
  SELECT period, 'country', 'country', sum(adults)::BIGINT,
    CASE WHEN count(inhabitants) = count(*) THEN sum(inhabitants) END::BIGINT
  FROM printed WHERE area_type = 'municipality'
  GROUP BY ALL
)
SELECT period, area_type, area_id, adults, inhabitants FROM printed
UNION ALL
FROM summed s ANTI JOIN printed p ON p.period = s.period AND p.area_type = s.area_type;
