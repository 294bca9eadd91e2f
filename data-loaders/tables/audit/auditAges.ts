import {sexesOfAudit} from "../../../src/domain/audit.js";
import {inDanish, inEnglish} from "../../../src/domain/words.js";
import {isAbout, share, where} from "../counted/group.js";
import {registrationsOf} from "../sums/audit.js";
import {knownAges} from "../knownAges.js";
import {professionColumn, roundColumn, statusColumn, type AuditModels, type Table} from "../table.js";

const {female, male} = sexesOfAudit;
const knownSexes = {female, male};

/** Age bands by sex, as share of those whose sex and age are known; `all` pools every form but the telephone ones. */
export const table: Table<AuditModels> = {
  name: "audit_ages",
  title: "Alder og køn i auditten",
  place: 30,
  columns: [
    roundColumn,
    {
      ...professionColumn,
      meaning: `${professionColumn.meaning}; all: alle skemaer undtagen telefon`,
      english: `${professionColumn.english}; all: every form but the telephone ones`
    },
    {
      name: "sex",
      type: "VARCHAR",
      meaning: `Køn; ${inDanish(knownSexes)}`,
      english: `Sex: ${inEnglish(knownSexes)}`
    },
    {
      name: "age_band",
      type: "VARCHAR",
      meaning: "Aldersgruppe i år; 17: under 18",
      english: "Age band in years; 17: under 18"
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
  protection: () => ({
    counts: (row) => {
      const ofSex = where(registrationsOf(row), {sex: row.sex as string});
      return [share("n", {...ofSex, age: row.age_band as string}, "total", {...ofSex, age: "known"})];
    },
    covers: (group) =>
      group.sex !== "known" && group.age !== "missing" && isAbout(group, ["round", "profession?", "sex", "age"])
  }),
  rows: ({session, codebook}) =>
    session.rows(`
      WITH counted AS (
        SELECT round, profession, sex,
          CASE
            WHEN age < 18 THEN '17'
            WHEN age < 30 THEN '18-29'
            WHEN age >= 80 THEN '80+'
            ELSE (age // 10 * 10)::VARCHAR || '-' || (age // 10 * 10 + 9)::VARCHAR
          END AS age_band,
          n
        FROM ${knownAges(codebook)}
      ),
      -- Every sex shows every band, so that an empty one is a true zero; under 18 only where somebody is.
      bands(age_band) AS (
        VALUES ('18-29'), ('30-39'), ('40-49'), ('50-59'), ('60-69'), ('70-79'), ('80+')
        UNION SELECT age_band FROM counted
      ),
      filled AS (
        SELECT round, profession, sex, age_band, coalesce(sum(n), 0)::INTEGER AS n
        FROM (SELECT DISTINCT round, profession, sex FROM counted) CROSS JOIN bands
          LEFT JOIN counted USING (round, profession, sex, age_band)
        GROUP BY ALL
      )
      SELECT *, sum(n) OVER same_sex::INTEGER AS total, (100.0 * n / sum(n) OVER same_sex)::DOUBLE AS percent,
        CASE WHEN n = 0 THEN 'none' ELSE 'shown' END AS status
      FROM filled
      WINDOW same_sex AS (PARTITION BY round, profession, sex)
      ORDER BY round, profession, sex, age_band`)
};
