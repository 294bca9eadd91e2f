import {peopleOf} from "../../statistics/surelyConcerned.js";
import {differenceOf, isSure} from "../rows/largestDifference.js";
import {count, percent} from "../words/format.js";
import {limitsOf, moreOrFewer} from "./shares.js";
import type {ComparedShare} from "../charts/comparedShares.js";
import type {Comparison} from "./finding.js";
import {betweenClinicians, handling} from "./rules.js";

/** A profession that is compared, with the participants its limits rest on. */
export interface ComparedForm {
  id: string;
  label: string;
  inText: string;
  participants?: number | undefined;
}

/** An answer's or a composite's share of a profession's registrations, the newest round's. */
export interface AuditRow {
  profession: string;
  /** `question.answer`, or a composite's id. */
  ref: string;
  label: string;
  n: number | null;
  total: number | null;
  percent: number | null;
  low: number | null;
  high: number | null;
}

/** A profession beside every other, on each answer about what clinicians do that both have on their form. */
export function professionDiffers(
  profession: string,
  rows: readonly AuditRow[],
  forms: readonly ComparedForm[]
): Comparison[] {
  const own = forms.find(({id}) => id === profession);
  const handled = rows.filter(({ref}) => handling.includes(ref));
  if (!own) return [];
  return handled
    .filter((row) => row.profession === profession)
    .flatMap((row) =>
      forms
        .filter(({id}) => id !== profession)
        .flatMap((other) => {
          const beside = handled.find((one) => one.profession === other.id && one.ref === row.ref);
          return isEstimated(row) && beside && isEstimated(beside) ? [comparison(row, own, beside, other)] : [];
        })
    );
}

type Shown = AuditRow & Record<"total" | "percent" | "low" | "high", number>;

/** Whether a row has a share with its limits. */
export function isEstimated(row: AuditRow): row is Shown {
  return row.total !== null && row.percent !== null && row.low !== null && row.high !== null;
}

function comparison(row: Shown, own: ComparedForm, beside: Shown, other: ComparedForm): Comparison {
  return (compared) => {
    const estimate = (one: Shown) => ({
      value: one.percent,
      low: one.low,
      high: one.high,
      clusters: (one === row ? own : other).participants
    });
    const difference = differenceOf(row, beside, estimate, compared);
    if (!isSure(difference)) return undefined;
    const limits = {low: difference.limits!.low / 100, high: difference.limits!.high / 100};
    const people = peopleOf(limits, row.total);
    return {
      kind: "differs",
      subject: `${row.ref} ${other.id}`,
      title: row.label,
      sentence:
        `»${row.label}« er krydset af ved ${percent(row.percent)} af konsultationerne hos ${own.inText} mod ${percent(beside.percent)} hos ${other.inText}. ` +
        `Forskellen er ${limitsOf(limits)} procentpoint, altså med 95\u00A0% sikkerhed mindst ${moreOrFewer(people, difference.high === row)} af ${count(row.total)} registreringer, ` +
        `end hvis andelen var som hos ${other.inText}.`,
      people,
      total: row.total,
      unit: "registreringer",
      evidence: {
        type: "compared",
        rows: [estimated(own.label, row), estimated(other.label, beside)],
        of: `registreringer med »${row.label}«`
      },
      ...betweenClinicians,
      action: {text: "Hvad programmet siger om, hvem der gør hvad", address: "forloebsprogram/"},
      numbers: "audit/haandtering"
    };
  };
}

function estimated(name: string, {percent: value, low, high}: Shown): ComparedShare {
  return {name, percent: value, low, high};
}
