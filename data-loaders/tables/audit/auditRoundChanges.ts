import {pairedDifference} from "../../../src/statistics/pairedDifference.js";
import {pairedClusters, percent} from "../auditGroups.js";
import {share} from "../counted/group.js";
import {answerGroup} from "../sums/answers.js";
import type {ParticipantCount} from "../../models/participantCounts.js";
import {professionColumn, statusColumn, type AuditModels, type Table} from "../table.js";

/** Change of each answer from the first round to the last, among participants who registered in both. */
export const table: Table<AuditModels> = {
  name: "audit_round_changes",
  title: "Ændring mellem runder",
  place: 50,
  columns: [
    professionColumn,
    {name: "question_id", type: "VARCHAR", meaning: "Spørgsmål", english: "Question"},
    {name: "answer_id", type: "VARCHAR", meaning: "Svar", english: "Answer"},
    {name: "round_before", type: "INTEGER", meaning: "Første runde", english: "First round"},
    {name: "round_after", type: "INTEGER", meaning: "Sidste runde", english: "Last round"},
    {
      name: "participants",
      type: "INTEGER",
      meaning: "Deltagere i begge runder",
      english: "Participants in both rounds",
      unit: "deltagere",
      counts: "participants"
    },
    {
      name: "total_before",
      type: "INTEGER",
      meaning: "Deres registreringer i første runde",
      english: "Their registrations in the first round",
      unit: "registreringer",
      counts: "registrations"
    },
    {
      name: "total_after",
      type: "INTEGER",
      meaning: "Deres registreringer i sidste runde",
      english: "Their registrations in the last round",
      unit: "registreringer",
      counts: "registrations"
    },
    {
      name: "n_before",
      type: "INTEGER",
      meaning: "Deres registreringer med svaret i første runde",
      english: "Their registrations with the answer in the first round",
      counts: "registrations",
      internal: true
    },
    {
      name: "n_after",
      type: "INTEGER",
      meaning: "Deres registreringer med svaret i sidste runde",
      english: "Their registrations with the answer in the last round",
      counts: "registrations",
      internal: true
    },
    {
      name: "percent_before",
      type: "DOUBLE",
      meaning: "Andel i første runde",
      english: "Share in the first round",
      unit: "%"
    },
    {
      name: "percent_after",
      type: "DOUBLE",
      meaning: "Andel i sidste runde",
      english: "Share in the last round",
      unit: "%"
    },
    {name: "change", type: "DOUBLE", meaning: "Ændring", english: "Change", unit: "procentpoint"},
    {
      name: "low",
      type: "DOUBLE",
      meaning: "Nedre 95 %-grænse for ændringen, parret på deltager",
      english: "Lower 95% limit of the change, paired by participant",
      unit: "procentpoint",
      decimals: 1
    },
    {
      name: "high",
      type: "DOUBLE",
      meaning: "Øvre 95 %-grænse for ændringen, parret på deltager",
      english: "Upper 95% limit of the change, paired by participant",
      unit: "procentpoint",
      decimals: 1
    },
    statusColumn
  ],
  protection: (codebook) => ({
    counts: (row) => {
      const both = (round: unknown) => ({
        round: String(round),
        profession: row.profession as string,
        "in both rounds": "yes"
      });
      const answered = (round: unknown) =>
        answerGroup(both(round), codebook, row.question_id as string, row.answer_id as string);
      return [
        share("n_before", answered(row.round_before), "total_before", both(row.round_before)),
        share("n_after", answered(row.round_after), "total_after", both(row.round_after))
      ];
    }
  }),
  rows: ({codebook, counts}) => {
    const rounds = [...new Set(counts.map((c) => c.round))].sort((a, b) => a - b);
    const [before, after] = [rounds[0], rounds.at(-1)];
    if (before === undefined || after === undefined || before === after) return [];
    return codebook.professions.flatMap((form) => {
      const members = counts.filter((c) => c.profession === form.id);
      if (members.length === 0) return [];
      return form.questions.flatMap((q) =>
        q.answers.map((a) => ({
          profession: form.id,
          question_id: q.id,
          answer_id: a.id,
          round_before: before,
          round_after: after,
          ...changeOf(members, `${q.id}.${a.id}`, before, after)
        }))
      );
    });
  }
};

function changeOf(members: ParticipantCount[], ref: string, before: number, after: number) {
  const pairs = pairedClusters(members, ref, [({round}) => round === before, ({round}) => round === after]);
  const change = pairedDifference(pairs.filter(({n1, n2}) => n1 > 0 && n2 > 0));
  return {
    participants: change.participants,
    total_before: change.n1,
    total_after: change.n2,
    n_before: Math.round((change.p1 ?? 0) * change.n1),
    n_after: Math.round((change.p2 ?? 0) * change.n2),
    percent_before: percent(change.p1),
    percent_after: percent(change.p2),
    change: percent(change.difference),
    low: percent(change.low),
    high: percent(change.high),
    status: change.p1 === 0 && change.p2 === 0 ? "none" : "shown"
  };
}
