import {text} from "../../engine/session.js";
import {chosen, dayAround, pick} from "./drawSql.js";
import type {Making} from "./making.js";

/**
 * Writes operations, and MRI and rehabilitation plans. Some have no contact, only a course;
 * some spine codes are add-ons to another operation, from another reporting system, before
 * the index date or more than a year after it: those do not count.
 */
export async function writeProcedures({session, assumptions, delivery}: Making): Promise<void> {
  const {operated, mri, span, dirt} = assumptions;
  const spine = pick("u(person, 'operation')", operated.codes);
  const site =
    "CASE WHEN starts_with(diagnosis, 'DM50') OR diagnosis = 'DM542' THEN 'UXME10' WHEN diagnosis = 'DM546' THEN 'UXME20' ELSE 'UXME30' END";
  const row = (
    no: number,
    date: string,
    code: string,
    type: string,
    parent: string,
    contact: string,
    system = "'LPR3'"
  ) =>
    `SELECT person, ${no} AS no, course, ${contact} AS contact, ${date} AS date, ${code} AS code, ${type} AS type, ${parent} AS parent, ${system} AS system, department`;
  await session.run(`
    CREATE OR REPLACE TEMP TABLE treated AS
    SELECT p.person, p.seen_on, p.diagnosis, p.surgery, v.date AS treated_on, v.contact, v.course, v.department
    FROM (SELECT *, CASE WHEN surgery IS NULL THEN 1
          ELSE greatest(1, contacts - floor(u(person, 'when operated') * 2)::INTEGER) END AS nth
        FROM people WHERE kind = 'index' AND fate IS NULL) p
      JOIN visits v ON v.person = p.person AND v.seq = p.nth
    ORDER BY p.person;
    CREATE OR REPLACE TEMP TABLE operations AS
    ${row(1, "treated_on", spine, "'V'", "''", `CASE WHEN ${chosen("no contact", operated.without_contact)} THEN '' ELSE contact END`)} FROM treated WHERE surgery IS NOT NULL
    UNION ALL ${row(2, "treated_on", "'KABC99'", "'D'", "''", "contact")} FROM treated WHERE surgery IS NOT NULL AND ${chosen("second code", 0.1)}
    UNION ALL ${row(3, "treated_on", "'KNFB40'", "'V'", "''", "contact")} FROM treated WHERE surgery IS NULL AND ${chosen("hip", 0.01)}
    UNION ALL ${row(4, "treated_on", spine, "'+'", "'KNFB40'", "contact")} FROM treated WHERE surgery IS NULL AND ${chosen("hip", 0.005)}
    UNION ALL ${row(5, "treated_on", spine, "'V'", "''", "contact", "'LPR2'")} FROM treated WHERE surgery IS NULL AND ${chosen("old system", dirt.other_system)}
    UNION ALL ${row(6, dayAround("before", -700, -200), spine, "'V'", "''", "''")} FROM treated WHERE ${chosen("operated before", operated.before)}
    UNION ALL ${row(7, dayAround("long after", 372, 480), spine, "'V'", "''", "''")} FROM treated WHERE ${chosen("operated late", operated.after_a_year)};
    CREATE OR REPLACE TEMP TABLE examinations AS
    ${row(1, dayAround("scan", 0, 120), site, "'P'", "''", "contact")} FROM treated WHERE ${chosen("scanned", mri.share)}
    UNION ALL ${row(2, dayAround("scan again", 130, 340), site, "'P'", "''", "''")} FROM treated WHERE ${chosen("scanned", mri.share * mri.repeated)}
    UNION ALL ${row(3, dayAround("scan before", -120, -5), site, "'P'", "''", "''")} FROM treated WHERE ${chosen("scanned before", 0.15)}
    UNION ALL ${row(4, "(treated_on + floor(u(person, 'plan day') * 25)::INTEGER)::DATE", "CASE WHEN u(person, 'plan kind') < 0.8 THEN 'ZZ0175X' ELSE 'ZZ0175Y' END", "'P'", "''", "contact")}
      FROM treated WHERE surgery IS NOT NULL AND ${chosen("plan", assumptions.rehabilitation_plan)}
    UNION ALL ${row(5, "treated_on", "'ZZ3925'", "'P'", "''", "contact")} FROM treated WHERE ${chosen("other examination", 0.2)};
    DROP TABLE treated`);
  const shape = (table: string) => `
    SELECT course AS dw_ek_forloeb, contact AS dw_ek_kontakt, code AS procedurekode, type AS proceduretype,
      parent AS procedurekode_parent, CASE WHEN parent <> '' THEN 'V' ELSE '' END AS proceduretype_parent,
      department AS sorenhed_pro, date AS dato_start, '09:00:00' AS tidspunkt_start, system AS lprindberetningssystem,
      printf('%018d', 700000000000000000 + person * 10 + no) AS procedureregistrering_id
    FROM ${table} WHERE date BETWEEN DATE ${text(span.contacts_from)} AND DATE ${text(span.to)} ORDER BY person, no`;
  await delivery.csv("lpr_surgical_procedures", "lpr_f_procedurer_kirurgi", shape("operations"));
  await delivery.csv("lpr_other_procedures", "lpr_f_procedurer_andre", shape("examinations"));
  await session.run("DROP TABLE operations; DROP TABLE examinations");
}
