import {readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import * as v from "valibot";
import {givers, tiers, type Giver, type Tier} from "../../src/domain/programme.js";
import type {Codebook} from "../ground/codebook.js";
import {readSpec} from "../ground/readYaml.js";
import {Refusal} from "../ground/refusal.js";
import {ruleReasons, type Reasons} from "./reasons.js";
import {auditMeasureFault, auditMeasureSpecs} from "./auditMeasure.js";

const MeasureSpec = v.union(
  [
    ...auditMeasureSpecs,
    v.strictObject({indicator: v.string(), label: v.optional(v.string())}),
    v.strictObject({
      first_contact: v.picklist(["acute", "medicine", "surgery", "private"]),
      label: v.optional(v.string())
    })
  ],
  "answer, measure, indicator eller first_contact med det, der afgrænser"
);

const RulesSpec = v.strictObject({
  audit: v.string(),
  rules: v.record(
    v.pipe(v.string(), v.regex(/^PR\d{2}$/, "et nummer som PR07")),
    v.strictObject({
      topic: v.string(),
      rule: v.string(),
      effort: v.optional(
        v.strictObject({
          name: v.string(),
          tier: v.picklist(Object.keys(tiers) as Tier[]),
          actors: v.array(v.picklist(Object.keys(givers) as Giver[]))
        })
      ),
      measured: v.picklist(["yes", "partly", "no"]),
      direction: v.picklist(["more", "less", "none"]),
      measures: v.array(MeasureSpec),
      limits: v.string(),
      needed: v.optional(v.string())
    })
  )
});

/**
 * What speaks to a rule: an answer or composite of the audit, an indicator, or the specialty
 * of the first hospital contact.
 */
export type RuleMeasure = v.InferOutput<typeof MeasureSpec>;

/** A rule of the programme in Danish beside what measures it. */
export interface ProgrammeRule extends Reasons {
  id: string;
  topic: string;
  rule: string;
  /** Where the rule says who an effort is for. */
  effort?: {name: string; tier: Tier; actors: Giver[]};
  /** Where the rule is from. */
  source: string;
  /** `yes`, `partly`, or `no`: not with these data. */
  measured: "yes" | "partly" | "no";
  /** What the rule asks for. */
  direction: "more" | "less" | "none";
  measures: RuleMeasure[];
  /** What the measures cannot say. */
  limits: string;
  /** What would make it measurable. */
  needed?: string;
}

const file = "data/programme/rules.yaml";

const sources: Record<string, string> = {
  "000": "auditrapporten",
  "002": "Dansk Rygdatabases årsrapport",
  "003": "casesamlingen, Region Midtjylland",
  "004": "forløbsprogrammet, Region Syddanmark"
};

/**
 * Reads `data/programme/rules.yaml`. Measures of another audit than the rules' own are left out.
 * @param indicators ids of the registers' indicators
 * @throws Refusal naming the rule and what is wrong with it: a missing entry, an answer no
 * form has, an unknown indicator, a rule without good reasons to differ
 */
export function readRules(root: string, codebook: Codebook, indicators: string[]): ProgrammeRule[] {
  const spec = readSpec(RulesSpec, join(root, file), file);
  const published = csvParse(readFileSync(join(root, "data/published/programme_rules.csv"), "utf8"));
  const faultOf = auditMeasureFault(codebook);
  const sameAudit = spec.audit === codebook.id;
  const rules = Object.entries(spec.rules).map(([id, rule]) => {
    const refuse = (what: string) => new Refusal(`${file}: ${id} ${what}; ret reglen.`);
    const row = published.find(({rule_id}) => rule_id === id);
    if (!row) throw refuse("står ikke i data/published/programme_rules.csv");
    if ((rule.measured === "no") !== (rule.measures.length === 0))
      throw refuse('skal have mål, netop når "measured" ikke er no');
    if (rule.measured !== "yes" && rule.needed === undefined)
      throw refuse('mangler "needed": hvad der skulle til for at måle den');
    const measures = rule.measures.filter((measure) => sameAudit || !("answer" in measure || "measure" in measure));
    for (const measure of measures) {
      const fault = "answer" in measure || "measure" in measure ? faultOf(measure) : undefined;
      if (fault) throw refuse(fault);
      if ("indicator" in measure && !indicators.includes(measure.indicator))
        throw refuse(`måles ved indikatoren ${measure.indicator}, som ikke findes`);
    }
    return {id, ...rule, measures, source: sources[row.source!.slice(0, 3)]!};
  });
  const reasons = ruleReasons(root, Object.keys(spec.rules));
  return rules.map((rule) => ({...rule, ...reasons.get(rule.id)!}));
}
