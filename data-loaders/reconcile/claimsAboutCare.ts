import {
  answersOf,
  answersPerRegistration,
  anyAnswer,
  eachAnswer,
  eachForm,
  forms,
  laterMinusFirst,
  meanOf,
  percentOf
} from "./comparisons.js";
import {professionLabel, type Computed} from "../printed/computed.js";
import type {Measured, Measurement} from "./outcome.js";
import {danish, danishPercent, danishPoints} from "../printed/printedNumber.js";
import {totalOf} from "../printed/totalOf.js";

const advice = ["actions.self_management_advice", "actions.information_prognosis", "actions.exercise_instruction"];
const analgesics = ["actions.nsaid", "actions.neuropathic_medication", "actions.opioids"];
const causeAndReassurance = ["purpose.find_cause", "purpose.reassure"];

/** What is done: treatment, referral, purpose, and how it differs for the severely affected. */
export const claimsAboutCare: Record<string, Measurement> = {
  D15: {
    how: "Rådgivning, information og instruktion i øvelser hver for sig, senere mod første konsultation: sjældnere.",
    measure: (c) => ["gp", "chiropractor"].flatMap((p) => eachAnswer(c, p, advice, (v) => v < 0))
  },
  D16: {
    how: "Andel med manuel behandling: mindst 90 %.",
    measure: (c) =>
      eachForm(
        c,
        ["chiropractor"],
        (profession) => percentOf(c, {profession}, "actions.manual_treatment"),
        (v) => v >= 90
      )
  },
  D17: {
    how: "NSAID, Gabapentin/Lyrica/TCA og opioider, senere mod første konsultation: i gennemsnit hyppigere.",
    measure: (c) =>
      eachForm(
        c,
        ["gp"],
        (p) => meanOf(laterMinusFirst(c, p, analgesics)),
        (v) => v > 0,
        danishPoints
      )
  },
  D18: {
    how: "Henvisning til fysioterapeut og til kiropraktor hver for sig, senere mod første konsultation: sjældnere.",
    measure: (c) => eachAnswer(c, "gp", ["referrals.physiotherapist", "referrals.chiropractor"], (v) => v < 0)
  },
  D19: {
    how: "Andel af første konsultationer med henvisning til Rygcentret: højst 5 %.",
    measure: (c) =>
      eachForm(
        c,
        ["gp"],
        (profession) => percentOf(c, {profession, consultation: "first"}, "referrals.spine_centre"),
        (v) => v <= 5
      )
  },
  D20: {
    how: "Andel af registreringer med mindst én anbefaling: højst 10 %.",
    measure: (c) =>
      eachForm(
        c,
        ["physiotherapist"],
        (profession) => anyAnswer(c, {profession}, "referrals"),
        (v) => v <= 10
      )
  },
  D21: {
    how:
      "Formål, senere mod første konsultation i hver faggruppe: mere end halvdelen af svarene sjældnere, " +
      "og at finde årsag og berolige begge sjældnere, mere end resten i gennemsnit.",
    measure: (c) => forms(c).map((p) => purposesAtFirst(c, p))
  },
  D22: {
    how: "Handlinger pr. registrering hos de svært påvirkede mod alle: mindst 5 % flere, med samme mønster (korrelation over svar mindst 0,9).",
    measure: (c) => ["gp", "chiropractor"].map((p) => intensity(c, p, (ratio) => ratio >= 1.05))
  },
  D23: {
    how:
      "Handlinger pr. registrering hos de svært påvirkede mod alle: flere, men højst 10 % flere, " +
      "med samme mønster (korrelation over svar mindst 0,9).",
    measure: (c) =>
      ["physiotherapist", "spine_centre"].map((p) => intensity(c, p, (ratio) => ratio > 1 && ratio <= 1.1))
  },
  D24: {
    how: "Andel med mindst én henvisning hos de svært påvirkede mod alle: højere i hver faggruppe.",
    measure: (c) =>
      eachForm(
        c,
        forms(c),
        (profession) =>
          anyAnswer(c, {profession, patientGroup: "severe"}, "referrals") - anyAnswer(c, {profession}, "referrals"),
        (v) => v > 0,
        danishPoints
      )
  }
};

function purposesAtFirst(computed: Computed, profession: string): Measured {
  const answers = answersOf(computed, profession, "purpose");
  const rest = answers.filter((ref) => !causeAndReassurance.includes(ref));
  const rarer = laterMinusFirst(computed, profession, answers).filter((v) => v < 0).length;
  const named = laterMinusFirst(computed, profession, causeAndReassurance);
  const value = meanOf(named);
  return {
    group: profession,
    value,
    text: `${professionLabel(computed, profession)} ${rarer} af ${answers.length} sjældnere ved senere, finde årsag og berolige ${danishPoints(value)}`,
    holds:
      rarer > answers.length / 2 &&
      named.every((v) => v < 0) &&
      value < meanOf(laterMinusFirst(computed, profession, rest))
  };
}

function intensity(computed: Computed, profession: string, holds: (ratio: number) => boolean): Measured {
  const severe = {profession, patientGroup: "severe" as const};
  const answers = answersOf(computed, profession, "actions");
  const same = correlation(
    answers.map((ref) => percentOf(computed, {profession}, ref)),
    answers.map((ref) => percentOf(computed, severe, ref))
  );
  const value =
    answersPerRegistration(computed, severe, "actions") / answersPerRegistration(computed, {profession}, "actions");
  return {
    group: profession,
    value,
    text: `${professionLabel(computed, profession)} ${danishPercent(100 * (value - 1))} flere, korrelation ${danish(same, 2)}`,
    holds: holds(value) && same >= 0.9
  };
}

/** Pearson's correlation of two equally long series: 1 where one profile is the other, stretched or moved. */
function correlation(xs: number[], ys: number[]): number {
  const [x0, y0] = [totalOf(xs) / xs.length, totalOf(ys) / ys.length];
  const covariance = totalOf(xs.map((x, i) => (x - x0) * (ys[i]! - y0)));
  return covariance / Math.sqrt(totalOf(xs.map((x) => (x - x0) ** 2)) * totalOf(ys.map((y) => (y - y0) ** 2)));
}
