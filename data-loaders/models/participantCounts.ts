import {asksAll, type Codebook, type Question} from "../ground/codebook.js";
import {name, text, type Session} from "../engine/session.js";

/** What one participant registered in one kind of consultation with one patient group in one region. */
export interface ParticipantCount {
  round: number;
  profession: string;
  participant: string;
  /** `phone` for telephone forms. */
  consultation: "first" | "later" | "missing" | "phone";
  severe: boolean;
  /** Where they were made, by the code book's code; null where that is not known. */
  region: string | null;
  /** Registrations. */
  total: number;
  /** Registrations with the answer, by `question.answer`, `question.missing` and the id of a composite. */
  ticked: Record<string, number>;
}

/**
 * Counts the view `registrations` once: everything the audit publishes about answers is summed from these few rows,
 * which is what keeps millions of registrations quick.
 */
export async function participantCounts(session: Session, codebook: Codebook): Promise<ParticipantCount[]> {
  const given = new Map(givenConditions(codebook));
  const answered = new Map(
    codebook.professions.flatMap((form) => form.questions.map((q) => [columnOf(q), q] as const))
  );
  const sums = [
    ...[...given].map(([ref, condition]) => `count_if(${condition})::INTEGER AS ${name(`given ${ref}`)}`),
    ...[...answered.keys()].map((column) => `count(${name(column)})::INTEGER AS ${name(`answered ${column}`)}`)
  ];
  const severe = codebook.severe ? `coalesce(${anyOf(codebook, codebook.severe.anyOf)}, false)` : "false";
  const rows = await session.rows(`
    SELECT round, profession, participant_no, coalesce(consultation, 'missing') AS consultation,
      ${severe} AS severe, region, count(*)::INTEGER AS total, count(age)::INTEGER AS aged, ${sums.join(",\n      ")}
    FROM registrations
    GROUP BY ALL
    ORDER BY round, profession, participant_no, consultation, severe, region`);
  return rows.map((row) => {
    const total = row.total as number;
    const form = codebook.professions.find((p) => p.id === row.profession)!;
    return {
      round: row.round as number,
      profession: form.id,
      participant: row.participant_no as string,
      consultation: row.consultation as ParticipantCount["consultation"],
      severe: row.severe as boolean,
      region: row.region as string | null,
      total,
      ticked: {
        ...Object.fromEntries([...given.keys()].map((ref) => [ref, row[`given ${ref}`] as number])),
        ...Object.fromEntries(
          form.questions.map((q) => [`${q.id}.missing`, total - (row[`answered ${columnOf(q)}`] as number)])
        ),
        "age.missing": total - (row.aged as number),
        "consultation.missing": row.consultation === "missing" ? total : 0
      }
    };
  });
}

/** The name under which a participant is one cluster also where professions are pooled. */
export function clusterOf(count: ParticipantCount): string {
  return `${count.profession}/${count.participant}`;
}

/** What is counted, by `question.answer` or the id of a composite. A condition is NULL where the block is missing. */
function givenConditions(codebook: Codebook): [ref: string, condition: string][] {
  return [
    ...codebook.professions.flatMap((form) =>
      form.questions.flatMap((q) =>
        q.answers.map((a): [string, string] => [`${q.id}.${a.id}`, given(codebook, `${q.id}.${a.id}`)])
      )
    ),
    ...codebook.measures
      .filter((measure) => codebook.professions.some((form) => asksAll(form, measure.anyOf)))
      .map((measure): [string, string] => [measure.id, anyOf(codebook, measure.anyOf)])
  ];
}

/** A column of the question that is NULL exactly where the form's block is missing: any of its columns will do. */
function columnOf(question: Question): string {
  return question.type === "single" ? question.id : `${question.id}.${question.answers[0]!.id}`;
}

function anyOf(codebook: Codebook, refs: string[]): string {
  return `(${refs.map((ref) => given(codebook, ref)).join(" OR ")})`;
}

function given(codebook: Codebook, ref: string): string {
  const [question, answer] = ref.split(".") as [string, string];
  const single = codebook.professions.some((p) => p.questions.some((q) => q.id === question && q.type === "single"));
  return single ? `${name(question)} = ${text(answer)}` : name(ref);
}
