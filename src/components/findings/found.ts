import type {Reasons} from "../../../data-loaders/programme/reasons.js";
import type {ProgrammeRule} from "../../../data-loaders/programme/rules.js";
import {areaChanged} from "./areaChanged.js";
import {areaDiffers} from "./areaDiffers.js";
import {cliniciansDiffer, type SpreadRow} from "./cliniciansDiffer.js";
import {findings, type Comparison, type Finding} from "./finding.js";
import type {AreaPlace, IndicatorRow} from "./place.js";
import {professionDeparts} from "./professionDeparts.js";
import {professionDiffers, type AuditRow, type ComparedForm} from "./professionDiffers.js";
import {programmeDeparts, undecided, type RuleCheck} from "./programmeDeparts.js";
import {auditRules} from "./rules.js";
import {unanswered} from "./unanswered.js";

/** The published rows that findings are computed from; all but `own` are the newest period's or round's. */
export interface FindingRows {
  /** Indicators of the place and of the country, all periods. */
  own: readonly IndicatorRow[];
  /** Indicators of all regions and municipalities. */
  spread: readonly IndicatorRow[];
  checks: readonly RuleCheck[];
  /** The audit's answers about what clinicians do. */
  handled: readonly AuditRow[];
  participantSpread: readonly SpreadRow[];
}

/** What the findings' words need to know. */
export interface FindingWords {
  /** The newest last. */
  periods: readonly string[];
  /** The names of the indicators. */
  titles: ReadonlyMap<string, string>;
  rules: ReadonlyMap<string, Pick<ProgrammeRule, "rule" | "direction" | "limits" | keyof Reasons>>;
  /** Good reasons to differ on an indicator, by its id. */
  reasons: Readonly<Record<string, Reasons>>;
  regions: readonly AreaPlace[];
  /** The forms that are compared. */
  forms: readonly ComparedForm[];
}

/** What was found, among how many comparisons that the limits hold for at once. */
export interface Found {
  findings: Finding[];
  compared: number;
}

/** The findings of the country, a region or a municipality. The country differs where its regions do. */
export function areaFound(place: AreaPlace, rows: FindingRows, words: FindingWords): Found {
  const {own, spread, checks, handled, participantSpread} = rows;
  const {periods, titles, rules, regions, forms} = words;
  const now = own.filter(({period}) => period === periods.at(-1));
  const newest = {rows: [...now.filter((row) => row.area_type === "country"), ...spread], titles};
  const isCountry = place.type === "country";
  const comparisons = [
    ...(isCountry ? regions.flatMap((region) => areaDiffers(region, newest)) : areaDiffers(place, newest)),
    ...areaChanged(place, {rows: own, titles}, periods),
    ...programmeDeparts(place, checks, rules),
    // The audit is not divided by area.
    ...cliniciansDiffer(forms, participantSpread, handled).map(
      (one): Comparison =>
        (compared) => {
          const found = one(compared);
          return found && {...found, isWider: !isCountry};
        }
    )
  ];
  return {
    findings: findings(comparisons, undecided(place, checks, rules)).map(reasonsIn(words)),
    compared: comparisons.length
  };
}

/** The findings of a profession of the audit. */
export function professionFound(form: ComparedForm, rows: FindingRows, words: FindingWords): Found {
  const {handled, participantSpread} = rows;
  const comparisons = [
    ...professionDiffers(form.id, handled, words.forms),
    ...professionDeparts(form, handled, words.rules),
    ...cliniciansDiffer([form], participantSpread, handled)
  ];
  return {
    findings: findings(comparisons, unanswered(form, handled)).map(reasonsIn(words)),
    compared: comparisons.length
  };
}

/** Adds the good reasons to differ where somebody stands out: those of the indicator, or of the rule it speaks to. */
function reasonsIn({rules, reasons}: Pick<FindingWords, "rules" | "reasons">): (finding: Finding) => Finding {
  return (finding) => {
    if (finding.kind === "unknown") return finding;
    // An indicator, a rule, or an answer of the audit beside a profession.
    const subjects = finding.subject.split(" ");
    const spokenTo = auditRules.find(({ref}) => subjects.includes(ref))?.rule;
    const own = reasons[finding.subject] ?? rules.get(subjects[0]!) ?? (spokenTo && rules.get(spokenTo));
    return own ? {...finding, reasons: {reasons: own.reasons, evidence: own.evidence}} : finding;
  };
}
