-- What must not be published of a period, since a register begins after a window opens, ends before it closes, has a
-- hole in it, or does not know what it is asked about. incomplete: one row a subject (an indicator, patient_flows,
-- pathways, cohort, hospitals, prescribers), period and register, with the days that are needed, those that the extract
-- holds, and of a hole the first day. needed_days: what is needed, whether it is held or not.

-- Employment is known by the month and services by the week: a date there is the first day of something that lasts
-- longer. Procedures are too few for their last day to say to the day how far they reach.
CREATE OR REPLACE TEMP TABLE needed_days AS
WITH needs AS (SELECT unnest(getvariable('needs'), max_depth := 2)),
windows AS (
  SELECT subject, period, register, least(from_date, list_min([away(from_date, span) FOR span IN spans])) AS opens,
    greatest(to_date, list_max([away(to_date, span) FOR span IN spans])) AS closes,
    CASE WHEN register = 'sssy' THEN 'week' WHEN register = 'dream' OR register LIKE '%procedures' THEN 'month'
      ELSE 'day' END AS grain
  FROM needs CROSS JOIN periods
  -- Where deaths and moves are known, absence from the population register says nothing more.
  WHERE subject = 'cohort' OR register <> 'bef' OR NOT getvariable('leavers_are_known')
)
SELECT subject, period, register, date_trunc(grain, opens)::DATE AS needed_from,
  date_trunc(grain, closes)::DATE AS needed_to
FROM windows;

CREATE OR REPLACE TEMP TABLE incomplete AS
WITH months AS (
  SELECT kind AS register, month, "rows", first_date, last_date FROM coverage WHERE kind <> 'lpr_procedures'
  UNION ALL
  SELECT unnest(['lpr_surgical_procedures', 'lpr_other_procedures']), month, "rows", first_date, last_date
  FROM coverage WHERE kind = 'lpr_procedures'
),
-- With what the months around had of rows, three at a time, and where the register goes on.
runs AS (
  SELECT *, avg("rows") OVER (PARTITION BY register ORDER BY month ROWS 2 PRECEDING) AS before,
    avg("rows") OVER (PARTITION BY register ORDER BY month ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING) AS after,
    lead(first_date) OVER (PARTITION BY register ORDER BY month) AS goes_on
  FROM months
),
held AS (
  SELECT register, min(first_date) AS "first", max(last_date) AS "last", sum("rows") AS "rows",
    median("rows") / 2 AS half, arg_min(after, month) AS at_first, arg_max(before, month) AS at_last,
    sum("rows") / (max(last_date) - min(first_date) + 1) AS a_day
  FROM runs GROUP BY register
),
short AS (
  SELECT subject, period, register, needed_from, needed_to, "first", "last", NULL::DATE AS hole
  FROM needed_days LEFT JOIN held USING (register)
  WHERE CASE
    -- Absence from the population register stands in for them where they end. Of a few rows nothing can be said of the
    -- day after which there are no more; of others a silence is no chance where seven were to be expected (1 in 1,000).
    WHEN register IN ('deaths', 'migrations')
      THEN "rows" >= 10 AND greatest("first" - needed_from, needed_to - "last") * a_day > 7
    -- The procedures of a delivery of patients thin out: they are cut off where they are as many as ever until then.
    WHEN register LIKE '%procedures' THEN "first" IS NULL
      OR (date_trunc('month', "first") > needed_from AND at_first > half)
      OR (date_trunc('month', "last") < needed_to AND at_last > half)
    -- Contacts without a diagnosis are usual, but not one after the other.
    WHEN register = 'lpr_diagnoses' THEN "first" IS NULL OR "first" > needed_from + 27 OR "last" < needed_to - 27
      OR (needed_to - "last" > getvariable('slack_days') AND (needed_to - "last") * a_day > 7)
    -- A year between counts of the population is usual, and a home of longer ago is not known to be one.
    WHEN register = 'bef' THEN "first" IS NULL OR "first" > needed_from + getvariable('slack_days')
      OR "last" + INTERVAL 13 MONTH < needed_to
    -- A month that is no column is there for nobody.
    WHEN register = 'dream' THEN "first" IS NULL OR "first" > needed_from OR "last" < needed_to
    WHEN register IN ('lpr_organisations', 'prescribers') THEN false
    ELSE "first" IS NULL OR "first" > needed_from + getvariable('slack_days')
      OR "last" < needed_to - getvariable('slack_days')
  END
),
-- A month without rows where there were so many that chance leaves it empty once in a hundred thousand times.
gaps AS (
  SELECT register, last_date + 1 AS hole, goes_on FROM runs JOIN held USING (register)
  WHERE CASE WHEN register = 'bef' THEN goes_on > last_date + INTERVAL 13 MONTH
    ELSE least(before, 2 * half) >= 12 AND date_trunc('month', goes_on) > month + INTERVAL 1 MONTH END
),
-- By month, how many were asked for and how many of them known: departments, prescribers, employment.
asked AS (
  SELECT 'lpr_organisations' AS register, period, date_trunc('month', index_date) AS month, count(department_known) AS n,
    count_if(department_known) AS known
  FROM cohort GROUP BY ALL
  UNION ALL
  SELECT 'prescribers', period, date_trunc('month', s.date), count(*), count(p.recu)
  FROM cohort c JOIN strong_analgesics s ON s.person_id = c.person_id
      AND s.date BETWEEN c.index_date AND c.index_date + INTERVAL 1 YEAR
    LEFT JOIN prescribers p ON p.recu = s.prescriber AND s.date >= coalesce(p.valid_from, s.date)
      AND s.date <= coalesce(p.valid_to, s.date)
  GROUP BY ALL
  UNION ALL
  SELECT 'dream', period, month, n, known FROM employment_months
),
unknown AS (
  SELECT register, period, min(month)::DATE AS hole FROM asked
  GROUP BY ALL HAVING sum(known) = 0 AND sum(n) >= CASE register WHEN 'lpr_organisations' THEN 1 ELSE 20 END
  UNION ALL
  SELECT register, period, min(month)::DATE FROM asked WHERE n >= 20 AND known = 0 GROUP BY ALL
),
holes AS (
  SELECT n.*, hole FROM needed_days n JOIN gaps USING (register) WHERE hole <= needed_to AND goes_on > needed_from
  UNION ALL
  SELECT n.*, hole FROM needed_days n JOIN unknown USING (register, period)
  UNION ALL
  SELECT n.*, NULL FROM needed_days n
  WHERE CASE register WHEN 'lpr_organisations' THEN NOT EXISTS (FROM organisations)
    WHEN 'prescribers' THEN NOT EXISTS (FROM prescribers) ELSE false END
)
FROM short
UNION ALL
SELECT subject, period, register, needed_from, needed_to, NULL, NULL, CASE WHEN bool_and(hole IS NOT NULL) THEN min(hole) END
FROM holes ANTI JOIN short USING (subject, period, register)
GROUP BY ALL;
