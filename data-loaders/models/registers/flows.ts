import type {Session} from "../../engine/session.js";
import type {RegisterParameters} from "./parameters.js";

/** Creates the table `flow_contacts`: back contacts of each index patient from the index contact to a year after, in order, numbered from 1. */
export async function createFlows(session: Session, {flowContacts}: RegisterParameters): Promise<void> {
  await session.run(`
    CREATE OR REPLACE TEMP TABLE flow_contacts AS
    SELECT c.period, c.person_id, b.contact_id, b.start_date, b.specialty,
      row_number() OVER (PARTITION BY c.period, c.person_id ORDER BY b.start_date, b.start_time NULLS LAST, b.contact_id)::INTEGER AS contact_no
    FROM cohort c JOIN back_contacts b
      ON b.person_id = c.person_id AND b.start_date BETWEEN c.index_date AND c.index_date + INTERVAL 1 YEAR
    QUALIFY contact_no <= ${flowContacts}`);
}
