import type {Codebook} from "../ground/codebook.js";
import {readCases, type Case} from "./cases.js";
import type {EventType} from "./pathway.js";
import {judge, pathwayRules, type RuleJudgement} from "./pathwayRules.js";
import {missingFor} from "./registerPathway.js";
import {readStory, type Story} from "./story.js";

/** What the pages about the cases show. Texts are Danish. */
export interface CaseFacts {
  /** `missing`: what registers would have to hold to decide the rule; nothing where they can. */
  rules: {id: string; title: string; missing: EventType[]}[];
  cases: (Omit<Case, "records"> & {judgements: RuleJudgement[]})[];
  /** One of the cases, step by step. */
  story: Story;
}

/**
 * The cases with what the rules say of them.
 * @param indicators ids of the registers' indicators
 */
export function caseFacts(root: string, codebook: Codebook, indicators: string[]): CaseFacts {
  const cases = readCases(root);
  return {
    rules: pathwayRules.map((rule) => ({id: rule.id, title: rule.title, missing: missingFor(rule)})),
    cases: cases.map((one) => {
      const {records, ...described} = one;
      return {...described, judgements: judge(one)};
    }),
    story: readStory(root, {codebook, indicators, cases})
  };
}
