import type {ProgrammeRule} from "../../../data-loaders/programme/rules.js";
import {peopleOf} from "../../statistics/surelyConcerned.js";
import {widened, widening} from "../../statistics/simultaneous.js";
import {count, interval} from "../words/format.js";
import {isEstimated, type AuditRow, type ComparedForm} from "./professionDiffers.js";
import type {Comparison, Finding} from "./finding.js";
import {auditRules} from "./rules.js";

/**
 * On how many of a profession's registrations an answer goes the other way than the rule it speaks to: not ticked where
 * the rule asks for more, ticked where it asks for less.
 */
export function professionDeparts(
  {id, inText, participants}: ComparedForm,
  rows: readonly AuditRow[],
  rules: ReadonlyMap<string, Pick<ProgrammeRule, "rule" | "direction" | "limits">>
): Comparison[] {
  return auditRules.flatMap(({rule: ruleId, ref, question, meaning}) => {
    const row = rows.find((one) => one.profession === id && one.ref === ref);
    const rule = rules.get(ruleId);
    if (!rule || !row || !isEstimated(row)) return [];
    const {total, label} = row;
    const asksForMore = rule.direction === "more";
    const away = (value: number) => (asksForMore ? 100 - value : value);
    const [percent, low, high] = [away(row.percent), ...[away(row.low), away(row.high)].toSorted((a, b) => a - b)];
    return (compared: number): Finding => {
      const limits = widened(percent!, {low: low!, high: high!}, widening(compared, participants));
      return {
        kind: "programme",
        subject: `${ruleId} ${ref}`,
        title: rule.rule,
        sentence:
          `»${label}« er ${asksForMore ? "ikke " : ""}krydset af ved ${interval(Math.max(0, limits.low), Math.min(100, limits.high))} ` +
          `af konsultationerne hos ${inText} (N = ${count(total)}, tilfældighed regnet med). ` +
          `Reglen peger mod en ${asksForMore ? "høj" : "lav"} andel.`,
        people: peopleOf({low: limits.low / 100, high: limits.high / 100}, total),
        total,
        unit: "registreringer",
        evidence: {
          type: "parts",
          parts: [
            {name: "Krydset af", percent: row.percent, isMeant: !asksForMore},
            {name: "Ikke krydset af", percent: 100 - row.percent, isMeant: asksForMore}
          ],
          of: "registreringerne"
        },
        question,
        meaning: `${meaning} ${rule.limits}`,
        action: {text: `Reglen ${ruleId} i forløbsprogrammet`, address: `forloebsprogram/anbefalinger#${ruleId}`},
        numbers: `forloebsprogram/anbefalinger#${ruleId}`
      };
    };
  });
}
