import {where, type Group} from "../counted/group.js";
import {agesMean, registrationsOf} from "../sums/audit.js";
import type {Row} from "../../engine/session.js";
import {means} from "../means.js";
import {knownAges} from "../knownAges.js";
import type {AuditModels, Table} from "../table.js";

const ofSex = (row: Row): Group => ({
  ...where(registrationsOf(row), {sex: row.sex === "all" ? "known" : (row.sex as string)}),
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
  rows: ({session, codebook}) =>
    session.rows(`
      SELECT 'audit_age' AS subject, round, NULL AS period, profession, coalesce(sex, 'all') AS sex,
        sum(age * n) / sum(n)::DOUBLE AS mean, sum(n)::INTEGER AS n, 'shown' AS status
      FROM ${knownAges(codebook)}
      GROUP BY GROUPING SETS ((round, profession, sex), (round, profession))
      ORDER BY ALL`)
};
