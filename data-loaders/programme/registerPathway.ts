import {conditions, type Condition, type EventType, type Pathway, type PathwayEvent} from "./pathway.js";
import {judge, pathwayRules} from "./pathwayRules.js";
import type {Verdict} from "../../src/domain/programme.js";
import type {PathwayRule} from "./rule.js";

/** Something that registers hold: `day` from the index date, `kind` as in the table `pathway_events`. */
export interface RegisterEvent {
  day: number;
  kind: string;
}

type Meaning = Pick<PathwayEvent, "type" | "actor" | "sector">;

const visit: Meaning = {type: "consultation", actor: "hospital_team", sector: "hospital"};

/**
 * What each kind is to the rules. Subsidised services are taken to be treatment; that
 * somebody redeemed a prescription is all that is known of it.
 */
const meanings: Record<string, Meaning> = {
  acute: visit,
  medicine: visit,
  private: visit,
  other: visit,
  surgery: {...visit, actor: "surgeon"},
  chiropractor: {type: "manual_therapy", actor: "chiropractor", sector: "primary"},
  physiotherapist: {type: "exercise", actor: "physiotherapist", sector: "primary"},
  mri: {type: "mri", actor: "hospital_radiology", sector: "hospital"},
  operation: {type: "surgery", actor: "surgeon", sector: "hospital"},
  plan: {type: "rehab_plan", actor: "hospital_team", sector: "hospital"},
  analgesic: {type: "medication", actor: "patient", sector: "home"}
};

/**
 * What registers can record. They have no referral, no examination and no advice, and
 * consultations in hospital only.
 */
const records: ReadonlySet<EventType> = new Set(
  Object.values(meanings)
    .map(({type}) => type)
    .filter((type) => type !== "consultation")
);

/** What a rule needs that registers do not hold; with nothing missing they can decide it. */
export function missingFor({needs}: PathwayRule): EventType[] {
  return needs.filter((type) => !records.has(type));
}

/** The rules that registers can decide. */
export const registerRules: PathwayRule[] = pathwayRules.filter((rule) => missingFor(rule).length === 0);

/**
 * A course in registers as the rules see it. Day 0 is the first event; the cohort has had no
 * contact in the years before.
 */
export function registerPathway(condition: Condition, events: RegisterEvent[]): Pathway {
  const [first] = events;
  return {
    condition,
    workedUpBefore: false,
    records,
    events: events.map(({day, kind}, i) => ({no: i + 1, day: day - first!.day, ...meanings[kind]!}))
  };
}

/** What each rule says of the first step that it speaks to: of somebody operated twice, of the first operation. */
export function firstVerdicts(pathway: Pathway): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const {rule, verdict} of judge(pathway, registerRules)) if (!verdicts.has(rule)) verdicts.set(rule, verdict);
  return verdicts;
}

/** Steps a day apart, and steps further apart than any rule asks for. */
const paces = [1, 90];

/** What the rules say of a sequence whatever its days and the condition: only what the order alone decides. */
export function verdictsOfOrder(kinds: string[]): Map<string, Verdict> {
  const [one, ...others] = paces.flatMap((pace) =>
    conditions.map((condition) =>
      firstVerdicts(
        registerPathway(
          condition,
          kinds.map((kind, i) => ({day: i * pace, kind}))
        )
      )
    )
  );
  return new Map(
    [...one!].filter(
      ([rule, verdict]) => verdict !== "undecided" && others.every((other) => other.get(rule) === verdict)
    )
  );
}
