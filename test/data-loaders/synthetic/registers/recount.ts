import type {Session} from "../../../../data-loaders/engine/session.js";

/** The rules of the registers as SQL; a test breaks one at a time. */
export interface Rules {
  contact: string;
  diagnosis: string;
  /** What counts as otherwise ill. */
  excluded: string;
  incident: string;
  adult: string;
}

export const honoured: Rules = {
  contact: "lprindberetningssystem = 'LPR3' AND kontakttype IN ('ALCA00', 'ALCA03')",
  diagnosis: "lprindberetningssystem = 'LPR3' AND senere_afkraeftet = 'Nej' AND diagnosetype IN ('A', 'B')",
  excluded: "regexp_matches(code, '^(DM4[56]|DM48[45]|DC)')",
  incident: "earlier IS NULL OR earlier < f.date - INTERVAL 2 YEAR",
  adult: "age >= 18"
};

/**
 * Recounts the cohort straight from the written files, with the published definitions and
 * without a line of the loaders: LPR3 only, attended or virtual contacts, an own diagnosis DM40
 * to DM54 or DM99 that is not revoked, none that is inflammatory or malignant, nothing in the
 * two years before, 18 or older. The table `incident` has a row a patient and period.
 */
export async function recountCohort(session: Session, rules: Rules = honoured): Promise<void> {
  await session.run(`
    CREATE TEMP TABLE IF NOT EXISTS person AS
    SELECT PNR AS pnr, min(KOEN) AS sex, min(FOED_DAG)::DATE AS born FROM raw_bef GROUP BY 1;

    CREATE OR REPLACE TEMP TABLE seen AS
    WITH contact AS (
      SELECT DISTINCT * EXCLUDE (dato_slut, tidspunkt_slut) FROM raw_lpr_contacts WHERE ${rules.contact}
    ),
    own AS (SELECT dw_ek_kontakt, diagnosekode AS code FROM raw_lpr_diagnoses WHERE ${rules.diagnosis}),
    coded AS (
      SELECT dw_ek_kontakt,
        min(code) FILTER (regexp_matches(code, '^DM(4[01378]|5[0134]|99)')) AS code,
        bool_or(${rules.excluded}) AS otherwise
      FROM own GROUP BY dw_ek_kontakt
    )
    SELECT cpr AS pnr, dw_ek_kontakt, dato_start::DATE AS date, code, hovedspeciale_ans AS main,
      sorenhed_ans AS department, region_ans AS region, dw_ek_forloeb AS course
    FROM contact JOIN coded USING (dw_ek_kontakt) WHERE code IS NOT NULL AND NOT otherwise;

    CREATE OR REPLACE TEMP TABLE sorted AS
    SELECT s.*, CASE WHEN o.institutionsejer_type = 'Privat' THEN 'private'
        WHEN main = 'Akutmedicin' THEN 'acute'
        WHEN main IN ('Reumatologi', 'Intern medicin: reumatologi', 'Neurologi') THEN 'medicine'
        WHEN main IN ('Ortopædisk kirurgi', 'Neurokirurgi') THEN 'surgery' ELSE 'other' END AS specialty,
      CASE WHEN o.institutionsejer_type = 'Privat' THEN 'private' WHEN o.sorenhed IS NULL THEN 'unknown'
        ELSE o.region END AS area,
      lag(date) OVER (PARTITION BY pnr ORDER BY date) AS earlier
    FROM seen s LEFT JOIN raw_lpr_organisations o ON o.sorenhed = s.department AND coalesce(o.gyldig_til, '') = '';

    CREATE OR REPLACE TEMP TABLE incident AS
    WITH firsts AS (
      SELECT *, CASE WHEN date < '2022-07-01' THEN '2021/22'
        WHEN date < '2023-07-01' THEN '2022/23' ELSE '2023/24' END AS period
      FROM sorted WHERE date BETWEEN '2021-07-01' AND '2024-06-30'
    ),
    started AS (
      SELECT f.*, p.sex, p.born, date_sub('year', p.born, f.date) AS age
      FROM (SELECT * FROM firsts QUALIFY row_number() OVER (PARTITION BY period, pnr ORDER BY date) = 1) f
      JOIN person p USING (pnr)
      WHERE ${rules.incident}
    )
    FROM started WHERE ${rules.adult}`);
}

/** Adds where the patients lived and when they died or left the country: the table `patients`. */
export async function recountResidence(session: Session): Promise<void> {
  await session.run(`
    CREATE TEMP TABLE patients AS
    WITH home AS (
      SELECT i.pnr, i.period, arg_max(b.KOM, b.REFERENCETID) AS municipality,
        arg_max(b.CIVST, b.REFERENCETID) AS civil_status
      FROM incident i JOIN raw_bef b ON b.PNR = i.pnr AND b.REFERENCETID <= i.date GROUP BY ALL
    ),
    gone AS (
      SELECT pnr, date::DATE AS day FROM raw_deaths
      UNION ALL SELECT pnr, date::DATE FROM raw_migrations WHERE indud_kode = 'U'
    )
    SELECT i.*, h.municipality, h.civil_status,
      (SELECT min(g.day) FROM gone g WHERE g.pnr = i.pnr AND g.day >= i.date) AS gone_on
    FROM incident i LEFT JOIN home h USING (pnr, period)`);
}
