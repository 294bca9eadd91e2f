-- The first day from the index date on which an index patient is dead or has moved out of the country; NULL for who is
-- still there. One row an index patient and period.

-- Until the last day of both registers of who left, absence from a snapshot says nothing more: such snapshots are not
-- read.
SET VARIABLE leavers_are_known = (
  SELECT count(DISTINCT kind) = 2 FROM coverage WHERE kind IN ('deaths', 'migrations')
);
SET VARIABLE leavers_known_until = (
  SELECT CASE WHEN getvariable('leavers_are_known')
    THEN least(
      (SELECT max(last_date) FROM coverage WHERE kind = 'deaths'),
      (SELECT max(last_date) FROM coverage WHERE kind = 'migrations')
    ) ELSE DATE '0001-01-01' END
);

CREATE OR REPLACE TEMP TABLE follow_up AS
WITH seen AS NOT MATERIALIZED (
  SELECT person_id, snapshot FROM residences WHERE snapshot > getvariable('leavers_known_until')
),
gone AS (
  SELECT c.period, c.person_id, d.date FROM cohort c JOIN deaths d USING (person_id)
  UNION ALL
  SELECT c.period, c.person_id, m.date
  FROM cohort c JOIN migrations m ON m.person_id = c.person_id AND m.direction = 'out' AND m.date >= c.index_date
  UNION ALL
  -- Whoever is not in a later snapshot has left by then. Three years of snapshots are more than any window.
  SELECT c.period, c.person_id, s.snapshot
  FROM cohort c JOIN (FROM snapshots WHERE snapshot > getvariable('leavers_known_until')) s
    ON s.snapshot > c.index_date AND s.snapshot <= c.index_date + INTERVAL 3 YEAR
    ANTI JOIN (FROM seen SEMI JOIN cohort USING (person_id)) r ON r.person_id = c.person_id AND r.snapshot = s.snapshot
)
SELECT c.period, c.person_id, min(gone.date) AS left_on
FROM cohort c LEFT JOIN gone USING (period, person_id)
GROUP BY ALL;
