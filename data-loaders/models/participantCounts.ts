import {asksAll, type Codebook} from "../codebook.js";
import {name, text, type Session} from "../engine/session.js";

/** What one participant registered in one kind of consultation with one patient group. */
export interface ParticipantCount {
  round: number;
  profession: string;
  participant: string;
  /** `phone` for telephone forms. */
  consultation: "first" | "later" | "missing" | "phone";
  severe: boolean;
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
  const refs = countedRefs(codebook);
  const sums = refs.map(([ref, condition]) => `count(*) FILTER (${condition})::INTEGER AS ${name(ref)}`);
  const severe = codebook.severe ? anyOf(codebook, codebook.severe.anyOf) : "false";
  const rows = await session.rows(`
    SELECT round, profession, participant_no, coalesce(consultation, 'missing') AS consultation,
      ${severe} AS severe, count(*)::INTEGER AS total, ${sums.join(",\n      ")}
    FROM registrations
    GROUP BY ALL
    ORDER BY round, profession, participant_no, consultation, severe`);
  return rows.map((row) => ({
    round: row.round as number,
    profession: row.profession as string,
    participant: row.participant_no as string,
    consultation: row.consultation as ParticipantCount["consultation"],
    severe: row.severe as boolean,
    total: row.total as number,
    ticked: Object.fromEntries(refs.map(([ref]) => [ref, row[ref] as number]))
  }));
}

/** The name under which a participant is one cluster also where professions are pooled. */
export function clusterOf(count: ParticipantCount): string {
  return `${count.profession}/${count.participant}`;
}

function countedRefs(codebook: Codebook): [ref: string, condition: string][] {
  const refs = new Map<string, string>();
  for (const profession of codebook.professions) {
    for (const question of profession.questions) {
      for (const answer of question.answers) refs.set(`${question.id}.${answer.id}`, given(codebook, `${question.id}.${answer.id}`));
      const columns = question.type === "single" ? [question.id] : question.answers.map((a) => `${question.id}.${a.id}`);
      // A missing block is NULL in every column of its form; forms differ, so each says which columns are its own.
      const missing = `profession = ${text(profession.id)} AND ${columns.map((c) => `${name(c)} IS NULL`).join(" AND ")}`;
      const ref = `${question.id}.missing`;
      refs.set(ref, refs.has(ref) ? `${refs.get(ref)} OR ${missing}` : missing);
    }
  }
  for (const measure of codebook.measures) {
    if (codebook.professions.some((p) => asksAll(p, measure.anyOf))) refs.set(measure.id, anyOf(codebook, measure.anyOf));
  }
  return [...refs];
}

function anyOf(codebook: Codebook, refs: string[]): string {
  return `(${refs.map((ref) => given(codebook, ref)).join(" OR ")})`;
}

function given(codebook: Codebook, ref: string): string {
  const [question, answer] = ref.split(".") as [string, string];
  const single = codebook.professions.some((p) => p.questions.some((q) => q.id === question && q.type === "single"));
  return single ? `coalesce(${name(question)} = ${text(answer)}, false)` : `coalesce(${name(ref)}, false)`;
}
