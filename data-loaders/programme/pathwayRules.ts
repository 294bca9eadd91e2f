import type {Judgement, PathwayRule} from "./rule.js";
import type {Pathway} from "./pathway.js";
import {backToWork} from "./rules/backToWork.js";
import {caudaEquina} from "./rules/caudaEquina.js";
import {conservativeFirst} from "./rules/conservativeFirst.js";
import {extendedExamination} from "./rules/extendedExamination.js";
import {firstConsultation} from "./rules/firstConsultation.js";
import {hospitalCourse} from "./rules/hospitalCourse.js";
import {hospitalLetter} from "./rules/hospitalLetter.js";
import {imagingAfterCare} from "./rules/imagingAfterCare.js";
import {letterAfterExamination} from "./rules/letterAfterExamination.js";
import {medicineNotAlone} from "./rules/medicineNotAlone.js";
import {noImagingWhenChronic} from "./rules/noImagingWhenChronic.js";
import {noSurgeryWhenUnspecific} from "./rules/noSurgeryWhenUnspecific.js";
import {planAfterSurgery} from "./rules/planAfterSurgery.js";
import {reReferral} from "./rules/reReferral.js";
import {riskScreening} from "./rules/riskScreening.js";
import {rootFollowUp} from "./rules/rootFollowUp.js";
import {roundTable} from "./rules/roundTable.js";
import {stayActive} from "./rules/stayActive.js";
import {surgeryWhenAllAgrees} from "./rules/surgeryWhenAllAgrees.js";
import {warningSigns} from "./rules/warningSigns.js";

/** The rules that can be judged on what happened to a patient, in the order of a course. */
export const pathwayRules: PathwayRule[] = [
  firstConsultation,
  stayActive,
  caudaEquina,
  warningSigns,
  rootFollowUp,
  riskScreening,
  extendedExamination,
  letterAfterExamination,
  medicineNotAlone,
  imagingAfterCare,
  noImagingWhenChronic,
  reReferral,
  hospitalCourse,
  hospitalLetter,
  noSurgeryWhenUnspecific,
  surgeryWhenAllAgrees,
  conservativeFirst,
  planAfterSurgery,
  backToWork,
  roundTable
];

/** A judgement with the rule it is made by. */
export interface RuleJudgement extends Judgement {
  rule: string;
}

/** What every rule says of a pathway; a rule that needs what the source does not record says nothing. */
export function judge(pathway: Pathway, rules: PathwayRule[] = pathwayRules): RuleJudgement[] {
  return rules
    .filter((rule) => rule.needs.every((type) => pathway.records.has(type)))
    .flatMap((rule) => rule.judge(pathway).map((judgement) => ({rule: rule.id, ...judgement})));
}
