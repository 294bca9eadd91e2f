import * as v from "valibot";
import type {Codebook} from "../ground/codebook.js";

const narrowing = {
  label: v.optional(v.string()),
  consultation: v.optional(v.picklist(["all", "first", "later"]), "all"),
  group: v.optional(v.picklist(["all", "severe"]), "all")
};

/** An answer (`question.answer`) or a composite of the audit, in a group of registrations. */
export const auditMeasureSpecs = [
  v.strictObject({answer: v.pipe(v.string(), v.includes(".")), ...narrowing}),
  v.strictObject({measure: v.string(), ...narrowing})
] as const;

export type AuditMeasure = v.InferOutput<(typeof auditMeasureSpecs)[number]>;

/** Checks that a code book has a measure; returns undefined, or what is wrong in Danish. */
export function auditMeasureFault({professions, measures}: Codebook): (measure: AuditMeasure) => string | undefined {
  const answers = new Set(
    professions.flatMap((p) =>
      p.questions.flatMap((q) => [`${q.id}.missing`, ...q.answers.map((a) => `${q.id}.${a.id}`)])
    )
  );
  const composites = new Set(measures.map(({id}) => id));
  return (measure) => {
    if ("answer" in measure)
      return answers.has(measure.answer) ? undefined : `måles ved ${measure.answer}, som intet skema har`;
    return composites.has(measure.measure) ? undefined : `måles ved ${measure.measure}, som kodebogen ikke kender`;
  };
}
