import {sum} from "d3-array";
import {apportion, inProportion} from "./apportion.js";
import {assignAges} from "./cohortAges.js";
import type {Making} from "./making.js";
import {assign} from "./quotas.js";

/** Employment before and after, who leaves, age, sex and civil status of the index patients. */
export async function assignPerson(making: Making): Promise<void> {
  await assignEmployment(making);
  await assignFate(making);
  await assignAges(making);
  await assignSex(making);
  const {session, plans, printed, assumptions} = making;
  const employed = plans.map((plan) => sum(plan.fractions.labour_market_retention, (f) => f.denominator));
  const status = (total: number, p: number, group: boolean, married: number) => {
    const {G, P, ...rest} = assumptions.civil_status;
    const coupled = inProportion(Math.round(total * married), [G!, P!]);
    const single = inProportion(total - sum(coupled), Object.values(rest));
    return ["G", "P", ...Object.keys(rest)].map((value, i) => ({
      within: [p, group],
      value,
      n: [...coupled, ...single][i]!
    }));
  };
  const married = printed.items.get("labour_market_retention/married_or_partner")! / 100;
  const {G, P} = assumptions.civil_status;
  await assign(session, {
    column: "civil_status",
    within: ["period", "employed"],
    quotas: plans.flatMap((plan, p) => [
      ...status(employed[p]!, p, true, married),
      ...status(plan.patients - employed[p]!, p, false, G! + P!)
    ])
  });
}

/**
 * Who was in full employment a year before, within municipality and with the printed share of
 * DM54, and what became of it.
 */
async function assignEmployment({session, plans, printed}: Making): Promise<void> {
  await session.run(
    "CREATE OR REPLACE TEMP TABLE cohort AS SELECT *, diagnosis_group = 'DM54' AS back_pain FROM cohort"
  );
  const counts = await session.rows<{period: number; municipality: string; pain: number; n: number}>(
    "SELECT period, municipality, count(*) FILTER (back_pain) AS pain, count(*) AS n FROM cohort GROUP BY ALL"
  );
  const share = printed.items.get("labour_market_retention/diagnosis_DM54_at_first_contact")! / 100;
  const quotas = plans.flatMap((plan, p) => {
    const fractions = plan.fractions.labour_market_retention;
    const total = sum(fractions, (f) => f.denominator);
    const own = plan.municipalities.map(
      (m) => counts.find((c) => c.period === p && c.municipality === m.code) ?? {pain: 0, n: 0}
    );
    const pain = apportion(
      Math.round(total * share),
      fractions.map(({denominator}, i) => ({
        target: own[i]!.n ? (denominator * own[i]!.pain) / own[i]!.n : 0,
        low: Math.max(0, denominator - (own[i]!.n - own[i]!.pain)),
        high: Math.min(denominator, own[i]!.pain)
      }))
    );
    return plan.municipalities.flatMap((m, i) => [
      {within: [p, m.code, true], value: "employed", n: pain[i]!},
      {within: [p, m.code, false], value: "employed", n: fractions[i]!.denominator - pain[i]!}
    ]);
  });
  await assign(session, {column: "work", within: ["period", "municipality", "back_pain"], quotas});
  await session.run(
    "CREATE OR REPLACE TEMP TABLE cohort AS SELECT * EXCLUDE (work, back_pain), work IS NOT NULL AS employed FROM cohort"
  );
  await assign(session, {
    column: "kept",
    within: ["period", "municipality"],
    where: "employed",
    quotas: plans.flatMap((plan, p) =>
      plan.municipalities.map((m, i) => ({
        within: [p, m.code],
        value: "full",
        n: plan.fractions.labour_market_retention[i]!.numerator
      }))
    )
  });
  await assign(session, {
    column: "lost",
    within: ["period"],
    where: "employed AND kept IS NULL",
    quotas: plans.flatMap((plan, p) => Object.entries(plan.outcomes).map(([value, n]) => ({within: [p], value, n})))
  });
  await session.run(
    "CREATE OR REPLACE TEMP TABLE cohort AS SELECT * EXCLUDE (kept, lost), coalesce(kept, lost) AS outcome FROM cohort"
  );
}

/**
 * Who is in neither medicine indicator, dead or gone abroad, and who dies later in the year;
 * never those followed at work.
 */
async function assignFate({session, plans, assumptions}: Making): Promise<void> {
  const gone = plans.map((plan) =>
    plan.municipalities.map(
      (m, i) =>
        m.patients -
        plan.fractions.strong_analgesic_no_prior_use[i]!.denominator -
        plan.fractions.strong_analgesic_prior_use[i]!.denominator
    )
  );
  await assign(session, {
    column: "gone",
    within: ["period", "municipality"],
    where: "NOT employed",
    quotas: plans.flatMap((plan, p) =>
      plan.municipalities.map((m, i) => ({within: [p, m.code], value: "gone", n: gone[p]![i]!}))
    )
  });
  await assign(session, {
    column: "early",
    within: ["period"],
    where: "gone IS NOT NULL",
    quotas: gone.flatMap((counts, p) => {
      const died = Math.round(sum(counts) * assumptions.neither.died);
      return [
        {within: [p], value: "died", n: died},
        {within: [p], value: "left", n: sum(counts) - died}
      ];
    })
  });
  await assign(session, {
    column: "late",
    within: ["period"],
    where: "gone IS NULL AND NOT employed",
    quotas: plans.map((plan, p) => ({
      within: [p],
      value: "late",
      n: Math.round(plan.patients * assumptions.late_deaths)
    }))
  });
  await session.run(
    "CREATE OR REPLACE TEMP TABLE cohort AS SELECT * EXCLUDE (gone, early, late), coalesce(early, late) AS fate FROM cohort"
  );
}

/** Sexes as printed for public and private hospitals, and for those followed at work. */
async function assignSex({session, plans, printed}: Making): Promise<void> {
  const counts = await session.rows<{period: number; seen_privately: boolean; employed: boolean; n: number}>(
    "SELECT period, seen_privately, employed, count(*) AS n FROM cohort GROUP BY ALL"
  );
  const size = (p: number, privately: boolean, employed: boolean) =>
    counts.find((c) => c.period === p && c.seen_privately === privately && c.employed === employed)?.n ?? 0;
  const men = printed.items.get("labour_market_retention/men")! / 100;
  const quotas = plans.flatMap((_, p) => {
    const total = Math.round(men * (size(p, true, true) + size(p, false, true)));
    const menEmployed = inProportion(total, [size(p, false, true), size(p, true, true)]);
    return [false, true].flatMap((privately, i) => {
      const share = printed.keys.get(privately ? "men_private" : "men_public")! / 100;
      const all = Math.round(share * (size(p, privately, true) + size(p, privately, false)));
      return [true, false].flatMap((employed) => {
        const male = employed ? menEmployed[i]! : all - menEmployed[i]!;
        const n = size(p, privately, employed);
        return [
          {within: [p, privately, employed], value: "male", n: male},
          {within: [p, privately, employed], value: "female", n: n - male}
        ];
      });
    });
  });
  await assign(session, {
    column: "sex",
    within: ["period", "seen_privately", "employed"],
    quotas
  });
}
