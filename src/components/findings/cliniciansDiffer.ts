import {meanDeviation, shareAt} from "../../statistics/betaShares.js";
import {leastSpread} from "../../statistics/leastSpread.js";
import {peopleOf} from "../../statistics/surelyConcerned.js";
import {widened, widening} from "../../statistics/simultaneous.js";
import {count, interval, percent} from "../words/format.js";
import {isEstimated, type AuditRow, type ComparedForm} from "./professionDiffers.js";
import type {Comparison} from "./finding.js";
import {betweenClinicians, handling} from "./rules.js";

/** A row of `variation` on a profession's participants. */
export interface SpreadRow {
  profession: string;
  /** `question.answer`. */
  measure: string;
  units: number;
  chance_share: number | null;
  between_spread: number | null;
  between_spread_low: number | null;
}

/** A share that is published as 0 % of the variance is below this. */
const leastChance = 0.005;

/**
 * On how many registrations an answer hangs on which participant the patient met: the mean distance between
 * participants' true shares and the common one, at the lower limit of their likeness (the intra-class correlation) and
 * at that limit of the common share where the distance is least: a share that few clinicians make up is itself unsure.
 */
export function cliniciansDiffer(
  forms: readonly ComparedForm[],
  spreads: readonly SpreadRow[],
  rows: readonly AuditRow[]
): Comparison[] {
  return spreads.flatMap((spread) => {
    const form = forms.find(({id}) => id === spread.profession);
    const row = rows.find((one) => one.profession === spread.profession && one.ref === spread.measure);
    const {between_spread: between, between_spread_low: low, chance_share: chance, measure, units} = spread;
    if (!form || !row || !isEstimated(row) || !handling.includes(measure)) return [];
    if (between === null || low === null || chance === null || row.percent <= 0 || row.percent >= 100) return [];
    return (compared: number) => {
      const apart = between / 100;
      const published = {spread: apart, low: low / 100, chanceShare: Math.max(leastChance, chance / 100)};
      const least = leastSpread(published, compared);
      if (least === 0) return undefined;
      const mean = row.percent / 100;
      const limits = widened(row.percent, row, widening(compared, form.participants));
      // The same likeness ρ spreads another share by √(ρ p (1 − p)).
      const share = Math.min(
        ...[limits.low / 100, mean, limits.high / 100].map((at) => {
          const product = Math.max(0, at * (1 - at));
          return product === 0
            ? 0
            : meanDeviation({mean: at, spread: least * Math.sqrt(product / (mean * (1 - mean)))});
        })
      );
      const [from, to] = [0.1, 0.9].map((part) => 100 * shareAt(part, {mean, spread: apart}));
      const people = peopleOf({low: share, high: share}, row.total);
      return {
        kind: "clinicians",
        subject: `${spread.profession} ${measure}`,
        title: row.label,
        sentence:
          `Om »${row.label}« krydses af hos ${form.inText}, afhænger af, hvem patienten møder: ${percent(row.percent)} hos alle ${count(units)} deltagere, ` +
          `men otte af ti deltagere ligger skønsmæssigt spredt over ${interval(from, to, 0)}, når tilfældighed er taget fra. ` +
          `Svaret hænger på deltageren ved, med 95\u00A0% sikkerhed, mindst ${count(people)} af ${count(row.total)} registreringer.`,
        people,
        total: row.total,
        unit: "registreringer",
        evidence: {
          type: "spread",
          low: from!,
          middle: row.percent,
          high: to!,
          of: `registreringer med »${row.label}«, ${form.inText}`
        },
        ...betweenClinicians,
        action: {text: "Hvad programmet siger om, hvem der gør hvad", address: "forloebsprogram/"},
        numbers: `audit/variation?fag=${spread.profession}&svar=${measure}`
      };
    };
  });
}
