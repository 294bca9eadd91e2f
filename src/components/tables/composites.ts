import type {Codebook, Profession} from "../../../data-loaders/ground/codebook.js";
import type {Column, Row} from "../rows/column.js";

/** The composites of a code book in words: which answers they hold, and which forms have all of those. */
export function composites({measures, professions}: Codebook): Row[] {
  return measures.map(({label, anyOf}) => ({
    label,
    answers: anyOf.map((ref) => answerLabel(professions, ref)).join("; eller "),
    forms: professions
      .filter((form) => anyOf.every((ref) => labelOn(form, ref) !== undefined))
      .map(({short}) => short)
      .join(", ")
  }));
}

export const compositeColumns: Column[] = [
  {field: "label", label: "Sammensat mål"},
  {field: "answers", label: "Svar, hvoraf mindst ét er givet"},
  {field: "forms", label: "Skemaer"}
];

/** Forms word an answer alike or nearly so: the wording of the first form that has it is used. */
function answerLabel(professions: Profession[], ref: string): string {
  return professions.map((form) => labelOn(form, ref)).find((label) => label !== undefined) ?? ref;
}

function labelOn({questions}: Profession, ref: string): string | undefined {
  return questions.flatMap(({id, block, answers}) =>
    answers.filter((a) => `${id}.${a.id}` === ref).map(({label}) => `${block}: ${label}`)
  )[0];
}
