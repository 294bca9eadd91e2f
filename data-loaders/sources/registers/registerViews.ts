import type {Session} from "../../engine/session.js";

/** SQL for the rows of each register, by kind; without rows where it was not delivered. */
export type RegisterRows = (kind: string) => string;

/** Creates every view of the contract in `registers.ts`. */
export async function createRegisterViews(session: Session, rows: RegisterRows): Promise<void> {
  const procedures = ["lpr_surgical_procedures", "lpr_other_procedures", "lpr_procedures"]
    .map((kind) => `SELECT contact_id, course_id, code, type, start_date, kind FROM ${rows(kind)}`)
    .join(" UNION ALL ");
  const views: Record<string, string> = {
    contacts: `SELECT contact_id, course_id, person_id, start_date, start_time, end_date, contact_type, action_diagnosis, department,
      specialty, region, file, line FROM ${rows("lpr_contacts")}`,
    diagnoses: `SELECT contact_id, code, type, parent_code FROM ${rows("lpr_diagnoses")}`,
    // An inner join on the contact would silently drop every procedure that has none.
    procedures: `SELECT p.*, c.person_id FROM (${procedures}) p LEFT JOIN contacts c USING (contact_id) WHERE p.contact_id IS NOT NULL
      UNION ALL
      SELECT p.*, c.person_id FROM (${procedures}) p
      LEFT JOIN (SELECT course_id, min(person_id) AS person_id FROM contacts
        WHERE course_id IN (SELECT course_id FROM (${procedures}) WHERE contact_id IS NULL) GROUP BY course_id) c USING (course_id)
      WHERE p.contact_id IS NULL`,
    organisations: `SELECT department, name, region, private, specialty, valid_from, valid_to FROM ${rows("lpr_organisations")}`,
    prescriptions: `SELECT person_id, date, atc, ddd, packages, prescriber FROM ${rows("lmdb")}`,
    prescribers: `SELECT recu, sector, valid_from, valid_to FROM ${rows("prescribers")}`,
    services: `SELECT person_id, week_start, specialty, service, number FROM ${rows("sssy")}`,
    persons: "SELECT person_id, sex, born FROM register_people",
    residences: `SELECT person_id, snapshot, municipality, region, civil_status, TRUE AS in_country FROM ${rows("bef")}`,
    deaths: `SELECT person_id, date FROM ${rows("deaths")}`,
    migrations: `SELECT person_id, date, direction FROM ${rows("migrations")}`,
    population: `SELECT period_start, CASE WHEN area_id = 'country' THEN 'country' WHEN area_id IN (SELECT code FROM code_regions) THEN 'region' ELSE 'municipality' END AS area_type,
      area_id, sex, age, age_to, number FROM ${rows("population")}`,
    register_dream: `SELECT person_id, file_no, benefits, employment FROM ${rows("dream")}`,
    benefits: unpacked("register_dream", "benefits"),
    employment: unpacked("register_dream", "employment")
  };
  for (const [view, sql] of Object.entries(views)) await session.run(`CREATE OR REPLACE TEMP VIEW ${view} AS ${sql}`);
  // A month is looked up at its place in the list; a join with the view would unpack every
  // month of everybody. What is asked is put together by person first: it is then the smaller
  // side of the join, and the lists are not held in memory.
  const dreamOfAsked = `(SELECT d.*, unnest(a.months) AS month
      FROM register_dream d JOIN (SELECT person_id, list(DISTINCT month) AS months FROM query_table(asked) GROUP BY person_id) a USING (person_id))`;
  await session.run(`
    CREATE OR REPLACE TEMP MACRO employment_of(asked) AS TABLE
    SELECT d.person_id, d.month, d.employment[m.n] AS degree
    FROM ${dreamOfAsked} d JOIN dream_months m ON m.file_no = d.file_no AND m.start = d.month
    WHERE degree IS NOT NULL;
    CREATE OR REPLACE TEMP MACRO benefits_of(asked) AS TABLE
    SELECT person_id, month, week_start, CAST(benefit AS VARCHAR) AS code
    FROM (
      SELECT d.person_id, d.month, unnest(w.starts) AS week_start, unnest(list_select(d.benefits, w.places)) AS benefit
      FROM ${dreamOfAsked} d JOIN (
        SELECT file_no, date_trunc('month', start)::DATE AS month, list(n ORDER BY n) AS places, list(start ORDER BY n) AS starts FROM dream_weeks GROUP BY ALL
      ) w ON w.file_no = d.file_no AND w.month = d.month
    )
    WHERE benefit IS NOT NULL`);
}

function unpacked(dream: string, what: "benefits" | "employment"): string {
  const columns =
    what === "benefits" ? "start AS week_start, CAST(value AS VARCHAR) AS code" : "start AS month, value AS degree";
  return `SELECT person_id, ${columns}
    FROM (SELECT person_id, file_no, unnest(${what}) AS value, generate_subscripts(${what}, 1) AS n FROM ${dream}) listed
    JOIN ${what === "benefits" ? "dream_weeks" : "dream_months"} USING (file_no, n) WHERE value IS NOT NULL`;
}
