import type {Status} from "../../../src/domain/status.js";
import {rollups, sum} from "d3-array";
import {asksAll, type Codebook, type Profession} from "../../ground/codebook.js";
import {referredGroup} from "../sums/answers.js";
import {barsKnown, registrationsOf} from "../sums/audit.js";
import type {ParticipantCount} from "../../models/participantCounts.js";
import {professionColumn, roundColumn, statusColumn, type AuditModels, type Table} from "../table.js";

/** Fewer registrations than this say nothing of a participant's practice, and too much of the patients. */
const fewest = 3;

/** One bar of a variation diagram a row: a participant's share of an answer or composite. */
export const table: Table<AuditModels> = {
  name: "audit_participants",
  title: "Deltagere i auditten",
  place: 40,
  columns: [
    roundColumn,
    professionColumn,
    {
      name: "participant_no",
      type: "VARCHAR",
      meaning: "Deltagernummer i faggruppen",
      english: "Participant's number within the profession"
    },
    {
      name: "measure",
      type: "VARCHAR",
      meaning: "spørgsmål.svar, et sammensat mål, eller registrations (deltageren selv)",
      english: "question.answer, a composite, or registrations (the participant as such)"
    },
    {
      name: "registrations_band",
      type: "VARCHAR",
      meaning: "Deltagerens antal registreringer, i bånd",
      english: "The participant's number of registrations, in bands",
      counts: "registrations"
    },
    {
      name: "n",
      type: "INTEGER",
      meaning: "Registreringer med svaret",
      english: "Registrations with the answer",
      counts: "registrations",
      internal: true
    },
    {
      name: "total",
      type: "INTEGER",
      meaning: "Deltagerens registreringer",
      english: "The participant's registrations",
      counts: "registrations",
      internal: true
    },
    {
      name: "percent",
      type: "DOUBLE",
      meaning: "Andel af deltagerens registreringer, hele procent",
      english: "Share of the participant's registrations, whole percent",
      unit: "%"
    },
    statusColumn
  ],
  // Bars are exempt from the threshold: a diagram is shown where the profession's own number
  // is, and a participant where their profession's is.
  protection: (codebook) => ({
    counts: () => [],
    about: (row) =>
      row.measure === "registrations"
        ? registrationsOf(row)
        : referredGroup(registrationsOf(row), codebook, row.measure as string),
    states: (rows) => barsKnown(codebook, rows)
  }),
  rows: ({codebook, counts}) =>
    rollups(
      counts,
      (members) => members,
      (c) => c.round,
      (c) => c.profession,
      (c) => c.participant
    ).flatMap(([round, professions]) =>
      professions.flatMap(([profession, participants]) => {
        const form = codebook.professions.find((p) => p.id === profession)!;
        return participants.flatMap(([participant_no, members]) =>
          participantRows(members, participantMeasures(codebook, form)).map((row) => ({
            round,
            profession,
            participant_no,
            ...row
          }))
        );
      })
    )
};

/**
 * What a form's participants are compared on: every answer and composite, or nothing where comparing them is not meant.
 */
export function participantMeasures(codebook: Codebook, form: Profession): string[] {
  if (!form.variation) return [];
  return [
    ...form.questions.flatMap((q) => q.answers.map((a) => `${q.id}.${a.id}`)),
    ...codebook.measures.filter((m) => asksAll(form, m.anyOf)).map((m) => m.id)
  ];
}

function participantRows(members: ParticipantCount[], measures: string[]) {
  const total = sum(members, (c) => c.total);
  const shown = total >= fewest;
  const registrations_band = shown ? bandOf(total) : null;
  const about = (measure: string, n: number | null, status: Status) => ({
    measure,
    registrations_band,
    n,
    total,
    percent: shown && n !== null ? Math.round((100 * n) / total) : null,
    status: shown ? status : ("hidden" as const)
  });
  return [
    about("registrations", null, "shown"),
    ...measures.map((measure) => {
      const n = sum(members, (c) => c.ticked[measure] ?? 0);
      return about(measure, n, n === 0 ? "none" : "shown");
    })
  ];
}

/** How many registrations a participant has, too roughly to count them: each band with its ends. */
export const registrationBands: [band: string, from: number, to: number][] = [
  ["3-4", 3, 4],
  ["5-9", 5, 9],
  ["10-19", 10, 19],
  ["20-49", 20, 49],
  ["50+", 50, Infinity]
];

/** @param total at least the fewest that are published */
function bandOf(total: number): string {
  return registrationBands.find(([, , to]) => total <= to)![0];
}
