import type {Session} from "../../../../data-loaders/engine/session.js";

/**
 * Adds to the recounted patients what became of them, straight from the written files: the
 * table `courses` with contacts in the year, strong analgesics before and after, employment a
 * year before and after, surgery and preceding primary care.
 */
export async function recountIndicators(session: Session): Promise<void> {
  await session.run(`
    CREATE TEMP TABLE steps AS
    SELECT p.period, p.pnr, p.specialty AS first_specialty, s.specialty,
      row_number() OVER (PARTITION BY p.period, p.pnr ORDER BY s.date) AS nth
    FROM patients p JOIN sorted s ON s.pnr = p.pnr AND s.date BETWEEN p.date AND p.date + INTERVAL 1 YEAR;

    CREATE TEMP TABLE strong AS
    SELECT pnr, eksd::DATE AS date, atc, any_value(recu) AS recu,
      CASE WHEN starts_with(atc, 'N02A') THEN 'opioid' ELSE 'neuropathic' END AS type
    FROM raw_lmdb WHERE regexp_matches(atc, '^(N02A|N02BF01|N02BF02|N03AX12|N03AX16|N06AA09)')
    GROUP BY pnr, eksd, atc HAVING sum(CASE WHEN korr = '1' THEN -abs(apk) ELSE apk END) > 0;

    CREATE TEMP TABLE medicine AS
    WITH types AS (
      SELECT p.period, p.pnr,
        string_agg(DISTINCT s.type, '+' ORDER BY s.type)
          FILTER (s.date >= p.date - INTERVAL 3 MONTH AND s.date < p.date) AS before,
        string_agg(DISTINCT s.type, '+' ORDER BY s.type) FILTER (s.date BETWEEN p.date + 90 AND p.date + 180) AS after,
        arg_min({recu: s.recu, date: s.date}, s.date) FILTER (s.date BETWEEN p.date + 90 AND p.date + 180) AS first
      FROM patients p JOIN strong s USING (pnr) GROUP BY ALL
    )
    SELECT t.period, t.pnr, before, after, d.sector FROM types t
      LEFT JOIN raw_prescribers d ON d.recu = t.first.recu
        AND t.first.date BETWEEN d.valid_from::DATE AND coalesce(nullif(d.valid_to, '')::DATE, DATE '9999-12-31');

    CREATE TEMP TABLE operated AS
    WITH course AS (
      SELECT DISTINCT cpr AS pnr, dw_ek_forloeb FROM raw_lpr_contacts WHERE lprindberetningssystem = 'LPR3'
    )
    SELECT DISTINCT p.period, p.pnr FROM patients p JOIN course USING (pnr)
    JOIN raw_lpr_surgical_procedures o USING (dw_ek_forloeb)
    WHERE o.lprindberetningssystem = 'LPR3' AND o.proceduretype <> '+'
      AND regexp_matches(o.procedurekode, '^(KABC|KNAG[3-7])')
      AND o.dato_start::DATE BETWEEN p.date AND p.date + INTERVAL 1 YEAR;

    CREATE TEMP TABLE guided AS
    WITH service AS (
      SELECT pnr, speciale, ydlant,
        strptime('20' || left(honuge, 2) || '-' || right(honuge, 2) || '-1', '%G-%V-%u')::DATE AS monday
      FROM raw_sssy
      WHERE barnmak = '0' AND regexp_matches(speciale,
        '^(51011[0-3]|51012[0-3]|(53|64)(101[567]|103[567]|104[0-6]|105[0-6]|106[0-5]|201[345]|2020))$')
    )
    SELECT p.period, p.pnr FROM patients p JOIN service s USING (pnr)
    WHERE monday >= p.date - INTERVAL 6 MONTH AND monday + 6 < p.date GROUP BY ALL HAVING sum(ydlant) > 0`);
  await recountEmployment(session);
  await session.run(`
    CREATE TEMP TABLE courses AS
    SELECT p.*, m.before, m.after, m.sector, e.degree_before, e.degree_after, e.benefit, o.pnr IS NOT NULL AS operated,
      g.pnr IS NOT NULL AS guided,
      (SELECT count(*) FROM steps s WHERE s.pnr = p.pnr AND s.period = p.period) AS contacts
    FROM patients p LEFT JOIN medicine m USING (period, pnr) LEFT JOIN employment e USING (period, pnr)
      LEFT JOIN operated o USING (period, pnr) LEFT JOIN guided g USING (period, pnr)`);
}

/** The months a year before and after, read from the wide rows column by column. */
async function recountEmployment(session: Session): Promise<void> {
  const columns = await session.rows<{column_name: string}>("DESCRIBE raw_dream");
  const names = columns.map((c) => c.column_name);
  const months = names.filter((name) => name.startsWith("beskgrad_"));
  const weeks = names.filter((name) => name.startsWith("y_"));
  await session.run(`
    CREATE TEMP TABLE asked AS SELECT d.* FROM raw_dream d SEMI JOIN patients p USING (pnr);
    CREATE TEMP TABLE degrees AS
    SELECT pnr, strptime(right(month, 7), '%Y_%m')::DATE AS month, degree FROM (UNPIVOT (SELECT pnr, ${months.join(", ")} FROM asked) ON COLUMNS(* EXCLUDE (pnr)) INTO NAME month VALUE degree);
    -- A day is read of each week once, not of each of millions of codes.
    CREATE TEMP TABLE mondays AS
    SELECT week, strptime('20' || substr(week, 3, 2) || '-' || substr(week, 5, 2) || '-1', '%G-%V-%u')::DATE AS monday
    FROM (SELECT unnest([${weeks.map((week) => `'${week}'`).join(", ")}]) AS week);
    CREATE TEMP TABLE benefits AS
    SELECT pnr, monday, code::INTEGER AS code
    FROM (UNPIVOT (SELECT pnr, ${weeks.join(", ")} FROM asked) ON COLUMNS(* EXCLUDE (pnr)) INTO NAME week VALUE code)
      JOIN mondays USING (week)
    WHERE code BETWEEN 111 AND 118 OR code BETWEEN 130 AND 149 OR code BETWEEN 740 AND 784 OR code BETWEEN 870 AND 878
      OR code BETWEEN 890 AND 899;
    CREATE TEMP TABLE employment AS
    SELECT p.period, p.pnr,
      (SELECT max(degree) FROM degrees d
        WHERE d.pnr = p.pnr AND d.month = date_trunc('month', p.date - INTERVAL 1 YEAR)) AS degree_before,
      (SELECT max(degree) FROM degrees d
        WHERE d.pnr = p.pnr AND d.month = date_trunc('month', p.date + INTERVAL 1 YEAR)) AS degree_after,
      EXISTS (FROM benefits b
        WHERE b.pnr = p.pnr
          AND date_trunc('month', b.monday) = date_trunc('month', p.date + INTERVAL 1 YEAR)) AS benefit
    FROM patients p`);
}
