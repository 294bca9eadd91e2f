import type {Actor, Lane} from "../../src/domain/programme.js";

/** What can happen to a patient. The kinds are those of `data/published/cases.csv`. */
export const eventTypes = [
  "symptom_history",
  "symptom_worsening",
  "injury",
  "outcome",
  "self_management",
  "questionnaire",
  "consultation",
  "phone_contact",
  "exam",
  "risk_screening",
  "advice",
  "follow_up_agreed",
  "exercise",
  "manual_therapy",
  "medication",
  "referral",
  "mri",
  "case_conference",
  "surgery",
  "rehab_plan",
  "rehabilitation",
  "discharge_letter",
  "letter",
  "sector_contact",
  "clarifying_talk",
  "patient_education",
  "sick_leave_start",
  "sick_leave_end",
  "gradual_return",
  "sick_leave_follow_up",
  "employer_contact",
  "round_table_meeting"
] as const;
export type EventType = (typeof eventTypes)[number];

/** `other`: what no rule names. */
export const conditions = ["unspecific", "nerve_root", "disc_herniation", "stenosis", "chronic", "other"] as const;
export type Condition = (typeof conditions)[number];

export const signs = ["nerve_root", "disc_herniation", "possible_cauda_equina", "cauda_equina"] as const;
export type Sign = (typeof signs)[number];

/** One thing that happened. What a source does not state is left out. */
export interface PathwayEvent {
  /** Its number in the pathway, from 1. */
  no: number;
  /** Days since the first consultation. */
  day: number;
  type: EventType;
  actor: Actor;
  sector: Lane;
  /** Whom a referral goes to. */
  to?: "extended_examination" | "physiotherapist" | "chiropractor" | "mri" | "hospital" | "municipality" | "acute";
  /** How the patient is, against the time before. */
  state?: "better" | "unchanged" | "worse";
  /** What advice is about. */
  about?: readonly (
    | "activity"
    | "work"
    | "course"
    | "warning_signs"
    | "self_management"
    | "rehabilitation"
    | "follow_up"
  )[];
  /** What an examination or the patient's history raises suspicion of. */
  signs?: readonly Sign[];
  /** The result of STarT Back. */
  risk?: "low" | "medium" | "high";
  /** Who gets a letter. */
  recipients?: readonly ("patient" | "gp" | "municipality" | "employer")[];
  /** Whether a scan explains the complaints. */
  imaging?: "explains" | "unexplained";
  /** The extended back examination of the practice sector. */
  extended?: boolean;
}

/** A patient's way through care, in the order it happened: a case, or what registers hold of a year. */
export interface Pathway {
  condition: Condition;
  /** Examined in hospital for the same complaints before the pathway begins. */
  workedUpBefore: boolean;
  /** The kinds of event the source can record. A rule about other kinds cannot be judged. */
  records: ReadonlySet<EventType>;
  events: PathwayEvent[];
}
