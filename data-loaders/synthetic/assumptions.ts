import * as v from "valibot";
import {readAssumed} from "./readAssumed.js";

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Consultation = v.picklist(["first", "later", "phone", "missing"]);
const Interval = v.tuple([v.number(), v.number()]);
const perProfession = <S extends v.GenericSchema>(schema: S) => v.record(v.string(), schema);

const AssumptionsSpec = v.strictObject({
  round: v.string(),
  misprints: v.array(
    v.strictObject({inconsistency: v.string(), profession: v.string(), answer: v.string(), count: Count})
  ),
  claims: v.array(
    v.strictObject({
      claim: v.string(),
      profession: v.string(),
      answer: v.string(),
      consultation: Consultation,
      count: Count
    })
  ),
  consultations: perProfession(v.record(Consultation, Count)),
  severe: perProfession(v.record(Consultation, Count)),
  participants: perProfession(
    v.strictObject({spread: v.number(), smallest: v.pipe(Count, v.minValue(1)), largest: v.optional(Count, 100)})
  ),
  invited: perProfession(v.strictObject({invited: Count, in_region: Count})),
  diagrams: v.strictObject({
    shows: v.record(v.string(), v.string()),
    left_out: v.array(v.strictObject({inconsistency: v.string(), figure: v.string(), position: Count})),
    both_at_most: Count
  }),
  one_of: v.record(v.string(), v.array(v.string())),
  second_ticks: v.array(
    v.strictObject({inconsistency: v.string(), profession: v.string(), answer: v.string(), beside: v.string()})
  ),
  effects: v.array(
    v.strictObject({
      because: v.optional(v.string()),
      professions: v.optional(v.array(v.string())),
      answers: v.array(v.string()),
      later: v.optional(v.number()),
      severe: v.optional(v.number())
    })
  ),
  pulls: v.array(v.strictObject({answers: v.array(v.string()), where: v.array(v.string()), effect: v.number()})),
  together: v.record(v.string(), v.number()),
  consultation_participant: v.number(),
  intraclass: v.strictObject({
    within: Interval,
    too_rare: Count,
    fixed_by_diagram: v.array(v.strictObject({profession: v.string(), answer: v.string()})),
    target: v.objectWithRest({default: Interval}, Interval)
  }),
  ages: v.strictObject({
    youngest: Count,
    oldest: perProfession(Count),
    without_age: perProfession(v.strictObject({female: Count, male: Count, missing: Count})),
    bands_of: perProfession(v.string()),
    participant: v.number(),
    severe: v.number(),
    halving_years: v.number()
  })
});

/** What no source gives and the twin therefore assumes; the reasons stand as comments in the file itself. */
export type Assumptions = v.InferOutput<typeof AssumptionsSpec>;

/** How much likelier an answer is at a later consultation and for the severely affected, in log odds. */
export interface Effect {
  later: number;
  severe: number;
}

/**
 * Reads the assumptions of the audit's twin.
 * @throws Refusal naming the file and what is wrong with it
 */
export function readAssumptions(file: string): Assumptions {
  return readAssumed(AssumptionsSpec, file);
}

/**
 * The effect on an answer (`question.answer`): of the lines that name it or its question, the last
 * counts. What is said of a question does not hold for leaving it out (`question.missing`).
 */
export function effectOn(assumptions: Assumptions, profession: string, ref: string): Effect {
  const effect: Effect = {later: 0, severe: 0};
  const [question, name] = ref.split(".");
  for (const line of assumptions.effects) {
    if (line.professions && !line.professions.includes(profession)) continue;
    if (!line.answers.some((answer) => answer === ref || (answer === question && name !== "missing"))) continue;
    effect.later = line.later ?? effect.later;
    effect.severe = line.severe ?? effect.severe;
  }
  return effect;
}
