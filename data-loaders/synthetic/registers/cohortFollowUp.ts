import {sum} from "d3-array";
import type {Making} from "./making.js";
import {assign, chance, weightedChance} from "./quotas.js";

/**
 * Medicine before and after, number and place of contacts, surgery and preceding primary care of the index patients.
 */
export async function assignFollowUp(making: Making): Promise<void> {
  await assignMedicine(making);
  const {session, plans, assumptions} = making;
  // Who leaves within the year has one contact, so that none comes after a death.
  await assign(session, {
    column: "contacts",
    within: ["period", "specialty"],
    order: `fate IS NULL, ${chance("contacts")}`,
    quotas: plans.flatMap((plan, p) =>
      [1, 2, 3, 4, 5, 6].flatMap((contacts) =>
        [...new Set(plan.flow.map((cell) => cell.specialty))].map((specialty) => ({
          within: [p, specialty],
          value: contacts,
          n: sum(
            plan.flow.filter((cell) => cell.specialty === specialty && cell.contacts === contacts),
            (cell) => cell.n
          )
        }))
      )
    )
  });
  await assign(session, {
    column: "last_specialty",
    within: ["period", "specialty", "contacts"],
    quotas: plans.flatMap((plan, p) =>
      plan.flow.map((c) => ({within: [p, c.specialty, c.contacts], value: c.last, n: c.n}))
    )
  });
  const {of_all: all, of_private: privately} = assumptions.operated;
  const odds = Object.entries(assumptions.operated.odds)
    .map(([group, o]) => `WHEN '${group}' THEN ${o}`)
    .join(" ");
  await assign(session, {
    column: "surgery",
    within: ["period", "seen_privately"],
    where: "fate IS NULL",
    order: weightedChance("surgery", `(CASE diagnosis_group ${odds} END) * (CASE WHEN contacts = 1 THEN 1 ELSE 5 END)`),
    quotas: plans.flatMap((plan, p) => {
      const seen = sum(
        plan.hospitals.filter((cell) => cell.area === "private"),
        (cell) => cell.n
      );
      const own = Math.round(seen * privately * plan.drift.operated);
      return [
        {within: [p, true], value: "operated", n: own},
        {within: [p, false], value: "operated", n: Math.round(plan.patients * all * plan.drift.operated) - own}
      ];
    })
  });
  const care = Object.entries(assumptions.primary_care);
  await assign(session, {
    column: "primary_care",
    within: ["period"],
    quotas: plans.flatMap((plan, p) =>
      care.map(([value, share]) => ({
        within: [p],
        value,
        n: Math.round(plan.patients * share * plan.drift.primary_care)
      }))
    )
  });
}

/** Strong analgesics: who used them before, who redeems after, of which type and prescribed by whom. */
async function assignMedicine({session, plans}: Making): Promise<void> {
  const uses = [
    ["none", "strong_analgesic_no_prior_use"],
    ["prior", "strong_analgesic_prior_use"]
  ] as const;
  await assign(session, {
    column: "medicine",
    within: ["period", "municipality"],
    where: "fate IS NULL OR fate = 'late'",
    quotas: plans.flatMap((plan, p) =>
      plan.municipalities.flatMap((m, i) =>
        uses.map(([value, id]) => ({within: [p, m.code], value, n: plan.fractions[id][i]!.denominator}))
      )
    )
  });
  await assign(session, {
    column: "redeems",
    within: ["period", "municipality", "medicine"],
    quotas: plans.flatMap((plan, p) =>
      plan.municipalities.flatMap((m, i) =>
        uses.map(([use, id]) => ({
          within: [p, m.code, use],
          value: "yes",
          n: plan.fractions[id][i]!.denominator - plan.fractions[id][i]!.numerator
        }))
      )
    )
  });
  await assign(session, {
    column: "before_type",
    within: ["period"],
    where: "medicine = 'prior'",
    quotas: plans.flatMap((plan, p) => Object.entries(plan.drugs.before).map(([value, n]) => ({within: [p], value, n})))
  });
  await assign(session, {
    column: "after_type",
    within: ["period", "medicine"],
    where: "redeems = 'yes'",
    quotas: plans.flatMap((plan, p) =>
      uses.flatMap(([use]) => Object.entries(plan.drugs.after[use]).map(([value, n]) => ({within: [p, use], value, n})))
    )
  });
  await assign(session, {
    column: "sector",
    within: ["period", "medicine"],
    where: "redeems = 'yes'",
    quotas: plans.flatMap((plan, p) =>
      uses.flatMap(([use]) => Object.entries(plan.prescribers[use]).map(([value, n]) => ({within: [p, use], value, n})))
    )
  });
}
