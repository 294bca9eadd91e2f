import {text, type Session} from "../../engine/session.js";
import {runSql} from "../../engine/sqlFile.js";

/** Makes the views and macros on benefits and employment. */
export const dreamViews = new URL("./dream.sql", import.meta.url);

/** SQL for the rows of each register, by kind; without rows where it was not delivered. */
export type RegisterRows = (kind: string) => string;

/**
 * What benefits, employment and the models are made from besides code lists; a name each of a
 * view or table of the session.
 */
export const registerViews = [
  "contacts",
  "diagnoses",
  "procedures",
  "organisations",
  "prescriptions",
  "prescribers",
  "services",
  "persons",
  "residences",
  "snapshots",
  "deaths",
  "migrations",
  "population",
  "register_dream",
  "dream_months",
  "dream_weeks",
  "coverage"
] as const;
type RegisterView = (typeof registerViews)[number];

/**
 * Creates every view of the contract in `registers.ts`.
 * @param snapshots the days of the population register, where it does not have them of everybody any more
 */
export async function createRegisterViews(session: Session, rows: RegisterRows, snapshots?: string[]): Promise<void> {
  const procedures = ["lpr_surgical_procedures", "lpr_other_procedures", "lpr_procedures"]
    .map((kind) => `SELECT contact_id, course_id, code, type, start_date, kind, file, line FROM ${rows(kind)}`)
    .join(" UNION ALL ");
  const procedure = "p.contact_id, p.course_id, p.code, p.type, p.start_date, p.kind";
  const views: Record<Exclude<RegisterView, "coverage" | "dream_months" | "dream_weeks">, string> = {
    contacts: `SELECT contact_id, course_id, person_id, start_date, start_time, end_date, contact_type,
      action_diagnosis, department, specialty, region, file, line FROM ${rows("lpr_contacts")}`,
    diagnoses: `SELECT contact_id, code, type, parent_code FROM ${rows("lpr_diagnoses")}`,
    // A contact that was rejected or not delivered knows no patient, but its course may: unless it names two.
    procedures: `SELECT ${procedure}, c.person_id FROM (${procedures}) p JOIN contacts c USING (contact_id)
      UNION ALL
      SELECT ${procedure}, CASE WHEN min(c.person_id) = max(c.person_id) THEN min(c.person_id) END AS person_id
      FROM (FROM (${procedures}) ANTI JOIN contacts USING (contact_id)) p LEFT JOIN contacts c USING (course_id)
      GROUP BY ${procedure}, p.file, p.line`,
    organisations: `SELECT department, name, region, private, specialty, valid_from, valid_to FROM ${rows("lpr_organisations")}`,
    prescriptions: `SELECT person_id, date, atc, ddd, packages, prescriber FROM ${rows("lmdb")}`,
    prescribers: `SELECT recu, sector, valid_from, valid_to FROM ${rows("prescribers")}`,
    services: `SELECT person_id, week_start, specialty, service, number FROM ${rows("sssy")}`,
    persons: "SELECT person_id, sex, born FROM register_people",
    residences: `SELECT person_id, snapshot, municipality, region, civil_status, TRUE AS in_country FROM ${rows("bef")}`,
    snapshots: snapshots
      ? `SELECT unnest([${snapshots.map((day) => `DATE ${text(day)}`).join(", ")}]::DATE[]) AS snapshot`
      : "SELECT DISTINCT snapshot FROM residences",
    deaths: `SELECT person_id, date FROM ${rows("deaths")}`,
    migrations: `SELECT person_id, date, direction FROM ${rows("migrations")}`,
    population: `SELECT period_start,
      CASE WHEN area_id = 'country' THEN 'country'
        WHEN area_id IN (SELECT code FROM code_regions) THEN 'region' ELSE 'municipality' END AS area_type,
      area_id, sex, age, age_to, number FROM ${rows("population")}`,
    register_dream: `SELECT person_id, file_no, benefits, employment FROM ${rows("dream")}`
  };
  for (const [view, sql] of Object.entries(views)) await session.run(`CREATE OR REPLACE TEMP VIEW ${view} AS ${sql}`);
  await runSql(session, dreamViews);
}
