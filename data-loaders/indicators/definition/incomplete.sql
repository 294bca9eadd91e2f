-- What must not be published of a period, since an extract ends before a window closes or begins after it opened. One
-- row an indicator (or patient_flows, pathways), period and register: the days that are needed, and those that the
-- extract holds.

CREATE OR REPLACE TEMP TABLE incomplete AS
WITH needs AS (SELECT unnest(getvariable('needs'), max_depth := 2)),
days AS (
  SELECT subject, period, register, least(from_date, list_min([away(from_date, span) FOR span IN spans])) AS opens,
    greatest(to_date, list_max([away(to_date, span) FOR span IN spans])) AS closes
  FROM needs CROSS JOIN periods
),
-- Employment is known by the month and services by the week: a date there is the first day of something that lasts
-- longer.
needed AS (
  SELECT subject, period, register,
    date_trunc(grain, opens)::DATE AS needed_from, date_trunc(grain, closes)::DATE AS needed_to
  FROM (SELECT *, CASE register WHEN 'dream' THEN 'month' WHEN 'sssy' THEN 'week' ELSE 'day' END AS grain FROM days)
),
kinds AS (
  SELECT kind AS register, first_date, last_date FROM coverage WHERE kind <> 'lpr_procedures'
  UNION ALL
  SELECT unnest(['lpr_surgical_procedures', 'lpr_other_procedures']), first_date, last_date
  FROM coverage WHERE kind = 'lpr_procedures'
),
held AS (SELECT register, min(first_date) AS "first", max(last_date) AS "last" FROM kinds GROUP BY ALL)
SELECT subject, period, register, needed_from, needed_to, "first", "last"
FROM needed LEFT JOIN held USING (register)
WHERE "first" IS NULL
  -- How far the hospitals' register reaches is seen from the contacts: of procedures there need only be some.
  OR (register NOT IN ('lpr_surgical_procedures', 'lpr_other_procedures')
    AND ("first" > needed_from + getvariable('slack_days') OR "last" < needed_to - getvariable('slack_days')));
