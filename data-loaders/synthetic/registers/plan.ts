import {sum} from "d3-array";
import {Refusal} from "../../ground/refusal.js";
import type {RegisterAssumptions} from "./assumptions.js";
import {splitAsPrinted} from "./apportion.js";
import {planFlow, type FlowCell} from "./flowPlan.js";
import {planCodes, planHospitals, type HospitalCell} from "./hospitalPlan.js";
import {planDenominators, planNumerators, type Fraction} from "./indicatorPlan.js";
import type {Places} from "./places.js";
import {indicators, type Indicator, type PrintedRegister} from "./printed.js";
import {planAreas, planResidence, type MunicipalityPlan} from "./residencePlan.js";

type PriorUse = "none" | "prior";

/** Every number of one period that the people must add up to. */
export interface PeriodPlan {
  name: string;
  start: string;
  end: string;
  patients: number;
  /** How much more or less there was of something then, against the last period. */
  drift: {operated: number; primary_care: number};
  hospitals: HospitalCell[];
  codes: {group: string; code: string; n: number}[];
  municipalities: MunicipalityPlan[];
  areas: {area: string; municipality: string; n: number}[];
  flow: FlowCell[];
  /** In the order of `municipalities`. */
  fractions: Record<Indicator, Fraction[]>;
  /** Patients by drug type, of those who redeem: with prior use before, and after by prior use. */
  drugs: {before: Record<string, number>; after: Record<PriorUse, Record<string, number>>};
  /** Patients who redeem after, by the prescriber's sector. */
  prescribers: Record<PriorUse, {primary: number; secondary: number}>;
  /** Patients no longer in full employment. */
  outcomes: {reduced: number; benefit: number; other: number};
}

/**
 * Plans every period: pure, the same seed gives the same plan.
 * @throws Refusal when the printed figures and the assumptions do not go together
 */
export function planPeriods(
  printed: PrintedRegister,
  places: Places,
  assumptions: RegisterAssumptions,
  seed: number
): PeriodPlan[] {
  const periods = assumptions.periods;
  const [before, last] = periods.slice(-2);
  if (last?.patients !== printed.patients || before!.patients !== printed.patients - printed.change) {
    throw new Refusal(
      `Antagelserne har ${before?.patients} og ${last?.patients} patienter i de sidste to perioder; ret periods til de trykte tal.`
    );
  }
  const guessed = periods.slice(0, -1).find((period) => period.retained === undefined);
  if (guessed)
    throw new Refusal(`Antagelserne mangler andelen, der er i job efter et år, i ${guessed.name}; skriv retained.`);
  return periods.map((period, i) => {
    try {
      return planPeriod(period, i - periods.length + 1, printed, places, assumptions, seed);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new Refusal(
        `Registertvillingen kan ikke opfylde de trykte tal i ${period.name} (${error.message}); ret antagelserne.`
      );
    }
  });
}

function planPeriod(
  period: RegisterAssumptions["periods"][number],
  years: number,
  printed: PrintedRegister,
  places: Places,
  assumptions: RegisterAssumptions,
  seed: number
): PeriodPlan {
  const {name, start, end, patients, drift} = period;
  const strict = patients === printed.patients;
  const of = (n: number) => Math.round((n * patients) / printed.patients);
  const chance = {seed, years};
  const hospitals = planHospitals(patients, printed, assumptions);
  const municipalities = planResidence(patients, printed, places, assumptions, chance);
  const [noPrior, prior, work] = indicators.map((id) => printed.indicators[id]);
  const totals = {noPrior: of(noPrior!.denominator), prior: of(prior!.denominator), employed: of(work!.denominator)};
  const denominators = planDenominators(totals, municipalities, printed, assumptions, chance);

  const types = (key: string) => printed.drugTypes.get(`${key}/${period.name}`)!;
  const redeeming = (key: string, denominator: number, printedNumber: number) =>
    strict ? denominator - printedNumber : Math.round((denominator * sum(Object.values(types(key)))) / 100);
  const keys = {noPrior: "strong_analgesic_no_prior_use/after", prior: "strong_analgesic_prior_use/after"};
  const redeemed = {
    noPrior: redeeming(keys.noPrior, totals.noPrior, noPrior!.numerator),
    prior: redeeming(keys.prior, totals.prior, prior!.numerator)
  };
  const fractions = (id: Indicator, numerator: number, parts: number[]) =>
    planNumerators(id, numerator, parts, municipalities, printed, assumptions, chance, strict);
  const retained = strict ? work!.numerator : Math.round(totals.employed * period.retained!);
  const sectors = (total: number, {primary, secondary}: {primary: number; secondary: number}) => {
    const first = Math.round((total * primary) / (primary + secondary));
    return {primary: first, secondary: total - first};
  };
  const lost = totals.employed - retained;
  const reduced = printed.items.get("labour_market_retention/not_full_reduced_hours")!;
  const benefit = printed.items.get("labour_market_retention/not_full_public_benefit")!;
  return {
    name,
    start,
    end,
    patients,
    drift,
    hospitals,
    codes: planCodes(hospitals, assumptions),
    municipalities,
    areas: planAreas(hospitals, municipalities, assumptions),
    flow: planFlow(patients, printed, assumptions),
    fractions: {
      strong_analgesic_no_prior_use: fractions(
        "strong_analgesic_no_prior_use",
        totals.noPrior - redeemed.noPrior,
        denominators.noPrior
      ),
      strong_analgesic_prior_use: fractions(
        "strong_analgesic_prior_use",
        totals.prior - redeemed.prior,
        denominators.prior
      ),
      labour_market_retention: fractions("labour_market_retention", retained, denominators.employed)
    },
    drugs: {
      before: splitAsPrinted(totals.prior, totals.prior, types("strong_analgesic_prior_use/before")),
      after: {
        none: splitAsPrinted(redeemed.noPrior, totals.noPrior, types(keys.noPrior)),
        prior: splitAsPrinted(redeemed.prior, totals.prior, types(keys.prior))
      }
    },
    prescribers: {
      none: sectors(redeemed.noPrior, noPrior!.prescribers),
      prior: sectors(redeemed.prior, prior!.prescribers)
    },
    outcomes: splitAsPrinted(lost, lost, {reduced, benefit, other: 100 - reduced - benefit}) as PeriodPlan["outcomes"]
  };
}
