import * as v from "valibot";
import {readAssumed} from "../readAssumed.js";

const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Positive = v.pipe(v.number(), v.minValue(0));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const Shares = v.record(v.string(), Share);
const Odds = v.record(v.string(), Positive);
const Window = v.object({from: Count, to: Count});
const AgeShares = v.strictObject({young: Share, working: Share, older: Share});

const AssumptionsSpec = v.strictObject({
  periods: v.array(
    v.strictObject({
      name: v.string(),
      start: Day,
      end: Day,
      patients: Count,
      retained: v.optional(Share),
      drift: v.optional(v.strictObject({operated: Positive, primary_care: Positive}), {operated: 1, primary_care: 1})
    })
  ),
  span: v.strictObject({
    contacts_from: Day,
    medicines_from: Day,
    services_from: Day,
    residence_from: Day,
    employment_from: Day,
    to: Day
  }),
  unknown_region: Shares,
  codes: v.record(v.string(), Shares),
  adults: Odds,
  growth: v.number(),
  children: Positive,
  own_region: Share,
  spread: v.strictObject({
    incidence: Positive,
    prior_use: Positive,
    employed: Positive,
    strong_analgesic_no_prior_use: Positive,
    strong_analgesic_prior_use: Positive,
    labour_market_retention: Positive
  }),
  incidence_factor: Odds,
  employed_factor: Odds,
  shown_from: Count,
  region_percent: v.record(v.string(), Odds),
  clear_of_extremes: Positive,
  neither: v.strictObject({died: Share, ...Window.entries}),
  late_deaths: Share,
  ages: v.strictObject({
    working: v.strictObject({share: Share, mean: v.number(), retention_mean: v.number()}),
    young: v.strictObject({share: Share}),
    older: v.strictObject({mean: v.number(), oldest: Count})
  }),
  fate_ages: v.strictObject({died: AgeShares, left: AgeShares}),
  civil_status: Shares,
  benefits: Shares,
  other_ages_full: Share,
  last_specialty: v.record(v.string(), Odds),
  virtual: Share,
  after_a_year: Share,
  phone: Share,
  other_disease: Share,
  operated: v.strictObject({
    of_all: Share,
    of_private: Share,
    odds: Odds,
    codes: Shares,
    without_contact: Share,
    before: Share,
    after_a_year: Share
  }),
  mri: v.strictObject({share: Share, repeated: Share}),
  rehabilitation_plan: Share,
  medicines: v.strictObject({
    before: Window,
    after: Window,
    long_before: Share,
    soon_after: Share,
    late: Share,
    reversed: Share,
    others_per_person: Positive,
    prescribers: v.strictObject({primary: Count, secondary: Count}),
    changed_sector: Share
  }),
  primary_care: v.strictObject({chiropractor: Share, physiotherapist: Share, both: Share}),
  services: v.strictObject({gp_per_person: Count, earlier: Share, child: Share, taken_back: Share, later: Share}),
  moved: Share,
  others: v.strictObject({
    prevalent: Count,
    other_diagnosis: Count,
    excluded_diagnosis: Count,
    minor: Count,
    before_periods: Count,
    after_periods: Count,
    other_system: Count,
    revoked: Count,
    referral_only: Count,
    add_on_only: Count,
    no_hospital: Count
  }),
  dirt: v.strictObject({
    duplicate: Share,
    late_correction: Share,
    other_system: Share,
    corrected: Share,
    earlier_other_system: Share
  }),
  municipalities: Odds
});

/** What the report does not print and the twin therefore assumes; the reasons stand as comments in the file itself. */
export type RegisterAssumptions = v.InferOutput<typeof AssumptionsSpec>;

/**
 * Reads the assumptions of the registers' twin.
 * @throws Refusal naming the file and what is wrong with it
 */
export function readRegisterAssumptions(file: string): RegisterAssumptions {
  return readAssumed(AssumptionsSpec, file);
}
