import {text, type Session} from "../../engine/session.js";
import type {RegisterAssumptions} from "./assumptions.js";
import {chosen, dayAround} from "./drawSql.js";

/**
 * Creates the table `visits`: every hospital contact, with how it is coded. `seq` numbers a person's
 * contacts: up to 14 in the year after the index date, then those that the rules leave out.
 */
export async function createVisits(session: Session, assumptions: RegisterAssumptions): Promise<void> {
  const {span, dirt} = assumptions;
  const [from, to] = [`DATE ${text(span.contacts_from)}`, `DATE ${text(span.to)}`];
  const inReach = `date BETWEEN ${from} AND ${to}`;
  const share = (purpose: string, part: number) => `kind = 'index' AND fate IS NULL AND ${chosen(purpose, part)}`;
  const others =
    "CASE floor(u(person, 'disease') * 6) WHEN 0 THEN 'DM170' WHEN 1 THEN 'DI109' WHEN 2 THEN 'DE119' WHEN 3 THEN 'DS800' WHEN 4 THEN 'DJ189' ELSE 'DR104' END";
  const visit = (seq: string, date: string, code: string, type: string, system = "'LPR3'") =>
    `person, pnr, kind, ${seq} AS seq, ${date} AS date, ${code} AS code, ${type} AS type, ${system} AS system, area, region, specialty, contacts, last_specialty`;
  await session.run(`
    CREATE OR REPLACE TEMP TABLE visits AS
    WITH counted AS (
      SELECT *,
        CASE WHEN contacts = 6 THEN 6 + floor(7 * pow(u(person, 'more'), 2))::INTEGER ELSE contacts END AS total,
        0.35 + 0.65 * u(person, 'pace') AS pace
      FROM people WHERE kind = 'index'
    ),
    numbered AS (SELECT *, unnest(range(1, total + 1)) AS k FROM counted),
    back AS (
      SELECT ${visit(
        "k::INTEGER",
        "CASE WHEN k = 1 THEN seen_on ELSE (seen_on + 2 + floor((k - 2 + 0.8 * u(person * 16 + k, 'gap')) * 340 * pace / (total - 1))::INTEGER)::DATE END",
        "CASE WHEN k > 1 AND u(person * 16 + k, 'code') < 0.15 THEN 'DM545' ELSE diagnosis END",
        `CASE WHEN k > 1 AND u(person * 16 + k, 'virtual') < ${assumptions.virtual} THEN 'ALCA03' ELSE 'ALCA00' END`
      )} FROM numbered
    ),
    prevalent AS (
      SELECT *, 200 + floor(u(person, 'step') * 400)::INTEGER AS step FROM people WHERE kind = 'prevalent'
    ),
    again AS (SELECT *, unnest(range(0, (${to} - seen_on) // step + 1)) AS k FROM prevalent),
    beside AS (
      SELECT ${visit("20", dayAround("after_a_year", 380, 500), "diagnosis", "'ALCA00'")} FROM people WHERE ${share("after a year", assumptions.after_a_year)}
      UNION ALL SELECT ${visit("21", dayAround("phone", -200, 300), "diagnosis", "'ALCA10'")} FROM people WHERE ${share("phones", assumptions.phone)}
      UNION ALL SELECT ${visit("22", dayAround("other", -500, 500), others, "'ALCA00'")} FROM people WHERE ${share("others", assumptions.other_disease)}
      UNION ALL SELECT ${visit("23", "seen_on", "'DM549'", "'ALCA00'", "CASE WHEN u(person, 'old') < 0.5 THEN 'LPR2' ELSE 'MiniPAS' END")}
        FROM people WHERE ${share("copied", dirt.other_system)}
      UNION ALL SELECT ${visit("24", dayAround("earlier", -600, -100), "'DM545'", "'ALCA00'", "'LPR2'")} FROM people WHERE ${share("unknown", dirt.earlier_other_system)}
      UNION ALL SELECT ${visit("(1 + k)::INTEGER", "(seen_on + (k * step)::INTEGER)::DATE", "'DM545'", "'ALCA00'")} FROM again
      UNION ALL SELECT ${visit("1", "seen_on", codeOfOthers(others), "'ALCA00'", "CASE WHEN kind = 'other_system' THEN CASE WHEN u(person, 'old') < 0.5 THEN 'LPR2' ELSE 'MiniPAS' END ELSE 'LPR3' END")}
        FROM people WHERE kind NOT IN ('index', 'prevalent', 'no_hospital')
      UNION ALL SELECT ${visit("2", dayAround("second", 3, 25), codeOfOthers(others), "'ALCA00'")} FROM people WHERE kind IN ('other_diagnosis', 'minor')
    ),
    everything AS (FROM back UNION ALL (FROM beside WHERE ${inReach})),
    placed AS (
      SELECT * EXCLUDE (area, region, specialty, contacts, last_specialty), region AS home,
        ${specialtyOfVisit} AS specialty, area AS first_area
      FROM everything
    ),
    located AS (
      SELECT *, CASE WHEN specialty = 'private' THEN 'private' WHEN seq = 1 AND first_area = 'unknown' THEN 'unknown'
        WHEN first_area IS NULL OR first_area IN ('private', 'unknown') THEN home ELSE first_area END AS area
      FROM placed
    )
    SELECT person, pnr, kind, seq, date, v.code, type, system, v.specialty, v.area,
      CASE WHEN v.area = 'unknown' THEN printf('%d', 990000000016003 + person % 7) ELSE d.code END AS department,
      coalesce(d.main, CASE v.specialty
        WHEN 'acute' THEN 'Akutmedicin' WHEN 'surgery' THEN 'Ortopædisk kirurgi' ELSE 'Reumatologi' END) AS main,
      d.region AS region,
      printf('%018d', 310000000000000000 + person * 1000 + seq) AS contact,
      printf('%018d', 520000000000000000 + person * 10) AS course
    FROM located v
    LEFT JOIN units d ON d.area = v.area AND d.specialty = v.specialty AND d.place = hash(person, seq // 5) % d.choices
    ORDER BY person, seq`);
}

/**
 * An index patient moves once, if at all, from the first specialty to the last; the seventh
 * contact and on are as the sixth.
 */
const specialtyOfVisit = `CASE
  WHEN kind <> 'index' OR specialty IS NULL
    THEN CASE floor(u(person, 'specialty') * 4)
      WHEN 0 THEN 'acute' WHEN 1 THEN 'medicine' WHEN 2 THEN 'surgery' ELSE 'private' END
  WHEN seq = 1 OR seq IN (21, 22, 23, 24) THEN specialty
  WHEN seq > 14 THEN last_specialty
  WHEN seq >= 2 + floor(u(person, 'switch') * (contacts - 1)) THEN last_specialty ELSE specialty END`;

/** What those are coded with whom the rules leave out. */
function codeOfOthers(other: string): string {
  return `CASE kind WHEN 'other_diagnosis' THEN ${other}
    WHEN 'referral_only' THEN ${other} WHEN 'add_on_only' THEN ${other}
    WHEN 'excluded_diagnosis'
      THEN CASE floor(u(person, 'excluded') * 4)
        WHEN 0 THEN 'DM459' WHEN 1 THEN 'DM464' WHEN 2 THEN 'DM485' ELSE 'DM545' END
    ELSE 'DM545' END`;
}
