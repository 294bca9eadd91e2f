-- People of the cohort's ages by its bands of age and sex, in the population count of the period. One row a period,
-- area, band and sex. An area has none where a band of its count does not lie within one of these.

CREATE OR REPLACE TEMP TABLE adults_by_age AS
SELECT period, area_type, area_id, age_band_of(age) AS age_band, sex, sum(number)::BIGINT AS adults
FROM period_population
WHERE coalesce(age_to, 999) >= getvariable('minimum_age')
GROUP BY period, area_type, area_id, age_band, sex
QUALIFY bool_and(bool_and(age >= getvariable('minimum_age') AND age_band_of(coalesce(age_to, 999)) = age_band_of(age)))
  OVER (PARTITION BY period, area_type, area_id);
