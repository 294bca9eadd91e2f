import {readCases, type Case} from "./cases.js";
import type {EventType} from "./pathway.js";
import {judge, pathwayRules, type RuleJudgement} from "./pathwayRules.js";
import {missingFor} from "./registerPathway.js";

/** What the pages about the cases show. Texts are Danish. */
export interface CaseFacts {
  /** `missing`: what registers would have to hold to decide the rule; nothing where they can. */
  rules: {id: string; title: string; missing: EventType[]}[];
  cases: (Omit<Case, "records"> & {judgements: RuleJudgement[]})[];
}

/** The cases with what the rules say of them. */
export function caseFacts(root: string): CaseFacts {
  return {
    rules: pathwayRules.map((rule) => ({id: rule.id, title: rule.title, missing: missingFor(rule)})),
    cases: readCases(root).map((one) => {
      const {records, ...described} = one;
      return {...described, judgements: judge(one)};
    })
  };
}
