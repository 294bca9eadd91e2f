import {max, min} from "d3-array";
import {answersOf, eachForm, forms, laterMinusFirst, meanOf, percentOf, years} from "./comparisons.js";
import type {Computed} from "../printed/computed.js";
import type {Measurement} from "./outcome.js";
import {danishPercent, danishPoints} from "../printed/printedNumber.js";

const radiation = "symptoms.radiation_below_knee";
const abnormalFindings = [
  "findings.abnormal_neurology",
  "findings.suspected_root_compression",
  "findings.suspected_serious_pathology"
];

/** Who the patients are: age, earlier episodes, severity, findings. */
export const claimsAboutPatients: Record<string, Measurement> = {
  D01: {
    how: "Gennemsnitsalder: højst 10 år fra den yngste til den ældste faggruppe.",
    measure: (c) => {
      const means = forms(c).map((p) => c.meanAge(p) ?? NaN);
      const value = means.some(Number.isNaN) ? NaN : max(means)! - min(means)!;
      return [
        {group: "all", value, text: `${years(min(means) ?? NaN)} til ${years(max(means) ?? NaN)}`, holds: value <= 10}
      ];
    }
  },
  D02: {
    how: "Gennemsnitsalder mod alle faggrupper under ét: ældre, men højst 6 år.",
    measure: (c) =>
      eachForm(
        c,
        ["physiotherapist"],
        (p) => olderThanAll(c, p),
        (v) => v > 0 && v <= 6,
        years
      )
  },
  D03: {
    how: "Gennemsnitsalder mod alle faggrupper under ét: yngre, men højst 6 år.",
    measure: (c) =>
      eachForm(
        c,
        ["chiropractor"],
        (p) => olderThanAll(c, p),
        (v) => v < 0 && v >= -6,
        years
      )
  },
  D04: {
    how: "Andel med flere funktionshæmmende rygepisoder: højere på Rygcentret end hos lægerne.",
    measure: (c) => {
      const gp = percentOf(c, {profession: "gp"}, "earlier_episodes.several_disabling");
      const value = percentOf(c, {profession: "spine_centre"}, "earlier_episodes.several_disabling");
      return [
        {
          group: "spine_centre",
          value,
          text: `Rygcenter ${danishPercent(value)}, læger ${danishPercent(gp)}`,
          holds: value > gp
        }
      ];
    }
  },
  D05: {
    how: "Andel med udstråling til under knæ mod kiropraktorernes: højere i hver af de andre faggrupper.",
    measure: (c) =>
      eachForm(
        c,
        others(c, "chiropractor"),
        (p) => percentOf(c, {profession: p}, radiation) - percentOf(c, {profession: "chiropractor"}, radiation),
        (v) => v > 0,
        danishPoints
      )
  },
  D06: {
    how: "Andel med udstråling til under knæ mod Rygcentrets: lavere i hver af de andre faggrupper.",
    measure: (c) =>
      eachForm(
        c,
        others(c, "spine_centre"),
        (p) => percentOf(c, {profession: p}, radiation) - percentOf(c, {profession: "spine_centre"}, radiation),
        (v) => v < 0,
        danishPoints
      )
  },
  D07: {
    how: "Begrænset funktion mod det hyppigste andet svar under Karakteristika, på hvert skema (også telefon): hyppigere.",
    measure: (c) =>
      eachForm(
        c,
        c.codebook.professions.map((p) => p.id),
        (profession) => {
          const rest = answersOf(c, profession, "characteristics").filter(
            (ref) => ref !== "characteristics.limited_function"
          );
          return (
            percentOf(c, {profession}, "characteristics.limited_function") -
            Math.max(...rest.map((ref) => percentOf(c, {profession}, ref)))
          );
        },
        (v) => v > 0,
        danishPoints
      )
  },
  D08: {
    how: "Svarene under Karakteristika, senere mod første konsultation: i gennemsnit mindst 5 procentpoint hyppigere.",
    measure: (c) =>
      eachForm(
        c,
        ["gp"],
        (p) => sickerLater(c, p),
        (v) => v >= 5,
        danishPoints
      )
  },
  D09: {
    how: "Samme mål som D08: i de tre andre faggrupper under 5 procentpoint.",
    measure: (c) =>
      eachForm(
        c,
        others(c, "gp"),
        (p) => sickerLater(c, p),
        (v) => v < 5,
        danishPoints
      )
  },
  D10: {
    how: "Andel af alle registreringer med normal neurologi: over halvdelen i hver faggruppe.",
    measure: (c) =>
      eachForm(
        c,
        forms(c),
        (profession) => percentOf(c, {profession}, "findings.normal_neurology"),
        (v) => v > 50
      )
  },
  D11: {
    how: "Andel med udført neurologisk undersøgelse, senere mod første konsultation: lavere i hver faggruppe.",
    measure: (c) =>
      eachForm(
        c,
        forms(c),
        (p) => laterMinusFirst(c, p, ["neurological_examination"])[0]!,
        (v) => v < 0,
        danishPoints
      )
  },
  D12: {
    how: "Andel med mistanke om alvorlig patologi: højst 2 % i hver faggruppe.",
    measure: (c) =>
      eachForm(
        c,
        forms(c),
        (profession) => percentOf(c, {profession}, "findings.suspected_serious_pathology"),
        (v) => v <= 2
      )
  },
  D13: {
    how: "Abnorm neurologi, mistanke om rodtryk og om alvorlig patologi, senere mod første konsultation: i gennemsnit hyppigere.",
    measure: (c) =>
      eachForm(
        c,
        ["gp"],
        (p) => meanOf(laterMinusFirst(c, p, abnormalFindings)),
        (v) => v > 0,
        danishPoints
      )
  },
  D14: {
    how: "Samme mål som D13: i gennemsnit sjældnere.",
    measure: (c) =>
      eachForm(
        c,
        ["spine_centre"],
        (p) => meanOf(laterMinusFirst(c, p, abnormalFindings)),
        (v) => v < 0,
        danishPoints
      )
  }
};

function others(computed: Computed, profession: string): string[] {
  return forms(computed).filter((p) => p !== profession);
}

function olderThanAll(computed: Computed, profession: string): number {
  return (computed.meanAge(profession) ?? NaN) - (computed.meanAge("all") ?? NaN);
}

function sickerLater(computed: Computed, profession: string): number {
  return meanOf(laterMinusFirst(computed, profession, answersOf(computed, profession, "characteristics")));
}
