-- How many patients of each residence, sex and age an indicator has in numerator and denominator.
-- One row an indicator, period, municipality, region, sex and age.

CREATE OR REPLACE TEMP TABLE indicator_strata AS
SELECT indicator_id, period, municipality, region, sex, age, age_band,
  count_if(numerator) AS numerator, count(*) AS denominator
FROM indicator_patients JOIN cohort USING (period, person_id)
GROUP BY ALL;
