import {describe, expect, test} from "vitest";
import {directionalMeasurements} from "../../../data-loaders/reconcile/directionalClaims.js";
import {madeUp, type MadeUp} from "./madeUp.js";

/** How much later consultations differ from first, in percentage points, by answer or by question. */
const later = (difference: Record<string, number>, professions?: string[]): MadeUp => ({
  percent: ({profession, consultation}, ref) =>
    consultation === "later" && (!professions || professions.includes(profession))
      ? 50 + (difference[ref] ?? difference[ref.split(".")[0]!] ?? 0)
      : 50
});
/** How many times as often the severely affected get each answer. */
const severe = (times: number): MadeUp => ({
  percent: ({patientGroup}, ref) => (10 + 3 * ref.length) * (patientGroup === "severe" ? times : 1)
});
const constant = (percents: Record<string, number>): MadeUp => ({
  percent: ({profession}, ref) => percents[`${profession}/${ref}`] ?? percents[ref]
});
const means = (ages: Record<string, number>): MadeUp => ({meanAge: (profession) => ages[profession] ?? 52});
const purposes = {purpose: -2, "purpose.find_cause": -10, "purpose.reassure": -8};

/** For each claim a model in which it holds, and one in which it just fails. */
const cases: Record<string, [met: MadeUp, unmet: MadeUp]> = {
  D01: [means({chiropractor: 48, physiotherapist: 57}), means({chiropractor: 45, physiotherapist: 57})],
  D02: [means({physiotherapist: 56}), means({physiotherapist: 59})],
  D03: [means({chiropractor: 50}), means({chiropractor: 52})],
  D04: [
    constant({"spine_centre/earlier_episodes.several_disabling": 51}),
    constant({"spine_centre/earlier_episodes.several_disabling": 50})
  ],
  D05: [
    constant({"chiropractor/symptoms.radiation_below_knee": 14}),
    constant({"chiropractor/symptoms.radiation_below_knee": 50})
  ],
  D06: [
    constant({"spine_centre/symptoms.radiation_below_knee": 60}),
    constant({"spine_centre/symptoms.radiation_below_knee": 49})
  ],
  D07: [
    constant({"characteristics.limited_function": 60}),
    constant({"characteristics.limited_function": 60, "spine_centre_phone/characteristics.poor_sleep": 61})
  ],
  D08: [later({characteristics: 5}, ["gp"]), later({characteristics: 4}, ["gp"])],
  D09: [later({characteristics: 4}), later({characteristics: 5}, ["spine_centre"])],
  D10: [
    constant({"findings.normal_neurology": 51}),
    constant({"findings.normal_neurology": 60, "spine_centre/findings.normal_neurology": 45.6})
  ],
  D11: [
    later({neurological_examination: -1}),
    later({neurological_examination: -1}, ["gp", "chiropractor", "physiotherapist"])
  ],
  D12: [
    constant({"findings.suspected_serious_pathology": 1.6}),
    constant({"findings.suspected_serious_pathology": 2.1})
  ],
  D13: [later({findings: 1}), later({findings: -1})],
  D14: [later({findings: -1}), later({findings: 1})],
  D15: [later({actions: -1}), later({actions: -1, "actions.exercise_instruction": 1})],
  D16: [constant({"actions.manual_treatment": 95.7}), constant({"actions.manual_treatment": 89})],
  D17: [later({"actions.nsaid": -1, "actions.opioids": 3}), later({"actions.nsaid": -3, "actions.opioids": 1})],
  D18: [later({referrals: -1}), later({referrals: -1, "referrals.chiropractor": 0.1})],
  D19: [constant({"referrals.spine_centre": 4}), constant({"referrals.spine_centre": 6})],
  D20: [
    constant({"referrals.none": 88, "referrals.missing": 4}),
    constant({"referrals.none": 80, "referrals.missing": 4})
  ],
  D21: [later(purposes), later({...purposes, "purpose.reassure": 1})],
  D22: [severe(1.06), severe(1.04)],
  D23: [severe(1.06), severe(1.12)],
  D24: [
    {percent: ({patientGroup}, ref) => (ref === "referrals.none" ? (patientGroup === "severe" ? 40 : 45) : 5)},
    {
      percent: ({patientGroup, profession}, ref) =>
        ref === "referrals.none" ? (patientGroup === "severe" && profession !== "gp" ? 40 : 45) : 5
    }
  ]
};

describe("claims without a number", () => {
  test("each has a measurement and a case", () => {
    const ids = Array.from({length: 24}, (_, i) => `D${String(i + 1).padStart(2, "0")}`);
    expect(Object.keys(directionalMeasurements).sort()).toEqual(ids);
    expect(Object.keys(cases).sort()).toEqual(ids);
  });

  test.each(Object.entries(cases))("%s holds where it should, and only there", (id, [met, unmet]) => {
    const holds = (model: MadeUp) => directionalMeasurements[id]!.measure(madeUp(model)).every((m) => m.holds);
    expect(holds(met)).toBe(true);
    expect(holds(unmet)).toBe(false);
  });

  test.each(Object.keys(cases).filter((id) => !["D01", "D02", "D03"].includes(id)))(
    "%s fails on an answer nobody asked",
    (id) => {
      expect(directionalMeasurements[id]!.measure(madeUp({percent: () => NaN})).some((m) => m.holds)).toBe(false);
    }
  );

  test("the same acts in another order are another pattern, however many they are", () => {
    const swapped: MadeUp = {
      percent: ({patientGroup}, ref) =>
        patientGroup === "severe" ? 1.06 * (80 - 10 * (ref.length % 7)) : 10 + 10 * (ref.length % 7)
    };
    expect(directionalMeasurements.D22!.measure(madeUp(swapped)).every((m) => m.holds)).toBe(false);
  });
});
