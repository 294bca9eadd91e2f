import {readCases, type Case} from "./cases.js";
import {judge, pathwayRules, type RuleJudgement} from "./pathwayRules.js";

/** What the pages about the cases show. Texts are Danish. */
export interface CaseFacts {
  rules: {id: string; title: string}[];
  cases: (Omit<Case, "records"> & {judgements: RuleJudgement[]})[];
}

/** The cases with what the rules say of them. */
export function caseFacts(root: string): CaseFacts {
  return {
    rules: pathwayRules.map(({id, title}) => ({id, title})),
    cases: readCases(root).map((one) => {
      const {records, ...told} = one;
      return {...told, judgements: judge(one)};
    })
  };
}
