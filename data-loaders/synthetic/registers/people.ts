import {cumsum} from "d3-array";
import {text} from "../../engine/session.js";
import {inProportion} from "./apportion.js";
import type {Making} from "./making.js";

/** Who the rules leave out, and when they are seen, as days of the delivery. */
type Kind = keyof Making["assumptions"]["others"];

/**
 * Creates the table `people`: the cohort, the people whom the rules leave out, and at scale K
 * everybody K times. `person` is theirs alone, `kind` is `index` for the cohort, `seen_on`
 * the index date or the day on which the others are seen.
 */
export async function createPeople({session, plans, assumptions, seed, scale}: Making): Promise<void> {
  const {span, others} = assumptions;
  const [first, last] = [plans[0]!.start, plans.at(-1)!.end];
  const whenSeen: Record<Kind, [string, string]> = {
    // First seen before the periods, at least once in every two years from then on.
    prevalent: [span.contacts_from, first],
    before_periods: [span.contacts_from, first],
    after_periods: [last, span.to],
    other_diagnosis: [span.contacts_from, span.to],
    no_hospital: [first, last],
    excluded_diagnosis: [first, last],
    minor: [first, last],
    other_system: [first, last],
    revoked: [first, last],
    referral_only: [first, last],
    add_on_only: [first, last]
  };
  const kinds = (Object.entries(whenSeen) as [Kind, [string, string]][]).map(
    ([kind, [from, to]]) => `(${text(kind)}, ${others[kind]}, DATE ${text(from)}, DATE ${text(to)})`
  );
  const municipalities = plans.at(-1)!.municipalities;
  const adults = municipalities.map((m) => m.adults);
  const upto = Array.from(cumsum(inProportion(1_000_000, adults)));
  const homes = municipalities.map((m, i) => `(${text(m.code)}, ${text(m.region)}, ${upto[i - 1] ?? 0}, ${upto[i]})`);
  await session.run(`
    CREATE OR REPLACE TEMP TABLE others AS
    WITH kinds AS (FROM (VALUES ${kinds.join(", ")}) k(kind, n, from_date, to_date)),
    drawn AS (
      SELECT (SELECT count(*) FROM cohort) + row_number() OVER (ORDER BY kind, r) AS id, kind,
        -- Evenly over the days between the two, so that a delivery spans what it says.
        (from_date + 1 + floor(r * (to_date - from_date - 1) / n)::INTEGER)::DATE AS seen_on
      FROM (SELECT *, unnest(range(n)) AS r FROM kinds)
    ),
    aged AS (
      SELECT *,
        CASE WHEN kind = 'minor' THEN 8 + floor(u(id, 'age') * 9)
          ELSE 18 + floor(75 * pow(u(id, 'age'), 0.9)) END::INTEGER AS age,
        floor(u(id, 'home') * 1e6) AS place
      FROM drawn
    )
    SELECT id, kind, seen_on, age, municipality, region,
      CASE WHEN u(id, 'sex') < 0.53 THEN 'female' ELSE 'male' END AS sex,
      CASE WHEN u(id, 'status') < 0.48 THEN 'G' WHEN u(id, 'status') < 0.75 THEN 'U'
        WHEN u(id, 'status') < 0.92 THEN 'F' ELSE 'E' END AS civil_status,
      ((seen_on - to_years(age)) - to_days(60 + floor(u(id, 'born') * 240)::INTEGER))::DATE AS born,
      CASE WHEN kind <> 'prevalent' AND u(id, 'gone') < 0.03
        THEN least((seen_on + 30 + floor(u(id, 'gone_on') * 700)::INTEGER)::DATE, DATE ${text(span.to)}) END AS gone_on,
      CASE WHEN u(id, 'fate') < 0.8 THEN 'died' ELSE 'left' END AS fate
    FROM aged JOIN (VALUES ${homes.join(", ")}) h(municipality, region, above, upto) ON place >= above AND place < upto;

    CREATE OR REPLACE TEMP TABLE base AS
    SELECT 'index' AS kind, index_date AS seen_on, * EXCLUDE (index_date) FROM cohort
    UNION ALL BY NAME
    SELECT * EXCLUDE (fate), CASE WHEN gone_on IS NOT NULL THEN fate END AS fate FROM others;
    DROP TABLE others;`);
  const [size] = await session.rows<{n: number}>("SELECT count(*) AS n FROM base");
  await session.run(`
    CREATE OR REPLACE TEMP TABLE people AS
    SELECT *, printf('%012d', (person * 715827883 + ${seed} * 104729) % 999999999989) AS pnr
    FROM (SELECT *, id + copy * ${size!.n} AS person FROM (SELECT *, unnest(range(${scale})) AS copy FROM base))
    ORDER BY person;
    DROP TABLE base`);
}
