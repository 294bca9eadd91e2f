import {text} from "../../engine/session.js";
import {inProportion} from "./apportion.js";
import type {Making} from "./making.js";

const oldest = 99;

/** How many there are of an age and sex: fewer from 60 on, and fewer men. Not the country's own numbers. */
function density(age: number, sex: number): number {
  const level =
    age < 18
      ? 1
      : age < 30
        ? 1.25
        : age < 45
          ? 1.15
          : age < 61
            ? 1.3
            : age < 76
              ? 1.1
              : 0.9 * Math.max(0.02, (100 - age) / 25);
  return level * (sex === 1 && age > 70 ? 0.8 : 1);
}

/**
 * Writes inhabitants by municipality, sex, year of age and quarter, as FOLK1A: adults as
 * planned, the same in every quarter of a period; K times as many at scale K.
 */
export async function writeInhabitants({plans, assumptions, scale, delivery}: Making): Promise<void> {
  const cells = Array.from({length: oldest + 1}, (_, age) =>
    [1, 2].map((sex) => ({age, sex, weight: density(age, sex)}))
  ).flat();
  const [children, adults] = [cells.filter((c) => c.age < 18), cells.filter((c) => c.age >= 18)];
  const rows = plans.flatMap((plan, p) =>
    plan.municipalities.flatMap((m) => {
      const numbers = [
        ...inProportion(
          Math.round(m.adults * assumptions.children),
          children.map((c) => c.weight)
        ),
        ...inProportion(
          m.adults,
          adults.map((c) => c.weight)
        )
      ];
      return `(${p}, ${text(m.code)}, [${numbers.join(",")}])`;
    })
  );
  const quarters = plans.flatMap((plan, p) => {
    const year = Number(plan.start.slice(0, 4));
    return [`${year}K3`, `${year}K4`, `${year + 1}K1`, `${year + 1}K2`].map((quarter) => `(${p}, ${text(quarter)})`);
  });
  // Codes as StatBank gives them: three digits for a municipality.
  await delivery.csv(
    "population",
    "folk1a",
    `
    SELECT ltrim(m.code, '0') AS "OMRÅDE", c.sex AS "KØN", c.age AS "ALDER", q.quarter AS "TID",
      m.numbers[c.place] * ${scale} AS "INDHOLD"
    FROM (VALUES ${rows.join(", ")}) m(period, code, numbers)
      JOIN (VALUES ${quarters.join(", ")}) q(period, quarter) USING (period)
      CROSS JOIN (SELECT place, CASE WHEN place % 2 = 1 THEN 1 ELSE 2 END AS sex, (place - 1) // 2 AS age
        FROM range(1, ${cells.length + 1}) r(place)) c
    ORDER BY q.quarter, m.code, c.place`
  );
}
