import {text, type Session} from "../../engine/session.js";
import {beginsWith, byLongestPrefix, prefixesOf, prefixValues} from "./prefixes.js";

/**
 * Types of a contact's own diagnoses: action and secondary. Referral diagnoses and add-on
 * codes say nothing of what was found.
 */
const ownTypes = ["A", "B"];

/**
 * Creates the view `back_contacts`: every counting contact with back pain that is neither inflammatory nor
 * malignant, of people of all ages, with the specialty and region of its department and the day of the
 * person's `earlier` one; and the view `excluded_contacts`, those left out for their other diagnosis.
 */
export async function createBackContacts(session: Session): Promise<void> {
  await session.run(`
    CREATE OR REPLACE TEMP TABLE coded_contacts AS ${await codedContacts(session)};
    CREATE OR REPLACE TEMP VIEW back_contacts AS ${notExcluded("coded_contacts")};
    CREATE OR REPLACE TEMP VIEW excluded_contacts AS SELECT person_id, start_date FROM coded_contacts WHERE excluded`);
}

/**
 * Gives back the memory of all contacts, a quarter of what a national delivery may use, once those of
 * the cohort are found. Who asks for `back_contacts` from here on has them computed anew.
 */
export async function releaseBackContacts(session: Session): Promise<void> {
  await session.run(`
    CREATE OR REPLACE TEMP VIEW back_contacts AS ${notExcluded(`(${await codedContacts(session)})`)};
    DROP VIEW excluded_contacts;
    DROP TABLE coded_contacts`);
}

function notExcluded(contacts: string): string {
  return `SELECT * EXCLUDE (excluded) FROM ${contacts} WHERE NOT excluded`;
}

/** Back contacts and those `excluded`, as a query. */
async function codedContacts(session: Session): Promise<string> {
  const back = beginsWith("code", await prefixesOf(session, "back_diagnoses"));
  const excluded = beginsWith("code", await prefixesOf(session, "excluded_diagnoses"));
  const groups = await prefixValues(session, "back_diagnoses", "diagnosis_group");
  const sites = await prefixValues(session, "back_diagnoses", "site");
  return `
    WITH coded AS MATERIALIZED (
      -- The action diagnosis comes first, since A sorts before B.
      SELECT contact_id, arg_min(code, type || code) FILTER (back) AS diagnosis, bool_or(excluded) AS excluded
      FROM (
        SELECT contact_id, type, code, ${back} AS back, ${excluded} AS excluded
        FROM diagnoses
        WHERE type IN (${ownTypes.map(text).join(", ")}) AND (${back} OR ${excluded})
      )
      GROUP BY contact_id HAVING bool_or(back)
    ),
    spans AS (
      SELECT department, day AS valid_from, lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY department ORDER BY day) AS valid_until
      FROM (SELECT DISTINCT department, unnest([coalesce(valid_from, DATE '0001-01-01'), coalesce(valid_to, DATE '9999-12-30') + 1]) AS day FROM organisations)
    ),
    -- A department registered twice on a day counts as it was registered last.
    units AS (
      SELECT s.*, o.private, o.region, o.specialty
      FROM spans s JOIN organisations o ON o.department = s.department
        AND s.valid_from BETWEEN coalesce(o.valid_from, DATE '0001-01-01') AND coalesce(o.valid_to, DATE '9999-12-31')
      QUALIFY row_number() OVER (PARTITION BY s.department, s.valid_from ORDER BY o.valid_from DESC NULLS LAST, o.valid_to DESC NULLS FIRST, o.region) = 1
    ),
    kinds AS (
      SELECT diagnosis, ${byLongestPrefix("diagnosis", groups)} AS diagnosis_group, ${byLongestPrefix("diagnosis", sites)} AS site
      FROM (SELECT DISTINCT diagnosis FROM coded)
    )
    SELECT contact_id, person_id, start_date, start_time, diagnosis, diagnosis_group, site,
      CASE WHEN u.private THEN 'private' ELSE coalesce(own.specialty, of_department.specialty, 'other') END AS specialty,
      CASE WHEN u.private THEN 'private' ELSE coalesce(u.region, c.region, 'unknown') END AS hospital_region, excluded,
      lag(start_date) OVER (PARTITION BY person_id, excluded ORDER BY start_date, start_time NULLS LAST, contact_id) AS earlier
    FROM contacts c JOIN coded USING (contact_id) JOIN kinds USING (diagnosis)
      SEMI JOIN (SELECT code FROM code_contact_types WHERE counts = 'yes') AS counting ON counting.code = c.contact_type
      LEFT JOIN units u ON u.department = c.department AND c.start_date >= u.valid_from AND c.start_date < u.valid_until
      LEFT JOIN ${specialties} AS own ON own.name = lower(trim(c.specialty))
      LEFT JOIN ${specialties} AS of_department ON of_department.name = lower(trim(u.specialty))`;
}

const specialties = "(SELECT lower(trim(name)) AS name, min(specialty) AS specialty FROM code_specialties GROUP BY 1)";
