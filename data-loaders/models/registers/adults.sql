-- People of the cohort's ages, and of all ages, in the population count of the period. One row a period and area. A
-- band of the count that begins before the cohort's ages and ends among them gives no adults, and a count without
-- children no inhabitants: NULL.

CREATE OR REPLACE TEMP TABLE adults AS
SELECT period, area_type, area_id,
  CASE WHEN NOT bool_or(age < getvariable('minimum_age') AND coalesce(age_to, 999) >= getvariable('minimum_age'))
    THEN sum(number) FILTER (age >= getvariable('minimum_age')) END::BIGINT AS adults,
  CASE WHEN bool_and(has_children) THEN sum(number) END::BIGINT AS inhabitants
FROM period_population
GROUP BY ALL
HAVING bool_or(age >= getvariable('minimum_age'));
