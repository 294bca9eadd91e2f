import type {Making} from "./making.js";

/** Writes contacts, diagnoses and organisations in the shape of LPR_F: semicolon CSV in Latin-1. */
export async function writeLpr({assumptions, delivery}: Making): Promise<void> {
  const {dirt} = assumptions;
  const contacts = `
    SELECT contact AS dw_ek_kontakt, course AS dw_ek_forloeb, pnr AS cpr, date AS dato_start,
      printf('%02d:%02d:00', (7 + u(person * 100 + seq, 'hour') * 11)::INTEGER,
        (u(person * 100 + seq, 'minute') * 59)::INTEGER) AS tidspunkt_start,
      date AS dato_slut, '18:30:00' AS tidspunkt_slut, code AS aktionsdiagnose, 'ALAA01' AS kontaktaarsag,
      type AS kontakttype,
      CASE specialty WHEN 'acute' THEN 'ATA1' ELSE 'ATA3' END AS prioritet, department AS sorenhed_ans,
      CASE area WHEN 'private' THEN 'privathospital' ELSE 'afdeling' END AS enhedstype_ans,
      main AS hovedspeciale_ans, coalesce(region, '') AS region_ans, system AS lprindberetningssystem, person, seq
    FROM visits`;
  await delivery.csv("lpr_contacts", "lpr_f_kontakter", twice("person * 100 + seq", dirt.duplicate, contacts));
  // A contact delivered again with a later end: the same contact, not another one.
  await delivery.csv(
    "lpr_contacts",
    "lpr_f_kontakter_rettelser",
    `
    SELECT * EXCLUDE (person, seq) REPLACE ((dato_slut + 1)::DATE AS dato_slut) FROM (${contacts})
    WHERE u(person * 100 + seq, 'late') < ${dirt.late_correction}`
  );
  await delivery.csv(
    "lpr_diagnoses",
    "lpr_f_diagnoser",
    twice(
      "hash(person * 100 + seq, diagnosekode, diagnosetype)",
      dirt.duplicate,
      `
    SELECT contact AS dw_ek_kontakt, d.code AS diagnosekode, d.type AS diagnosetype, d.revoked AS senere_afkraeftet,
      d.parent AS diagnosekode_parent, CASE WHEN d.parent <> '' THEN 'A' ELSE '' END AS diagnosetype_parent,
      system AS lprindberetningssystem, person, seq
    FROM (SELECT *, unnest(${diagnosesOf(dirt.corrected)}) AS d FROM visits) v
    WHERE d.code IS NOT NULL`
    )
  );
  await delivery.csv("lpr_organisations", "lpr_f_organisationer", "FROM organisations");
}

/** Everything once, and a few rows once more, word for word. */
function twice(key: string, share: number, rows: string): string {
  return `SELECT * EXCLUDE (person, seq, times) FROM (
    SELECT *, unnest(range(CASE WHEN u(${key}, 'duplicate') < ${share} THEN 2 ELSE 1 END)) AS times FROM (${rows}))`;
}

/**
 * Diagnosis rows of a contact: the action diagnosis; often a referral or secondary one and an
 * add-on for the side. A corrected diagnosis leaves its first version behind, revoked. Some
 * people have back pain only as a revoked, referral or add-on code.
 */
function diagnosesOf(corrected: number): string {
  const row = (code: string, type: string, revoked = "'Nej'", parent = "''") =>
    `{code: ${code}, type: ${type}, revoked: ${revoked}, parent: ${parent}}`;
  const when = (condition: string, code: string) => `CASE WHEN ${condition} THEN ${code} END`;
  const v = "person * 100 + seq";
  return `[
    ${row("code", "'A'", "CASE WHEN kind = 'revoked' THEN 'Ja' ELSE 'Nej' END")},
    ${row(when("kind = 'revoked'", "'DR529'"), "'A'")},
    ${row(when(`kind = 'index' AND seq < 15 AND u(${v}, 'corrected') < ${corrected}`, "CASE WHEN starts_with(code, 'DM51') THEN 'DM549' ELSE 'DM511' END"), "'A'", "'Ja'")},
    ${row(when(`kind = 'index' AND u(${v}, 'referral') < 0.3`, "CASE WHEN u(person, 'referred') < 0.7 THEN 'DM549' ELSE 'DC795' END"), "'H'")},
    ${row(when("kind = 'referral_only'", "'DM545'"), "'H'")},
    ${row(when(`kind = 'index' AND u(${v}, 'secondary') < 0.2`, "CASE floor(u(person, 'second') * 3) WHEN 0 THEN 'DI109' WHEN 1 THEN 'DE119' ELSE 'DF329' END"), "'B'")},
    ${row(when("kind = 'excluded_diagnosis' AND code = 'DM545'", "CASE WHEN u(person, 'why') < 0.5 THEN 'DC795' ELSE 'DM469' END"), "'B'")},
    ${row(when(`kind = 'index' AND u(${v}, 'side') < 0.1`, "'TUL1'"), "'+'", "'Nej'", "code")},
    ${row(when("kind = 'add_on_only'", "'DM545'"), "'+'", "'Nej'", "code")}
  ]`;
}
