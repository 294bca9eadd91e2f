-- Registrations counted once for every table on age. One row a round, profession, sex and age in years.

CREATE OR REPLACE TEMP TABLE age_counts AS
SELECT round, profession, coalesce(sex, 'missing') AS sex, age, count(*)::INTEGER AS n
FROM registrations
GROUP BY ALL;
