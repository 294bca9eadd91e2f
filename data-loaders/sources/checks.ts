import type {Codebook} from "../ground/codebook.js";
import {name, text} from "../engine/session.js";
import type {AnswerColumn} from "./auditColumns.js";
import {form, groups, isOneOf, onForm, otherForms, ticked} from "./form.js";
import {regionSql} from "./region.js";
import {ageLimits, type RuleId} from "./rules.js";

/** One rule on one column. `broken` is SQL over the rows of `withForms`: true when the rule is broken, never NULL. */
export interface Check {
  rule: RuleId;
  column: string;
  broken: string;
  /** What the column should have held, in Danish. */
  expected: string;
}

/** Every check of a row: of its own columns and of every answer. A row that breaks none is a registration. */
export function checksOf(codebook: Codebook, columns: AnswerColumn[]): Check[] {
  return [...coreChecks(codebook), ...columns.flatMap((column) => answerChecks(codebook, column, columns))];
}

function coreChecks(codebook: Codebook): Check[] {
  const {lowest, highest} = ageLimits;
  const phones = codebook.professions.flatMap((p, i) =>
    p.telephoneOf ? [i, codebook.professions.findIndex((other) => other.id === p.telephoneOf)] : []
  );
  const noPhone = `consultation = 'phone' AND NOT ${isOneOf(form, [-1, ...phones].map(String))}`;
  const [region] = codebook.regions;
  const number = "1-40 tegn, kun bogstaverne A-Z, tal og bindestreg";
  return [
    {
      rule: "profession",
      column: "profession",
      broken: `${form} < 0`,
      expected: oneOf(codebook.professions.map((p) => p.id))
    },
    {
      rule: "round",
      column: "round",
      broken: `(${wholeNumber("round", "INTEGER", 1, 2147483647)}) IS NOT TRUE`,
      expected: "et helt tal fra 1 og op"
    },
    {rule: "participant_no", column: "participant_no", broken: notAnIdentifier("participant_no"), expected: number},
    {rule: "registration_no", column: "registration_no", broken: notAnIdentifier("registration_no"), expected: number},
    {
      rule: "consultation",
      column: "consultation",
      broken: `(NOT ${isOneOf("consultation", ["'first'", "'later'", "'phone'"])} OR (${noPhone})) IS TRUE`,
      expected: `first, later${phones.length ? ", phone (kun hvor der findes en telefonformular)" : ""} eller tom`
    },
    {
      rule: "age",
      column: "age",
      broken: `age IS NOT NULL AND (${wholeNumber("age", "UTINYINT", lowest, highest)}) IS NOT TRUE`,
      expected: `et helt tal fra ${lowest} til ${highest} eller tom`
    },
    {
      rule: "sex",
      column: "sex",
      broken: "(sex <> 'female' AND sex <> 'male') IS TRUE",
      expected: "female, male eller tom"
    },
    {
      rule: "region",
      column: "region",
      broken: `(region <> '0' AND (${regionSql(codebook)}) IS NULL) IS TRUE`,
      expected: region
        ? `en af kodebogens regioner, som ${region.id} eller ${region.label}, eller 0 eller tom for ukendt`
        : "0 eller tom: kodebogen har ingen regioner"
    }
  ];
}

function answerChecks(codebook: Codebook, column: AnswerColumn, columns: AnswerColumn[]): Check[] {
  const value = name(column.name);
  const others = otherForms(codebook, column);
  const asking = column.forms.map((i) => codebook.professions[i]!.id);
  const block = columns.filter((c) => c.type === "multi" && c.question === column.question && c !== column);
  const checks: Omit<Check, "column">[] = [
    ...(column.type === "single"
      ? groups(column).map(({forms, answers}) => ({
          rule: "answer" as const,
          broken: `${onForm(forms)} AND (NOT ${isOneOf(value, answers.map(text))}) IS TRUE`,
          expected: `${oneOf(answers)} eller tom`
        }))
      : [
          {
            rule: "tick" as const,
            broken: `NOT ${ticked(column)} AND ${value} IS DISTINCT FROM '0' AND ${value} IS NOT NULL`,
            expected: "1, 0 eller tom"
          }
        ]),
    ...(others.length > 0
      ? [
          {
            rule: "other_form" as const,
            broken: `${onForm(others)} AND ${value} IS NOT NULL`,
            expected: `tom: kun ${asking.join(", ")} har dette svar på formularen`
          }
        ]
      : []),
    ...(column.excludes.length > 0 && block.length > 0
      ? [
          {
            rule: "excludes_others" as const,
            broken: `${ticked(column)} AND ${onForm(column.excludes)} AND (${block.map(ticked).join(" OR ")})`,
            expected: `0 eller tom, når andre svar på ${column.question} er afkrydset`
          }
        ]
      : [])
  ];
  return checks.map((check) => ({...check, column: column.name}));
}

// The round trip refuses what a cast would mend: 45.0, +45, 045.
function wholeNumber(column: string, type: string, lowest: number, highest: number): string {
  const number = `TRY_CAST(${column} AS ${type})`;
  return `${number} BETWEEN ${lowest} AND ${highest} AND CAST(${number} AS VARCHAR) = ${column}`;
}

function notAnIdentifier(column: string): string {
  return `regexp_full_match(${column}, '[A-Za-z0-9-]{1,40}') IS NOT TRUE`;
}

function oneOf(ids: string[]): string {
  return ids.length === 1 ? ids[0]! : `${ids.slice(0, -1).join(", ")} eller ${ids.at(-1)}`;
}
