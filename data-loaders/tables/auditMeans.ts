import {where, type Group} from "./counted/group.js";
import {agesMean, registrationsOf} from "./sums/audit.js";
import {text, type Row} from "../engine/session.js";
import {contributionColumns, withContribution} from "./contributionColumns.js";
import {means} from "./means.js";
import type {AuditModels, Table} from "./table.js";

const ofSex = (row: Row): Group => ({
  ...where(registrationsOf(row), {sex: row.sex === "all" ? undefined : (row.sex as string)}),
  age: "known"
});

/**
 * Mean age by profession and sex; `all` pools every form but the telephone ones. The mean of
 * few says too much of how many are in each age band.
 */
export const auditMeans: Table<AuditModels> = {
  ...means,
  columns: [...means.columns, ...contributionColumns()],
  protection: (_, {smallestMean}) => ({
    counts: (row) => [withContribution({column: "n", group: ofSex(row)}, row)],
    isWithheld: (row) => (row.n as number) < smallestMean,
    states: (rows) =>
      rows
        .filter((row) => (row.n as number) >= smallestMean)
        .flatMap((row) => agesMean(ofSex(row), row.mean as number | null))
  }),
  rows: ({session, codebook}) => {
    const telephone = codebook.professions.filter((p) => p.telephoneOf).map((p) => text(p.id));
    return session.rows(`
      WITH known AS (SELECT round, profession, profession || '/' || participant_no AS participant, sex, age, n FROM age_counts WHERE age IS NOT NULL),
      pooled AS (
        FROM known
        UNION ALL SELECT round, 'all', participant, sex, age, n FROM known ${telephone.length ? `WHERE profession NOT IN (${telephone})` : ""}
      ),
      by_participant AS (
        SELECT round, profession, participant, coalesce(sex, 'all') AS sex, sum(age * n) AS years, sum(n) AS n
        FROM pooled
        GROUP BY GROUPING SETS ((round, profession, participant, sex), (round, profession, participant))
      )
      SELECT 'audit_age' AS subject, round, NULL AS period, profession, sex, sum(years) / sum(n)::DOUBLE AS mean, sum(n)::INTEGER AS n,
        count(*)::INTEGER AS participants_of_n, max(n)::INTEGER AS largest_of_n, 'shown' AS status
      FROM by_participant
      GROUP BY round, profession, sex
      ORDER BY ALL`);
  }
};
