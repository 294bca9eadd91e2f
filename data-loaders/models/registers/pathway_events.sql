-- What the registers hold of an index patient's course, in order. One row an event; day is counted from the index date.
--
--     before    from half a year before to the day before: chiropractor, physiotherapist, mri, analgesic.
--     after     from the index contact to a year after: acute, medicine, surgery, private, other (contacts by
--               specialty), mri, operation, plan, analgesic, chiropractor, physiotherapist.
--     beyond    a plan of the 30 days after the year: it can belong to an operation, and to no sequence.
--
-- Of contacts in one specialty, of care and of analgesics the first on either side of the index date stands for all:
-- they repeat by the dozen, and neither a sequence nor a rule asks for more. Procedures stand each. Operations and
-- plans before the index contact belong to an earlier course. Care is known to the week and stands on its Monday; weeks
-- that hold the index date are on neither side, and care that was taken back within its side does not count. On one
-- day: contacts by their time, then mri, operation, plan, analgesic, care.

CREATE OR REPLACE TEMP TABLE pathway_events AS
WITH around AS (
  SELECT period, person_id, index_date, away(index_date, getvariable('pathway').opens) AS opens,
    away(index_date, getvariable('pathway').closes) AS closes
  FROM cohort
),
placed AS (
  SELECT period, person_id, min(start_date - index_date) AS day, 0 AS rank, min(contact_no) AS contact_no,
    f.specialty AS kind, false AS beyond
  FROM cohort JOIN flow_contacts f USING (period, person_id)
  GROUP BY period, person_id, f.specialty
  UNION ALL
  SELECT period, person_id, date - index_date, CASE kind WHEN 'mri' THEN 1 WHEN 'surgery' THEN 2 ELSE 3 END, NULL,
    CASE kind WHEN 'surgery' THEN 'operation' WHEN 'rehabilitation' THEN 'plan' ELSE kind END, date > closes
  FROM around JOIN spine_procedures USING (person_id)
  WHERE CASE kind WHEN 'mri' THEN date BETWEEN opens AND closes WHEN 'surgery' THEN date BETWEEN index_date AND closes
    ELSE date BETWEEN index_date AND closes + getvariable('plan_days') END
  UNION ALL
  SELECT period, person_id, min(date - index_date), 4, NULL, 'analgesic', false
  FROM around JOIN strong_analgesics USING (person_id)
  WHERE date BETWEEN opens AND closes
  GROUP BY period, person_id, date < index_date
  UNION ALL
  SELECT period, person_id, min(week_start - index_date) FILTER (number > 0), 5, NULL, provider, false
  FROM around JOIN guidance_services USING (person_id)
  WHERE (week_start >= opens AND week_start + 6 < index_date) OR (week_start > index_date AND week_start + 6 <= closes)
  GROUP BY period, person_id, provider, week_start < index_date
  HAVING sum(number) > 0
)
SELECT period, person_id,
  row_number() OVER (PARTITION BY period, person_id ORDER BY day, rank, contact_no, kind)::INTEGER AS no,
  day::INTEGER AS day, kind, beyond
FROM placed;
