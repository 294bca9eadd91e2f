import type {Session} from "../../engine/session.js";

/**
 * Creates the table `guidance_services` (person_id, week_start, provider, number): services of chiropractors and
 * physiotherapists on the code list, for people of the cohort. Sum `number`: a settlement may be taken back.
 */
export async function createGuidanceServices(session: Session): Promise<void> {
  await session.run(`
    CREATE OR REPLACE TEMP TABLE guidance_services AS
    SELECT s.person_id, s.week_start, l.provider, sum(s.number) AS number
    FROM services s JOIN (SELECT DISTINCT specialty, service, provider FROM code_service_codes) l
      ON l.specialty = s.specialty AND l.service = s.service
      SEMI JOIN cohort c ON c.person_id = s.person_id
    GROUP BY ALL`);
}
