import {where, type Group} from "../counted/group.js";
import {agesMean, registrationsOf} from "../sums/audit.js";
import {text, type Row} from "../../engine/session.js";
import {means} from "../means.js";
import type {AuditModels, Table} from "../table.js";

const ofSex = (row: Row): Group => ({
  ...where(registrationsOf(row), {sex: row.sex === "all" ? undefined : (row.sex as string)}),
  age: "known"
});

/**
 * Mean age by profession and sex; `all` pools every form but the telephone ones. The mean of
 * few says too much of how many are in each age band.
 */
export const table: Table<AuditModels> = {
  ...means,
  place: 60,
  protection: (_, {smallestMean}) => ({
    counts: (row) => [{column: "n", group: ofSex(row)}],
    isWithheld: (row) => (row.n as number) < smallestMean,
    states: (rows) =>
      rows
        .filter((row) => (row.n as number) >= smallestMean)
        .flatMap((row) => agesMean(ofSex(row), row.mean as number | null))
  }),
  rows: ({session, codebook}) => {
    const telephone = codebook.professions.filter((p) => p.telephoneOf).map((p) => text(p.id));
    return session.rows(`
      WITH known AS (SELECT round, profession, sex, age, n FROM age_counts WHERE age IS NOT NULL),
      pooled AS (
        FROM known
        UNION ALL SELECT round, 'all', sex, age, n FROM known ${telephone.length ? `WHERE profession NOT IN (${telephone})` : ""}
      )
      SELECT 'audit_age' AS subject, round, NULL AS period, profession, coalesce(sex, 'all') AS sex,
        sum(age * n) / sum(n)::DOUBLE AS mean, sum(n)::INTEGER AS n, 'shown' AS status
      FROM pooled
      GROUP BY GROUPING SETS ((round, profession, sex), (round, profession))
      ORDER BY ALL`);
  }
};
