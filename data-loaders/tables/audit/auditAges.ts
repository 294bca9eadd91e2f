import {sexesOfAudit} from "../../../src/domain/audit.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {isAbout, where} from "../counted/group.js";
import {registrationsOf} from "../sums/audit.js";
import {professionColumn, roundColumn, statusColumn, type AuditModels, type Table} from "../table.js";

/**
 * Age bands by sex, as share of those with a known age. Where forms that were not filled in are protected, both sexes
 * are counted together: those without a sex would else be hidden nearly everywhere, and a band of each sex with them.
 */
export const table: Table<AuditModels> = {
  name: "audit_ages",
  title: "Alder og køn i auditten",
  place: 30,
  columns: [
    roundColumn,
    professionColumn,
    {
      name: "sex",
      type: "VARCHAR",
      meaning: `Køn; ${inDanish(sexesOfAudit)}`,
      english: `Sex: ${inEnglish(sexesOfAudit)}`
    },
    {
      name: "age_band",
      type: "VARCHAR",
      meaning: "Aldersgruppe i år; 17: under 18; missing: alder ikke oplyst",
      english: "Age band in years; 17: under 18; missing: age not stated"
    },
    {
      name: "n",
      type: "INTEGER",
      meaning: "Registreringer i aldersgruppen",
      english: "Registrations in the age band",
      unit: "registreringer",
      counts: "registrations"
    },
    {
      name: "total",
      type: "INTEGER",
      meaning: "Registreringer af kønnet med kendt alder",
      english: "Registrations of the sex with a known age",
      unit: "registreringer",
      counts: "registrations"
    },
    {
      name: "percent",
      type: "DOUBLE",
      meaning: "Andel af dem med kendt alder",
      english: "Share of those with a known age",
      unit: "%"
    },
    statusColumn
  ],
  protection: (_, {protectMissing}) => ({
    counts: (row) => {
      const ofSex = where(registrationsOf(row), {sex: row.sex === "all" ? undefined : (row.sex as string)});
      // Those of unknown age are no part of those with a known one, and may be more.
      const of = {column: "total", group: {...ofSex, age: "known"}, apart: row.age_band === "missing"};
      return [{column: "n", group: {...ofSex, age: row.age_band as string}, of}];
    },
    covers: (group) => isAbout(group, ["round", "profession", ...(protectMissing ? [] : ["sex?"]), "age"])
  }),
  rows: ({session, protectMissing}) =>
    session.rows(`
      WITH counted AS (
        SELECT round, profession, sex,
          CASE
            WHEN age IS NULL THEN 'missing'
            WHEN age < 18 THEN '17'
            WHEN age < 30 THEN '18-29'
            WHEN age >= 80 THEN '80+'
            ELSE (age // 10 * 10)::VARCHAR || '-' || (age // 10 * 10 + 9)::VARCHAR
          END AS age_band,
          sum(n)::INTEGER AS n
        FROM age_counts GROUP BY ALL
      ),
      by_sex AS (
        FROM counted ${protectMissing ? "WHERE false" : ""} UNION ALL SELECT round, profession, 'all', age_band, sum(n)::INTEGER FROM counted GROUP BY ALL
      ),
      -- Every sex shows every band, so that an empty one is a true zero; under 18 only where somebody is.
      bands(age_band) AS (
        VALUES ('18-29'), ('30-39'), ('40-49'), ('50-59'), ('60-69'), ('70-79'), ('80+'), ('missing')
        UNION SELECT age_band FROM counted
      ),
      filled AS (
        SELECT round, profession, sex, age_band, coalesce(n, 0)::INTEGER AS n
        FROM (SELECT DISTINCT round, profession, sex FROM by_sex) CROSS JOIN bands
          LEFT JOIN by_sex USING (round, profession, sex, age_band)
      )
      SELECT *, coalesce(sum(n) FILTER (age_band <> 'missing') OVER same_sex, 0)::INTEGER AS total,
        CASE WHEN age_band <> 'missing' AND sum(n) FILTER (age_band <> 'missing') OVER same_sex > 0
          THEN 100.0 * n / sum(n) FILTER (age_band <> 'missing') OVER same_sex END::DOUBLE AS percent,
        CASE WHEN n = 0 THEN 'none' ELSE 'shown' END AS status
      FROM filled
      WINDOW same_sex AS (PARTITION BY round, profession, sex)
      ORDER BY round, profession, sex, age_band`)
};
