import {asks, type Profession} from "../../ground/codebook.js";
import {auditGroups, groupColumns, proportion, proportionColumns} from "../auditGroups.js";
import {share} from "../counted/group.js";
import {answerGroup} from "../sums/answers.js";
import {coversAnswers, registrationsOf} from "../sums/audit.js";
import type {AuditModels, Table} from "../table.js";

/** Every answer of every form, by round, profession, consultation and patient group. */
export const table: Table<AuditModels> = {
  name: "audit_answers",
  title: "Svar i auditten",
  place: 10,
  columns: [
    ...groupColumns,
    {
      name: "question_id",
      type: "VARCHAR",
      meaning: "Spørgsmål; age og consultation, kun med svaret missing: skemaer uden alder eller slags konsultation",
      english: "Question; age and consultation, with the answer missing only: forms without age or kind of consultation"
    },
    {
      name: "answer_id",
      type: "VARCHAR",
      meaning: "Svar; missing: spørgsmålet er ikke udfyldt",
      english: "Answer; missing: the question was not filled in"
    },
    ...proportionColumns
  ],
  protection: (codebook) => ({
    counts: (row) => {
      const all = registrationsOf(row);
      return [share("n", answerGroup(all, codebook, row.question_id as string, row.answer_id as string), "total", all)];
    },
    covers: coversAnswers(codebook)
  }),
  rows: ({codebook, counts}) =>
    auditGroups(codebook, counts).flatMap(({forms, counts: members, ...group}) =>
      [
        ...sharedAnswers(forms),
        ...(group.consultation === "all" && group.patient_group === "all" ? beside(forms) : [])
      ].map(([question_id, answer_id]) => ({
        ...group,
        question_id,
        answer_id,
        ...proportion(members, `${question_id}.${answer_id}`)
      }))
    )
};

/** What no question of a form asks, and a registration may lack all the same. */
function beside(forms: Profession[]): [question: string, answer: string][] {
  return [...(forms.every((form) => form.telephoneOf) ? [] : ["consultation"]), "age"].map((what) => [what, "missing"]);
}

/** The answers every one of the forms has: only they have all registrations as denominator. */
function sharedAnswers(forms: Profession[]): [question: string, answer: string][] {
  const [first, ...others] = forms;
  return (first?.questions ?? [])
    .filter((q) => others.every((form) => form.questions.some((other) => other.id === q.id)))
    .flatMap((q) => [
      ...q.answers
        .map((a) => [q.id, a.id] as [string, string])
        .filter(([, a]) => others.every((form) => asks(form, `${q.id}.${a}`))),
      [q.id, "missing"] as [string, string]
    ]);
}
