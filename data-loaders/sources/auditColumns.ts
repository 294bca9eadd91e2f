import type {Codebook} from "../ground/codebook.js";
import {coreColumns, regionColumn} from "../../src/domain/coreColumns.js";

/** A column of answers: a single-choice question, or one answer of a multiple-choice question. */
export interface AnswerColumn {
  /** `question`, or `question.answer`. */
  name: string;
  question: string;
  type: "single" | "multi";
  /** The forms that hold it, as positions in `codebook.professions`. */
  forms: number[];
  /** Single choice: the answers allowed on each of `forms`. */
  answers: string[][];
  /** Multiple choice: the forms on which this answer excludes the others of its block. */
  excludes: number[];
}

/** Every column of answers a code book gives, in the order of its forms; sex is a core column. */
export function answerColumnsOf(codebook: Codebook): AnswerColumn[] {
  const columns = new Map<string, AnswerColumn>();
  const column = (name: string, question: string, type: "single" | "multi") => {
    const found = columns.get(name) ?? {name, question, type, forms: [], answers: [], excludes: []};
    columns.set(name, found);
    return found;
  };
  codebook.professions.forEach((profession, form) => {
    for (const question of profession.questions) {
      if (isCore(question.id)) continue;
      if (question.type === "single") {
        const single = column(question.id, question.id, "single");
        single.forms.push(form);
        single.answers.push(question.answers.map((answer) => answer.id));
        continue;
      }
      for (const answer of question.answers) {
        const multi = column(`${question.id}.${answer.id}`, question.id, "multi");
        multi.forms.push(form);
        if (answer.excludesOthers) multi.excludes.push(form);
      }
    }
  });
  return [...columns.values()];
}

/** Every column an audit extract may hold. */
export function knownColumns(codebook: Codebook): string[] {
  return [...coreColumns, regionColumn, ...answerColumnsOf(codebook).map((column) => column.name)];
}

function isCore(name: string): boolean {
  return (coreColumns as readonly string[]).includes(name);
}
