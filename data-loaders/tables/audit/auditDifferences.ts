import {pairedDifference} from "../../../src/statistics/pairedDifference.js";
import type {ParticipantCount} from "../../models/participantCounts.js";
import type {Row} from "../../engine/session.js";
import {auditGroups, groupColumns, pairedClusters, percent} from "../auditGroups.js";
import {statusColumn, type AuditModels, type Table} from "../table.js";
import {table as auditAnswers} from "./auditAnswers.js";

/** What registrations are compared by, and the group beside: its share is published, or follows from what is. */
const comparisons = {
  patient_group: {
    one: (c: ParticipantCount) => c.severe,
    /** The rows of `audit_answers` that the difference follows from. */
    beside: {patient_group: "all"}
  },
  consultation: {
    one: (c: ParticipantCount) => c.consultation === "first",
    beside: {consultation: "later"}
  }
};

type Compared = keyof typeof comparisons;

/**
 * Each answer in two groups of registrations of the same participants: severely affected patients beside the others,
 * first consultations beside the later ones. A difference follows from the shares of `audit_answers` and is shown where
 * both of them are.
 */
export const table: Table<AuditModels> = {
  name: "audit_differences",
  title: "Forskelle hos de samme deltagere",
  place: 45,
  columns: [
    {
      name: "compared",
      type: "VARCHAR",
      meaning:
        "Hvad der sammenlignes; patient_group: svært påvirkede med de øvrige; consultation: første konsultation med de øvrige",
      english:
        "What is compared; patient_group: severely affected with the others; consultation: first consultation with the others"
    },
    ...groupColumns,
    {name: "question_id", type: "VARCHAR", meaning: "Spørgsmål", english: "Question"},
    {name: "answer_id", type: "VARCHAR", meaning: "Svar", english: "Answer"},
    {name: "percent", type: "DOUBLE", meaning: "Andel i gruppen", english: "Share in the group", unit: "%"},
    {name: "percent_others", type: "DOUBLE", meaning: "Andel i de øvrige", english: "Share in the others", unit: "%"},
    {name: "difference", type: "DOUBLE", meaning: "Forskel", english: "Difference", unit: "procentpoint"},
    {
      name: "low",
      type: "DOUBLE",
      meaning: "Nedre 95 %-grænse for forskellen, deltagere som klynger",
      english: "Lower 95% limit of the difference, participants as clusters",
      unit: "procentpoint",
      decimals: 1
    },
    {
      name: "high",
      type: "DOUBLE",
      meaning: "Øvre 95 %-grænse for forskellen, deltagere som klynger",
      english: "Upper 95% limit of the difference, participants as clusters",
      unit: "procentpoint",
      decimals: 1
    },
    statusColumn
  ],
  rows: ({codebook, counts}) => {
    const groups = auditGroups(codebook, counts).filter(({forms}) => forms.length === 1);
    return (Object.keys(comparisons) as Compared[]).flatMap((compared) =>
      groups
        .filter((group) => group[compared] === "all")
        .flatMap(({forms: [form], counts: members, ...group}) => {
          const {one} = comparisons[compared];
          const isSplit = new Set(members.map(one)).size === 2;
          if (!isSplit || (compared === "consultation" && form!.telephoneOf)) return [];
          return form!.questions.flatMap((q) =>
            q.answers.map((a) => ({
              compared,
              ...group,
              [compared]: compared === "consultation" ? "first" : "severe",
              question_id: q.id,
              answer_id: a.id,
              ...differenceIn(members, one, `${q.id}.${a.id}`)
            }))
          );
        })
    );
  },
  rowsOfShown: (_, shown, rows) => {
    const hidden = new Map(
      shown(auditAnswers.name)
        .filter(({percent, total}) => percent === null || total === null)
        // A true zero of too few stays, though its total is hidden.
        .map((row) => [answerKey(row), row.status === "none" ? "hidden_base" : row.status])
    );
    return rows.map((row) => {
      const status = answersBehind(row)
        .map((key) => hidden.get(key))
        .find((one) => one !== undefined);
      return status === undefined ? row : {...row, ...nothing, status};
    });
  }
};

const nothing = {percent: null, percent_others: null, difference: null, low: null, high: null};

/** What a row of `audit_answers` is known by. */
export function answerKey({round, profession, consultation, patient_group, question_id, answer_id}: Row): string {
  return [round, profession, consultation, patient_group, question_id, answer_id].join(" ");
}

/** The two rows of `audit_answers` that a difference follows from: of its own group, and of the group beside. */
export function answersBehind(row: Row): [own: string, beside: string] {
  return [answerKey(row), answerKey({...row, ...comparisons[row.compared as Compared].beside})];
}

function differenceIn(members: ParticipantCount[], one: (c: ParticipantCount) => boolean, ref: string) {
  const found = pairedDifference(pairedClusters(members, ref, [(c) => !one(c), one]));
  return {
    percent: percent(found.p2),
    percent_others: percent(found.p1),
    difference: percent(found.difference),
    low: percent(found.low),
    high: percent(found.high),
    status: found.p1 === 0 && found.p2 === 0 ? "none" : "shown"
  };
}
