import {text} from "../engine/session.js";
import {professionColumn, roundColumn, statusColumn, type Table} from "./table.js";

/** Mean age by profession and sex; `all` pools every form but the telephone ones. */
export const means: Table = {
  name: "means",
  title: "Gennemsnit",
  columns: [
    {name: "subject", type: "VARCHAR", meaning: "Hvad der er gennemsnit af; audit_age: alder i år"},
    roundColumn,
    {...professionColumn, meaning: "Faggruppe (skema); all: alle skemaer undtagen telefon"},
    {name: "sex", type: "VARCHAR", meaning: "Køn: female, male, missing (ikke oplyst), all (alle)"},
    {name: "mean", type: "DOUBLE", meaning: "Gennemsnit", unit: "år"},
    {name: "n", type: "INTEGER", meaning: "Registreringer med kendt værdi", unit: "registreringer", counts: "registrations"},
    statusColumn
  ],
  rows: ({session, codebook}) => {
    const telephone = codebook.professions.filter((p) => p.telephoneOf).map((p) => text(p.id));
    return session.rows(`
      WITH known AS (FROM age_counts WHERE age IS NOT NULL),
      pooled AS (
        FROM known
        UNION ALL SELECT round, 'all', sex, age, n FROM known ${telephone.length ? `WHERE profession NOT IN (${telephone})` : ""}
      )
      SELECT 'audit_age' AS subject, round, profession, coalesce(sex, 'all') AS sex,
        sum(age * n) / sum(n)::DOUBLE AS mean, sum(n)::INTEGER AS n, 'shown' AS status
      FROM pooled
      GROUP BY GROUPING SETS ((round, profession, sex), (round, profession))
      ORDER BY ALL`);
  }
};
