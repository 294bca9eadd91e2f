import type {Session} from "../../engine/session.js";

/**
 * Creates the table `flow_contacts` (period, person_id, contact_id, contact_no, start_date,
 * specialty, next_specialty, diagnosis): back contacts of each index patient from the index contact
 * to a year after, in order, numbered from 1. After the last, `next_specialty` is NULL.
 */
export async function createFlows(session: Session): Promise<void> {
  await session.run(`
    CREATE OR REPLACE TEMP TABLE flow_contacts AS
    SELECT c.period, c.person_id, b.contact_id, row_number() OVER course::INTEGER AS contact_no, b.start_date, b.specialty,
      lead(b.specialty) OVER course AS next_specialty, b.diagnosis
    FROM cohort c JOIN back_contacts b
      ON b.person_id = c.person_id AND b.start_date BETWEEN c.index_date AND c.index_date + INTERVAL 1 YEAR
    WINDOW course AS (PARTITION BY c.period, c.person_id ORDER BY b.start_date, b.start_time NULLS LAST, b.contact_id)`);
}
