import {sum} from "d3-array";
import type {ProgrammeRule} from "../../../data-loaders/programme/rules.js";
import {verdicts, type Verdict} from "../../domain/programme.js";
import {normalQuantile} from "../../statistics/normal.js";
import {peopleOf} from "../../statistics/surelyConcerned.js";
import {wilson} from "../../statistics/wilson.js";
import {count, interval} from "../words/format.js";
import {shareOf} from "./shares.js";
import type {Comparison, Evidence, Finding} from "./finding.js";
import type {AreaPlace} from "./place.js";
import {ofTheUnknown, registerRules, undecidedRules} from "./rules.js";

/** A row of `pathway_rule_checks`. */
export interface RuleCheck {
  area_id: string;
  rule_id: string;
  verdict: Verdict;
  patients: number | null;
  total: number | null;
}

type Rules = ReadonlyMap<string, Pick<ProgrammeRule, "rule" | "limits">>;

/** How many patients' courses depart from a rule that the registers decide: the region's, of a municipality. */
export function programmeDeparts(place: AreaPlace, checks: readonly RuleCheck[], rules: Rules): Comparison[] {
  const {id, name, isWider} = countedFor(place);
  return Object.entries(registerRules).flatMap(([ruleId, {who, which, question, meaning}]) => {
    const ofRule = checks.filter((row) => row.area_id === id && row.rule_id === ruleId);
    const departs = ofRule.find(({verdict}) => verdict === "departs");
    const rule = rules.get(ruleId);
    if (!rule || !departs?.total || departs.patients === null) return [];
    const {patients: y, total: n} = departs;
    return (compared: number): Finding => {
      const limits = wilson(y, n, normalQuantile(1 - 0.025 / compared));
      return {
        kind: "programme",
        subject: ruleId,
        title: rule.rule,
        sentence:
          `Forløbet afviger fra reglen hos ${count(y)} af de ${count(n)} ${who} fra ${name}${which}, som reglen gælder for: ` +
          `${shareOf({y, n})} (${interval(100 * limits.low, 100 * limits.high)} med tilfældighed regnet med).`,
        people: peopleOf(limits, n),
        total: n,
        unit: "patienter",
        isWider,
        evidence: partsOf(ofRule, "departs"),
        question,
        meaning: `${meaning} ${rule.limits}`,
        action: {text: `Reglen ${ruleId} i forløbsprogrammet`, address: "forloebsprogram/forloeb#regler"},
        numbers: "forloebsprogram/forloeb#regler"
      };
    };
  });
}

/** Of how many patients the registers cannot tell whether a rule was followed. */
export function undecided(place: AreaPlace, checks: readonly RuleCheck[], rules: Rules): Finding[] {
  const {id, name, isWider} = countedFor(place);
  return undecidedRules.flatMap((ruleId) => {
    const ofRule = checks.filter((row) => row.area_id === id && row.rule_id === ruleId);
    const open = ofRule.find(({verdict}) => verdict === "undecided");
    const rule = rules.get(ruleId);
    if (!rule || !open?.total || !open.patients) return [];
    return {
      kind: "unknown",
      subject: ruleId,
      title: rule.rule,
      sentence: `Hos ${count(open.patients)} af de ${count(open.total)} patienter fra ${name}, som reglen gælder for, kan registrene ikke afgøre, om den er fulgt.`,
      people: open.patients,
      total: open.total,
      unit: "patienter",
      isWider,
      evidence: partsOf(ofRule, "undecided"),
      ...ofTheUnknown,
      meaning: `${rule.limits} ${ofTheUnknown.meaning}`,
      action: {text: `Reglen ${ruleId} i forløbsprogrammet`, address: "forloebsprogram/forloeb#regler"},
      numbers: "forloebsprogram/forloeb#regler"
    };
  });
}

/** Rules are counted for the country and the regions. */
function countedFor({id, name, region}: AreaPlace) {
  return {...(region ?? {id, name}), isWider: region !== undefined};
}

function partsOf(rows: readonly RuleCheck[], meant: Verdict): Evidence {
  const parts = rows.flatMap(({verdict, patients, total}) =>
    patients && total
      ? {name: verdicts[verdict].label, percent: (100 * patients) / total, isMeant: verdict === meant}
      : []
  );
  const hidden = 100 - sum(parts, ({percent}) => percent);
  const rest = hidden > 1e-6 ? [{name: "Skjult", percent: hidden, isMeant: false}] : [];
  return {type: "parts", parts: [...parts, ...rest], of: "patienter, som reglen gælder for"};
}
