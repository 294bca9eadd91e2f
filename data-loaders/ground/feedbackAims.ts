import {existsSync} from "node:fs";
import {join} from "node:path";
import * as v from "valibot";
import type {Codebook} from "./codebook.js";
import {readSpec} from "./readYaml.js";
import {Refusal} from "./refusal.js";

const AimsSpec = v.strictObject({
  fewest: v.pipe(v.number(), v.integer(), v.minValue(5)),
  case_mix: v.array(v.string()),
  shares: v.array(
    v.strictObject({
      ref: v.string(),
      rule: v.optional(v.string()),
      better: v.picklist(["more", "less"]),
      did: v.string(),
      means: v.string(),
      goal: v.string()
    })
  )
});

/** A share that a participant's own report may say something of. */
export interface Aim {
  /** `question.answer`, or the id of a composite. */
  ref: string;
  /** The rule of the programme behind it. */
  rule?: string;
  better: "more" | "less";
  /** `Du {did} ved 12 af 40 konsultationer` */
  did: string;
  means: string;
  goal: string;
}

/** What an audit's personal reports compare. */
export interface FeedbackAims {
  /** Nothing is compared of fewer registrations. */
  fewest: number;
  /** What patients are like, by `question.answer` or composite. */
  caseMix: string[];
  shares: Aim[];
}

/**
 * Reads `feedback.yaml` of a code book's folder.
 * @throws Refusal where there is none, or naming what it has wrong
 */
export function readAims(folder: string, codebook: Codebook): FeedbackAims {
  const file = join(folder, "feedback.yaml");
  if (!existsSync(file))
    throw new Refusal(
      `${file} findes ikke; skriv den efter docs/audit-cycle.md, så rapporterne ved, hvad der sammenlignes.`
    );
  const {fewest, case_mix, shares} = readSpec(AimsSpec, file);
  const known = new Set([
    ...codebook.measures.map(({id}) => id),
    ...codebook.professions.flatMap(({questions}) =>
      questions.flatMap(({id, answers}) => answers.map((answer) => `${id}.${answer.id}`))
    )
  ]);
  const unknown = [...case_mix, ...shares.map(({ref}) => ref)].find((ref) => !known.has(ref));
  if (unknown !== undefined)
    throw new Refusal(`${file}: »${unknown}« findes ikke i kodebogen; skriv spørgsmål.svar eller et sammensat mål.`);
  return {fewest, caseMix: case_mix, shares};
}
