import type {Codebook} from "../ground/codebook.js";
import {name, text} from "../engine/session.js";
import type {AnswerColumn} from "./auditColumns.js";

// Columns computed on the way from a raw row to a registration start with #, which no header of ours does.

// Everything here is TRUE or FALSE, never NULL: DuckDB combines such columns several times
// faster, and there are sixty of them.

/** The form a row is filled in on: its position in `codebook.professions`, -1 for an unknown profession. */
export const form = name("#form");

/** SQL for `#form`: a consultation by phone is on the telephone form, where the profession has one. */
function formOf(codebook: Codebook): string {
  const cases = codebook.professions.map((p, i) => `WHEN profession = ${text(p.id)} THEN ${i}`);
  const phones = codebook.professions.flatMap((p, i) =>
    p.telephoneOf ? [`WHEN profession = ${text(p.telephoneOf)} AND consultation = 'phone' THEN ${i}`] : []
  );
  return `CAST(CASE ${[...phones, ...cases].join(" ")} ELSE -1 END AS TINYINT)`;
}

/** The column that says whether a row's form is one of `forms`; false for an unknown profession. */
export function onForm(forms: number[]): string {
  return name(`#on_${forms.join("_")}`);
}

/** The column that says whether an answer of multiple choice is ticked. */
export function ticked(column: AnswerColumn): string {
  return name(`#${column.name}`);
}

/**
 * SQL for the rows of `source` (raw columns, all VARCHAR) with what checks and types have in common computed once:
 * `#form`, an `#on_…` for every set of forms, and a `#question.answer` for every tick.
 */
export function withForms(codebook: Codebook, columns: AnswerColumn[], source: string): string {
  const sets = new Map(
    columns
      .flatMap((c) => [c.forms, otherForms(codebook, c), c.excludes, ...groups(c).map((g) => g.forms)])
      .map((forms) => [forms.join("_"), forms])
  );
  const flags = [...sets.values()]
    .filter((forms) => forms.length > 0)
    .map((forms) => `${isOneOf(form, forms.map(String))} AS ${onForm(forms)}`);
  const ticks = columns
    .filter((c) => c.type === "multi")
    .map((c) => `${name(c.name)} IS NOT DISTINCT FROM '1' AS ${ticked(c)}`);
  return `SELECT ${["*", ...flags, ...ticks].join(",\n  ")}\nFROM (SELECT *, ${formOf(codebook)} AS ${form} FROM ${source})`;
}

/**
 * SQL for `value IN (…)`, without the hash join that DuckDB makes of a longer list: it would
 * cost time and the order of the rows.
 */
export function isOneOf(value: string, literals: string[]): string {
  return `(${literals.map((literal) => `${value} = ${literal}`).join(" OR ")})`;
}

/** The forms that do not hold a column. */
export function otherForms(codebook: Codebook, column: AnswerColumn): number[] {
  return codebook.professions.flatMap((_, i) => (column.forms.includes(i) ? [] : [i]));
}

/** The forms of a single-choice column that allow the same answers. */
export function groups(column: AnswerColumn): {forms: number[]; answers: string[]}[] {
  const byAnswers = new Map<string, {forms: number[]; answers: string[]}>();
  column.answers.forEach((answers, i) => {
    const key = answers.join(" ");
    const group = byAnswers.get(key) ?? {forms: [], answers};
    group.forms.push(column.forms[i]!);
    byAnswers.set(key, group);
  });
  return [...byAnswers.values()];
}
