import type {Session} from "../engine/session.js";

/**
 * Creates the table `age_counts`: registrations by round, profession, sex and age in years,
 * counted once for every table on age.
 */
export async function createAgeCounts(session: Session): Promise<void> {
  await session.run(`
    CREATE OR REPLACE TEMP TABLE age_counts AS
    SELECT round, profession, coalesce(sex, 'missing') AS sex, age, count(*)::INTEGER AS n
    FROM registrations
    GROUP BY ALL`);
}
