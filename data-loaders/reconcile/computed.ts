import type {Codebook} from "../ground/codebook.js";
import type {Row} from "../engine/session.js";

/** Registrations that are counted together; all of them where nothing is said. */
export interface Group {
  /** A form's id, or `all` for every form but the telephone ones. */
  profession: string;
  consultation?: "all" | "first" | "later";
  patientGroup?: "all" | "severe";
}

export interface Share {
  n: number;
  total: number;
  percent: number;
}

/** What is computed from registrations, ready to be looked up; undefined where there is no such thing. */
export interface Computed {
  codebook: Codebook;
  /** Of an answer (`question.answer`, `question.missing`) or a composite. */
  share(group: Group, ref: string): Share | undefined;
  registrations(group: Group): number | undefined;
  participants(profession: string): string[];
  participantShare(profession: string, participant: string, measure: string): Share | undefined;
  /** Of those of the sex whose age is known. */
  ageShare(profession: string, sex: string, band: string): Share | undefined;
  meanAge(profession: string): number | undefined;
  ageRange(profession: string): {youngest: number; oldest: number} | undefined;
}

/** What is computed from registrations of one round, as rows. */
export interface AuditRows {
  codebook: Codebook;
  /** Rows of the published tables before protection, by table. */
  tables: Record<string, Row[]>;
  /** profession, youngest, oldest: no published table has them. */
  ageRanges: Row[];
}

/** Makes rows ready to be looked up. */
export function computedFrom({codebook, tables, ageRanges}: AuditRows): Computed {
  const rowsOf = (table: string) => tables[table] ?? [];
  const participants = rowsOf("audit_participants");
  const shares = new Map<string, Share>();
  const registrations = new Map<string, number>();
  for (const row of [...rowsOf("audit_answers"), ...rowsOf("audit_measures")]) {
    const group = keyOf(row.profession, row.consultation, row.patient_group);
    shares.set(keyOf(group, row.measure ?? `${row.question_id}.${row.answer_id}`), shareOf(row));
    registrations.set(group, row.total as number);
  }
  const ages = new Map(rowsOf("audit_ages").map((row) => [keyOf(row.profession, row.sex, row.age_band), shareOf(row)]));
  const bars = new Map(
    participants.map((row) => [keyOf(row.profession, row.participant_no, row.measure), shareOf(row)])
  );
  const means = new Map(
    rowsOf("means")
      .filter((row) => row.sex === "all")
      .map((row) => [row.profession, row.mean as number])
  );
  const ranges = new Map(
    ageRanges.map((row) => [row.profession, {youngest: row.youngest as number, oldest: row.oldest as number}])
  );
  return {
    codebook,
    share: (group, ref) => shares.get(keyOf(groupKey(group), ref)),
    registrations: (group) => registrations.get(groupKey(group)),
    participants: (profession) =>
      participants
        .filter((row) => row.profession === profession && row.measure === "registrations")
        .map((row) => row.participant_no as string),
    participantShare: (profession, participant, measure) => bars.get(keyOf(profession, participant, measure)),
    ageShare: (profession, sex, band) => ages.get(keyOf(profession, sex, band)),
    meanAge: (profession) => means.get(profession),
    ageRange: (profession) => ranges.get(profession)
  };
}

function groupKey({profession, consultation = "all", patientGroup = "all"}: Group): string {
  return keyOf(profession, consultation, patientGroup);
}

function keyOf(...parts: unknown[]): string {
  return parts.join("/");
}

function shareOf(row: Row): Share {
  const {n, total} = row as {n: number; total: number};
  return {n, total, percent: (100 * n) / total};
}
