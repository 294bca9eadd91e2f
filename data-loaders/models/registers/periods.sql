-- The periods of the settings, and those whose contacts, or the years before them, the delivery does not hold. periods:
-- one row a period of index dates, both days included. uncovered_periods: one row a period that cannot be computed.

CREATE OR REPLACE TEMP TABLE periods AS
SELECT id AS period, "from"::DATE AS from_date, "to"::DATE AS to_date
FROM (SELECT unnest(getvariable('periods'), recursive := true));

CREATE OR REPLACE TEMP VIEW uncovered_periods AS
WITH held AS (
  SELECT min(first_date) AS first_date, max(last_date) AS last_date FROM coverage WHERE kind = 'lpr_contacts'
)
SELECT period, (from_date - to_years(getvariable('years_without')))::DATE AS needed_from, to_date AS needed_to,
  first_date, last_date
FROM periods LEFT JOIN held ON true
WHERE first_date IS NULL OR first_date > needed_from + getvariable('slack_days')
  OR last_date < to_date - getvariable('slack_days');
