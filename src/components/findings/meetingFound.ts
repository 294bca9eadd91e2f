import {sum} from "d3-array";
import {cliniciansDiffer} from "./cliniciansDiffer.js";
import type {Comparison, Finding} from "./finding.js";
import type {FindingRows} from "./found.js";
import {fewestPeople} from "./rules.js";
import {professionDiffers, type ComparedForm} from "./professionDiffers.js";

/** What a meeting begins with: within each profession, and between the professions, what surely concerns most first. */
export interface MeetingFound {
  within: {form: ComparedForm; findings: Finding[]}[];
  across: Finding[];
  /** Among how many comparisons; the limits hold for all of them at once. */
  compared: number;
}

/** So many of each are enough for a meeting. */
const most = 3;

/**
 * The widest differences between clinicians of a profession, when chance is taken away, and between professions.
 * @param chosen the professions at the meeting; differences are to any other
 */
export function meetingFound(
  chosen: readonly ComparedForm[],
  forms: readonly ComparedForm[],
  {handled, participantSpread}: Pick<FindingRows, "handled" | "participantSpread">
): MeetingFound {
  const within = chosen.map((form) => ({form, comparisons: cliniciansDiffer([form], participantSpread, handled)}));
  const across = chosen.flatMap((form) => professionDiffers(form.id, handled, forms));
  const compared = across.length + sum(within, ({comparisons}) => comparisons.length);
  const widest = (comparisons: readonly Comparison[]) =>
    comparisons
      .flatMap((comparison) => comparison(Math.max(1, compared)) ?? [])
      .filter(({people}) => people >= fewestPeople)
      .toSorted((a, b) => b.people / b.total - a.people / a.total || a.subject.localeCompare(b.subject));
  return {
    within: within.map(({form, comparisons}) => ({form, findings: widest(comparisons).slice(0, most)})),
    across: oncePerAnswer(widest(across)).slice(0, most),
    compared
  };
}

/** The widest difference of each answer: the same two professions differ both ways, and others nearly as much. */
function oncePerAnswer(findings: readonly Finding[]): Finding[] {
  return findings.filter(({title}, i) => findings.findIndex((one) => one.title === title) === i);
}
