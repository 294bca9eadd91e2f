import type {Values} from "../../engine/session.js";
import type {Review} from "../../../src/domain/review.js";
import {spanVariable, windowVariable, type Span, type Window} from "../../models/registers/spans.js";

export type {Span, Window};

/**
 * Kinds of extracts, as in the folder `registers`, that an indicator asks for besides those that the cohort is made of;
 * `lpr_procedures` holds both kinds of procedures.
 */
export type Register = "lpr_contacts" | "lpr_surgical_procedures" | "lpr_other_procedures" | "lmdb" | "sssy" | "dream";

/** Tables that break an indicator down further. */
export type Breakdown = "drug_types_before" | "drug_types_after" | "prescribers" | "employment_outcomes" | "providers";

/** An indicator as data: what a definition page prints, and what its SQL is made from. Texts are in Danish. */
export interface Indicator extends Review {
  id: string;
  title: string;
  /** What it measures, in English, for the data dictionary. */
  english: string;
  /** Who counts, besides being in the cohort. */
  population: string;
  /** Ages at the index date that count, both included; everybody in the cohort where absent. */
  ages?: {from: number; to: number};
  denominator: string;
  numerator: string;
  windows: {
    /** When something decides whether a patient is in the denominator. */
    denominator?: Window;
    /** When something decides whether a patient is in the numerator. */
    numerator: Window;
    /**
     * Until when a patient must be alive and resident to be in the denominator; absent where
     * nothing later is looked for.
     */
    followUp?: Span;
  };
  /** Whether a high or a low share is better; `none` where neither is. */
  direction: "high" | "low" | "none";
  /** A published target, in percent. */
  target: {percent: number; source: string} | null;
  /** The registers whose windows must be covered. */
  registers: Register[];
  /** Where the definition is from. */
  source: string;
  /** Who wrote the definition. */
  author: string;
  /** What changed, `yyyy-mm-dd` and a sentence each, the newest first. */
  changes: {date: string; what: string}[];
  /** `published`: the report prints the definition. `assumed`: it does not, and this is a proposal. */
  status: "published" | "assumed";
  /** What the source leaves open and how it is filled here, one sentence each: to be confirmed. */
  assumptions: string[];
  breakdowns: Breakdown[];
  /**
   * Another indicator whose numerator holds everybody in the denominator, by definition. Protection then covers the few
   * that lie between the two published numbers.
   */
  among?: string;
  /** What its SQL needs besides windows and ages. */
  values?: Record<string, number | boolean>;
  /**
   * One row a patient in the denominator: period, person_id, numerator (BOOLEAN). It reads the definition as
   * `getvariable('indicator')`, with the fields of `indicatorVariable`, by the macros of `models/registers/macros.sql`.
   */
  sql: string;
}

/**
 * What the SQL of an indicator reads: `id`, `numerator`, `denominator` (windows), `follow_up`
 * (a span), `ages`, its values.
 */
export function indicatorVariable({id, ages, values, windows: {denominator, numerator, followUp}}: Indicator): Values {
  return {
    id,
    numerator: windowVariable(numerator),
    ...(denominator && {denominator: windowVariable(denominator)}),
    ...(followUp && {follow_up: spanVariable(followUp)}),
    ...(ages && {ages: {youngest: ages.from, oldest: ages.to}}),
    ...values
  };
}
