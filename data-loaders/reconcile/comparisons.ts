import {mean} from "d3-array";
import {professionLabel, type Computed, type Group} from "../printed/computed.js";
import type {Measured} from "./outcome.js";
import {danish, danishPercent, danishPoints} from "../printed/printedNumber.js";
import {totalOf} from "../printed/totalOf.js";

/** The forms a claim about all professions is about: telephone consultations stand apart in the report. */
export function forms(computed: Computed): string[] {
  return computed.codebook.professions.filter((p) => !p.telephoneOf).map((p) => p.id);
}

/** Percent of a group's registrations with an answer or composite; NaN where there is none. */
export function percentOf(computed: Computed, group: Group, ref: string): number {
  return computed.share(group, ref)?.percent ?? NaN;
}

/** The answers of a form's question without "none of these". */
export function answersOf(computed: Computed, profession: string, question: string): string[] {
  const asked = computed.codebook.professions
    .find((p) => p.id === profession)
    ?.questions.find((q) => q.id === question);
  return (asked?.answers ?? []).filter((a) => !a.excludesOthers).map((a) => `${question}.${a.id}`);
}

/** Later minus first consultation in percentage points, one figure per answer. */
export function laterMinusFirst(computed: Computed, profession: string, refs: string[]): number[] {
  return refs.map(
    (ref) =>
      percentOf(computed, {profession, consultation: "later"}, ref) -
      percentOf(computed, {profession, consultation: "first"}, ref)
  );
}

/** The mean, NaN as soon as one figure is: a claim about a figure that does not exist never holds. */
export function meanOf(values: number[]): number {
  return values.some(Number.isNaN) ? NaN : (mean(values) ?? NaN);
}

/** How many answers of a question a registration has on average, "none of these" left out. */
export function answersPerRegistration(computed: Computed, group: Group, question: string): number {
  return totalOf(answersOf(computed, group.profession, question).map((ref) => percentOf(computed, group, ref))) / 100;
}

/** Percent of registrations with at least one answer other than "none of these". */
export function anyAnswer(computed: Computed, group: Group, question: string): number {
  return 100 - percentOf(computed, group, `${question}.none`) - percentOf(computed, group, `${question}.missing`);
}

/** One share per form that must hold. */
export function eachForm(
  computed: Computed,
  professions: string[],
  value: (profession: string) => number,
  holds: (value: number) => boolean,
  show: (value: number) => string = danishPercent
): Measured[] {
  return professions.map((group) => {
    const v = value(group);
    return {group, value: v, text: `${professionLabel(computed, group)} ${show(v)}`, holds: holds(v)};
  });
}

/** One difference between later and first consultations per answer that must hold. */
export function eachAnswer(
  computed: Computed,
  profession: string,
  refs: string[],
  holds: (difference: number) => boolean
): Measured[] {
  return laterMinusFirst(computed, profession, refs).map((value, i) => ({
    group: `${profession}/${refs[i]}`,
    value,
    text: `${professionLabel(computed, profession)}, ${labelOf(computed, profession, refs[i]!)}: ${danishPoints(value)} ved senere`,
    holds: holds(value)
  }));
}

/** Years, with one decimal. */
export function years(value: number): string {
  return `${danish(value, 1)} år`;
}

function labelOf(computed: Computed, profession: string, ref: string): string {
  const [question, answer] = ref.split(".");
  const asked = computed.codebook.professions
    .find((p) => p.id === profession)
    ?.questions.find((q) => q.id === question);
  return asked?.answers.find((a) => a.id === answer)?.label ?? ref;
}
