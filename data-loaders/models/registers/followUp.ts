import type {Session} from "../../engine/session.js";

/**
 * Creates the table `follow_up` (period, person_id, left_on): the first day from the index date on
 * which an index patient is dead or has moved out of the country; NULL for who is still there.
 */
export async function createFollowUp(session: Session): Promise<void> {
  await session.run(`
    CREATE OR REPLACE TEMP TABLE follow_up AS
    WITH gone AS (
      SELECT c.period, c.person_id, d.date FROM cohort c JOIN deaths d USING (person_id)
      UNION ALL
      SELECT c.period, c.person_id, m.date FROM cohort c JOIN migrations m ON m.person_id = c.person_id
        AND m.direction = 'out' AND m.date >= c.index_date
      ${(await knowsWhoLeft(session)) ? "" : absences}
    )
    SELECT c.period, c.person_id, min(gone.date) AS left_on
    FROM cohort c LEFT JOIN gone USING (period, person_id)
    GROUP BY ALL`);
}

async function knowsWhoLeft(session: Session): Promise<boolean> {
  const [known] = await session.rows<{both: boolean}>(
    'SELECT EXISTS (FROM deaths) AND EXISTS (FROM migrations) AS "both"'
  );
  return known!.both;
}

/** Whoever is not in a later snapshot has left by then. Three years of snapshots are more than any window. */
const absences = `
      UNION ALL
      SELECT c.period, c.person_id, s.snapshot
      FROM cohort c JOIN (SELECT DISTINCT snapshot FROM residences) s
        ON s.snapshot > c.index_date AND s.snapshot <= c.index_date + INTERVAL 3 YEAR
        ANTI JOIN (SELECT person_id, snapshot FROM residences SEMI JOIN cohort USING (person_id)) r ON r.person_id = c.person_id AND r.snapshot = s.snapshot`;
