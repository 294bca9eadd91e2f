import {join} from "node:path";
import * as v from "valibot";
import type {Codebook} from "../ground/codebook.js";
import {readSpec} from "../ground/readYaml.js";
import {Refusal} from "../ground/refusal.js";
import {auditMeasureFault} from "./auditMeasure.js";
import {readPrintedShares, type PrintedShare} from "./printedShares.js";

const PrevalenceSpec = v.strictObject({
  steps: v.array(
    v.strictObject({
      id: v.string(),
      label: v.string(),
      figure: v.optional(v.string()),
      divided_by: v.optional(v.string()),
      per: v.optional(v.string()),
      of: v.optional(v.string()),
      registers: v.optional(v.picklist(["patients", "operated"])),
      note: v.string()
    })
  ),
  triad: v.array(
    v.strictObject({
      id: v.string(),
      label: v.string(),
      printed: v.array(v.strictObject({figure: v.string(), label: v.string()})),
      answer: v.optional(v.string()),
      diagnoses: v.array(v.string()),
      note: v.string()
    })
  )
});

/** One step from the population to the patient. */
export interface PrevalenceStep {
  id: string;
  label: string;
  /** A proportion of `of`; absent where no source prints one. */
  share?: PrintedShare;
  /** `adults`, `inhabitants` or an earlier step. */
  of?: string;
  registers?: "patients" | "operated";
  note: string;
}

/** One part of the diagnostic triad, as proportions where printed. */
export interface TriadPart {
  id: string;
  label: string;
  printed: (PrintedShare & {label: string})[];
  /** `question.answer` of the audit. */
  answer?: string;
  diagnoses: string[];
  note: string;
}

export interface Prevalence {
  steps: PrevalenceStep[];
  triad: TriadPart[];
}

const file = "data/programme/prevalence.yaml";

/**
 * Reads `data/programme/prevalence.yaml` with the numbers of the printed sources. An answer
 * of another code book is left out.
 * @throws Refusal naming the entry and what is wrong with it: an unknown figure,
 *   or a share of what no earlier step defines
 */
export function readPrevalence(root: string, codebook: Codebook): Prevalence {
  const spec = readSpec(PrevalenceSpec, join(root, file), file);
  const printed = readPrintedShares(root);
  const faultOf = auditMeasureFault(codebook);
  const figureOf = (id: string, figure: string): PrintedShare => {
    const found = printed.get(figure);
    if (!found)
      throw new Refusal(
        `${file}: ${id} bruger tallet ${figure}, som hverken diasene eller programmet har i data/published; ret tallet.`
      );
    return found;
  };
  const known = new Set(["adults", "inhabitants"]);
  const steps = spec.steps.map(({id, label, figure, divided_by, per, of, registers, note}): PrevalenceStep => {
    if ((figure === undefined) !== (of === undefined))
      throw new Refusal(`${file}: ${id} skal have både "figure" og "of", eller ingen af dem; ret trinnet.`);
    if (of !== undefined && !known.has(of))
      throw new Refusal(
        `${file}: ${id} er en andel af ${of}, som ikke er adults, inhabitants eller et tidligere trin; ret trinnet.`
      );
    const step = {id, label, ...(of && {of}), ...(registers && {registers}), note};
    if (figure === undefined) return step;
    known.add(id);
    const parts = [divided_by, per].flatMap((one) => (one === undefined ? [] : [figureOf(id, one)]));
    const share = parts.reduce(
      ({low, high}, part) => ({low: low / part.low, high: high / part.high}),
      figureOf(id, figure)
    );
    return {...step, share};
  });
  const triad = spec.triad.map(
    ({id, label, printed, answer, diagnoses, note}): TriadPart => ({
      id,
      label,
      printed: printed.map(({figure, label}) => ({...figureOf(id, figure), label})),
      ...(answer && faultOf({answer, consultation: "all", group: "all"}) === undefined && {answer}),
      diagnoses,
      note
    })
  );
  return {steps, triad};
}
