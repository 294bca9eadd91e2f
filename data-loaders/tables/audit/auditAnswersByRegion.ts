import {group} from "d3-array";
import type {Codebook, Profession, Question} from "../../ground/codebook.js";
import {clusterOf} from "../../models/participantCounts.js";
import {proportion, proportionColumns} from "../auditGroups.js";
import {share} from "../counted/group.js";
import {answerGroup} from "../sums/answers.js";
import {coversRegions, registrationsOf} from "../sums/audit.js";
import {participantRegionColumn, professionColumn, roundColumn, type AuditModels, type Table} from "../table.js";

/**
 * The answers of each profession in each region, where the extracts have the participants' region: of the questions
 * that professions share, for they are what professions are compared on.
 */
export const table: Table<AuditModels> = {
  name: "audit_answers_by_region",
  title: "Svar i auditten efter deltagernes region",
  place: 15,
  columns: [
    roundColumn,
    participantRegionColumn,
    professionColumn,
    {name: "question_id", type: "VARCHAR", meaning: "Spørgsmål", english: "Question"},
    {
      name: "answer_id",
      type: "VARCHAR",
      meaning: "Svar; missing: spørgsmålet er ikke udfyldt",
      english: "Answer; missing: the question was not filled in"
    },
    {
      name: "participants",
      type: "INTEGER",
      meaning: "Deltagere i regionen, som grænserne hviler på",
      english: "Participants in the region, which the limits rest on",
      unit: "deltagere",
      counts: "participants"
    },
    ...proportionColumns
  ],
  protection: (codebook) => ({
    counts: (row) => {
      const all = registrationsOf(row);
      return [share("n", answerGroup(all, codebook, row.question_id as string, row.answer_id as string), "total", all)];
    },
    covers: coversRegions(codebook)
  }),
  rows: ({codebook, counts}) => {
    const known = counts.filter(({region}) => region !== null);
    return [...group(known, ({round}) => round)]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([round, inRound]) =>
        codebook.regions.flatMap(({id: participant_region}) =>
          comparedForms(codebook).flatMap((form) => {
            const members = inRound.filter((c) => c.profession === form.id && c.region === participant_region);
            const participants = new Set(members.map(clusterOf)).size;
            if (participants === 0) return [];
            return sharedQuestions(codebook, form).flatMap((question) =>
              [...question.answers.map(({id}) => id), "missing"].map((answer_id) => ({
                round,
                participant_region,
                profession: form.id,
                question_id: question.id,
                answer_id,
                participants,
                ...proportion(members, `${question.id}.${answer_id}`)
              }))
            );
          })
        )
      );
  }
};

function comparedForms({professions}: Codebook): Profession[] {
  return professions.filter(({telephoneOf}) => !telephoneOf);
}

/** The questions of a form that another form has too. */
function sharedQuestions(codebook: Codebook, form: Profession): Question[] {
  const others = comparedForms(codebook).filter(({id}) => id !== form.id);
  return form.questions.filter(({id}) => others.some(({questions}) => questions.some((q) => q.id === id)));
}
