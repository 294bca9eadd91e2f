import * as v from "valibot";
import {registerRules} from "./registerPathway.js";

const label = v.optional(v.string());

export const RegisterMeasureSpec = v.union(
  [
    v.strictObject({indicator: v.string(), label}),
    v.strictObject({asked: v.string(), of: v.array(v.string()), label: v.string()}),
    v.strictObject({provider: v.picklist(["chiropractor", "physiotherapist", "either", "both"]), label}),
    v.strictObject({outcome: v.picklist(["reduced_hours", "public_benefit", "other"]), label}),
    v.strictObject({first_contact: v.picklist(["acute", "medicine", "surgery", "private"]), label}),
    v.strictObject({follows: v.picklist(registerRules.map(({id}) => id)), label: v.string()})
  ],
  "indicator, asked med of, provider, outcome, first_contact eller follows"
);

/**
 * What the registers show: a published share, how many an indicator asks of those that others ask, or how many follow a
 * rule of those whom it is about.
 */
export type RegisterMeasure = v.InferOutput<typeof RegisterMeasureSpec>;

/** Checks that a measure's indicators exist; returns undefined, or what is wrong in Danish. */
export function registerMeasureFault(indicators: string[]): (measure: RegisterMeasure) => string | undefined {
  return (measure) => {
    const unknown = indicatorsOf(measure).find((one) => !indicators.includes(one));
    return unknown && `måles ved indikatoren ${unknown}, som ikke findes`;
  };
}

function indicatorsOf(measure: RegisterMeasure): string[] {
  if ("indicator" in measure) return [measure.indicator];
  return "asked" in measure ? [measure.asked, ...measure.of] : [];
}
