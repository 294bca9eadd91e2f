import {meanDeviation, shareAt} from "../../statistics/betaShares.js";
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

/**
 * On how many registrations an answer hangs on which participant the patient met: the mean distance between
 * participants' true shares and the common one, at the lower limit of their spread.
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
      // Of the variance: on its scale arms can be lengthened, while those of a standard deviation claim too often.
      const variance = widened(between ** 2, {low: low ** 2, high: between ** 2}, widening(compared)).low;
      if (variance <= 0) return undefined;
      const least = Math.sqrt(variance) / 100;
      const mean = row.percent / 100;
      const share = meanDeviation({mean, spread: least});
      const [from, to] = [0.1, 0.9].map((part) => 100 * shareAt(part, {mean, spread: between / 100}));
      const people = peopleOf({low: share, high: share}, row.total);
      return {
        kind: "clinicians",
        subject: `${spread.profession} ${measure}`,
        title: row.label,
        sentence:
          `Om »${row.label}« krydses af hos ${form.inText}, afhænger af, hvem patienten møder: ${percent(row.percent)} hos alle ${count(units)} deltagere, ` +
          `men otte af ti deltagere ligger skønsmæssigt spredt over ${interval(from, to, 0)}, når tilfældighed er taget fra. ` +
          `Det gælder med 95\u00A0% sikkerhed mindst ${count(people)} af ${count(row.total)} registreringer.`,
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
