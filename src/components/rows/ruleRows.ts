import type {ProgrammeRule, RuleMeasure} from "../../../data-loaders/programme/rules.js";
import type {Row} from "./column.js";
import {percent} from "../words/format.js";
import {consultations, patientGroups} from "../../domain/audit.js";
import {anyShare, noneOutside} from "./range.js";
import type {Words} from "../../domain/words.js";

/** A share of the audit: an answer or a composite (`ref`) in a group of registrations. */
export interface AuditShare extends Row {
  profession: string;
  profession_da: string;
  ref: string;
  label: string;
  consultation: string;
  patient_group: string;
}

/** An indicator's, or a first contact's, share in the country or a region. */
export interface RegisterShare extends Row {
  ref: string;
  label: string;
  area: string;
}

/**
 * The audit's rows that speak to a rule, one a measure and profession that has it on its
 * form, labelled as the rule wants.
 */
export function auditRows({measures}: Pick<ProgrammeRule, "measures">, shares: readonly AuditShare[]) {
  return measures.flatMap((measure, i) => {
    if (!("answer" in measure || "measure" in measure)) return [];
    const ref = "answer" in measure ? measure.answer : measure.measure;
    return shares
      .filter(
        (row) => row.ref === ref && row.consultation === measure.consultation && row.patient_group === measure.group
      )
      .map((row) => ({
        ...row,
        answer: `${i} ${ref}`,
        label: measure.label ?? [row.label, narrowed(measure)].filter(Boolean).join(", ")
      }));
  });
}

/** The group and the consultations a measure is about, where it is not about all. */
function narrowed({group, consultation}: {group: string; consultation: string}): string {
  const chosen = (words: Words, id: string) => (id === "all" ? [] : [words[id]!.danish]);
  return [...chosen(patientGroups, group), ...chosen(consultations, consultation)].join(", ");
}

/** The registers' rows that speak to a rule, the country first. */
export function registerRows({measures}: ProgrammeRule, shares: readonly RegisterShare[]) {
  return measures.flatMap((measure) => {
    const ref = registerRef(measure);
    return ref === undefined
      ? []
      : shares.filter((row) => row.ref === ref).map((row) => ({...row, label: measure.label ?? row.label}));
  });
}

function registerRef(measure: RuleMeasure): string | undefined {
  if ("indicator" in measure) return measure.indicator;
  return "first_contact" in measure ? measure.first_contact : undefined;
}

export const measuredWords: Record<ProgrammeRule["measured"], string> = {
  yes: "Kan måles",
  partly: "Kan måles delvis",
  no: "Kan ikke måles med disse data"
};
export const directionWords: Record<ProgrammeRule["direction"], string> = {
  more: "Reglen peger mod en høj andel.",
  less: "Reglen peger mod en lav andel.",
  none: "Reglen peger ikke i en bestemt retning."
};

type Shown = {label: string; percent: number | null; who: string; status?: unknown};

/** What the measures of a rule show, in one sentence: the lowest and highest shown share of the first. */
export function ruleSentence(rows: readonly Shown[]): string {
  const first = rows[0]?.label;
  const shown = rows
    .filter((row) => row.label === first && row.percent !== null)
    .toSorted((a, b) => a.percent! - b.percent!);
  const [low, high] = [shown[0], shown.at(-1)];
  if (!low || !high) return "Ingen tal kan vises for reglen.";
  if (shown.length === 1) return `»${first}«: ${percent(low.percent)} hos ${low.who}.`;
  const range = {least: low.percent!, most: high.percent!};
  const isProven = noneOutside(
    rows.filter((row) => row.label === first),
    "percent",
    range,
    anyShare
  );
  return `»${first}«: ${isProven ? "" : "af de viste "}fra ${percent(low.percent)} hos ${low.who} til ${percent(high.percent)} hos ${high.who}.`;
}
