-- Degrees of employment in the month of the index date some years before and after (0 where there is none: no wages,
-- self-employed, paid by the hour), and whether a public benefit was paid in a week whose Monday lies in the later
-- month. One row an index patient and period. employment_months: of how many each month was asked for, and of how many
-- a degree is known.

CREATE OR REPLACE TEMP TABLE months_around AS
SELECT period, person_id, 'before' AS timing,
  date_trunc('month', index_date - to_years(getvariable('employment_years')))::DATE AS month
FROM cohort
UNION ALL
SELECT period, person_id, 'after', date_trunc('month', index_date + to_years(getvariable('employment_years')))::DATE
FROM cohort;
CREATE OR REPLACE TEMP VIEW months_after AS FROM months_around WHERE timing = 'after';

CREATE OR REPLACE TEMP TABLE degrees_around AS
SELECT a.period, a.person_id, timing, month, max(e.degree) AS degree
FROM months_around a LEFT JOIN employment_of('months_around') e USING (person_id, month)
GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE employment_months AS
SELECT period, month, count(*) AS n, count(degree) AS known FROM degrees_around GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE employment_around AS
WITH degrees AS (
  SELECT period, person_id, max(degree) FILTER (timing = 'before') AS before,
    max(degree) FILTER (timing = 'after') AS after
  FROM degrees_around GROUP BY ALL
),
public_codes AS (
  SELECT DISTINCT unnest(generate_series(code_from, code_to)) AS code
  FROM code_benefit_codes WHERE public_benefit = 'yes'
),
paid AS (
  SELECT DISTINCT a.period, a.person_id
  FROM months_after a JOIN benefits_of('months_after') b USING (person_id, month)
    SEMI JOIN public_codes p ON p.code = TRY_CAST(b.code AS INTEGER)
)
SELECT c.period, c.person_id, coalesce(d.before, 0)::DOUBLE AS before, coalesce(d.after, 0)::DOUBLE AS after,
  paid.person_id IS NOT NULL AS benefit_after
FROM cohort c LEFT JOIN degrees d USING (period, person_id) LEFT JOIN paid USING (period, person_id);

DROP VIEW months_after;
DROP TABLE degrees_around;
DROP TABLE months_around;
