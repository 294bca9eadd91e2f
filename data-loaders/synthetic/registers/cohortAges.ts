import {sum} from "d3-array";
import {inProportion} from "./apportion.js";
import type {Making} from "./making.js";
import {assign} from "./quotas.js";

const groups = ["young", "working", "older"] as const;

/** Age groups with exact numbers, then whole years within each so that the printed means come out. */
export async function assignAges({session, plans, assumptions}: Making): Promise<void> {
  const {working, young, older} = assumptions.ages;
  const counts = await session.rows<{period: number; fate: string; employed: boolean; n: number}>(
    "SELECT period, coalesce(fate, 'stays') AS fate, employed, count(*) AS n FROM cohort GROUP BY ALL"
  );
  await session.run("CREATE OR REPLACE TEMP TABLE cohort AS SELECT *, coalesce(fate, 'stays') AS staying FROM cohort");
  const quotas = plans.flatMap((plan, p) => {
    const size = (fate: string, employed: boolean) =>
      counts.find((c) => c.period === p && c.fate === fate && c.employed === employed)?.n ?? 0;
    const parts = (["died", "left", "late"] as const).map((fate) => {
      const shares = fate === "late" ? {young: 0, working: 0, older: 1} : assumptions.fate_ages[fate];
      return {
        fate,
        numbers: inProportion(
          size(fate, false),
          groups.map((g) => shares[g])
        )
      };
    });
    const wanted = [
      Math.round(plan.patients * young.share),
      Math.round(plan.patients * working.share) - size("stays", true),
      0
    ];
    wanted[2] = size("stays", false) + sum(parts, (part) => sum(part.numbers)) - wanted[0]! - wanted[1]!;
    const rest = wanted.map((n, g) => n - sum(parts, (part) => part.numbers[g]!));
    return [...parts, {fate: "stays", numbers: rest}]
      .flatMap(({fate, numbers}) => groups.map((value, g) => ({within: [p, fate, false], value, n: numbers[g]!})))
      .concat({within: [p, "stays", true], value: "working", n: size("stays", true)});
  });
  await assign(session, {column: "age_group", within: ["period", "staying", "employed"], quotas});
  // Within a group ages thin out evenly: a power of the rank whose mean is the wanted one.
  // Whole years lie half a year lower.
  const power = (mean: number, from: number, years: number) => {
    const share = (mean + 0.5 - from) / years;
    return share / (1 - share);
  };
  const others = (working.mean * 28880 - working.retention_mean * 17499) / (28880 - 17499);
  const old = 1 / ((older.mean + 0.5 - 61) / (older.oldest - 61)) - 1;
  await session.run(`
    CREATE OR REPLACE TEMP TABLE cohort AS
    WITH ranked AS (
      SELECT *, (row_number() OVER w - 0.5) / count(*) OVER (PARTITION BY period, age_group, employed) AS r
      FROM cohort
      WINDOW w AS (PARTITION BY period, age_group, employed ORDER BY ${ordered}, id)
    )
    SELECT * EXCLUDE (r, staying, age_group), CASE
      WHEN age_group = 'young' THEN 18 + floor(12 * r)
      WHEN employed THEN 30 + floor(31 * pow(r, ${1 / power(working.retention_mean, 30, 31)}))
      WHEN age_group = 'working' THEN 30 + floor(31 * pow(r, ${1 / power(others, 30, 31)}))
      ELSE 61 + floor(${older.oldest - 61} * (1 - pow(1 - r, ${1 / old}))) END::INTEGER AS age
    FROM ranked`);
}

/** Who dies or is seen for a spinal stenosis is older than others of the group. */
const ordered =
  "u(id, 'age') + CASE WHEN fate IN ('died', 'late') THEN 0.35 ELSE 0 END + CASE diagnosis_group WHEN 'DM48' THEN 0.3 WHEN 'DM47' THEN 0.15 WHEN 'DM51' THEN -0.2 ELSE 0 END";
