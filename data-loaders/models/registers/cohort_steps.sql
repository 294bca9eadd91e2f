-- Who has been seen with back pain in a period, and why some of them are not in the cohort. One row a period and step.
-- included and the left_out_… of those seen sum to seen; other_disease are people beside them, with nothing but
-- contacts for inflammatory or malignant back disease.

CREATE OR REPLACE TEMP TABLE cohort_steps AS
WITH reasons AS (
  SELECT period,
    CASE WHEN prevalent THEN 'left_out_prevalent' WHEN age IS NULL THEN 'left_out_unknown_age'
      WHEN age < getvariable('minimum_age') THEN 'left_out_minor' ELSE 'included' END AS reason
  FROM first_contacts_in_period
),
beside AS (
  SELECT DISTINCT p.period, x.person_id
  FROM periods p JOIN excluded_contacts x ON x.start_date BETWEEN p.from_date AND p.to_date
    ANTI JOIN first_contacts_in_period f ON f.period = p.period AND f.person_id = x.person_id
),
counted AS (
  SELECT period, 'seen' AS step, count(*)::INTEGER AS people FROM reasons GROUP BY ALL
  UNION ALL SELECT period, reason, count(*)::INTEGER FROM reasons GROUP BY ALL
  UNION ALL SELECT period, 'other_disease', count(*)::INTEGER FROM beside GROUP BY ALL
),
steps(step) AS (
  VALUES ('seen'), ('left_out_prevalent'), ('left_out_unknown_age'), ('left_out_minor'), ('included'), ('other_disease')
)
SELECT period, step, coalesce(people, 0)::INTEGER AS people
FROM periods CROSS JOIN steps LEFT JOIN counted USING (period, step);

-- No model after this reads it, and in a national delivery it is a sixth of what memory may hold.
DROP TABLE first_contacts_in_period;
