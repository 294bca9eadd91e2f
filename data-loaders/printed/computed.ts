import type {Codebook} from "../ground/codebook.js";
import type {Row} from "../engine/session.js";
import type {Found} from "./figure.js";

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
  /** Where it stands. */
  table: string;
  row: Row;
}

/** What is computed from registrations, ready to be looked up; undefined where there is no such thing. */
export interface Computed {
  codebook: Codebook;
  /** Of an answer (`question.answer`, `question.missing`) or a composite. */
  share(group: Group, ref: string): Share | undefined;
  registrations(group: Group): number | undefined;
  /** The first share whose total they are. */
  shareOfAll(group: Group): Share | undefined;
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
  const all = new Map<string, Share>();
  for (const table of ["audit_answers", "audit_measures"]) {
    for (const row of rowsOf(table)) {
      const group = keyOf(row.profession, row.consultation, row.patient_group);
      const share = shareOf(table, row);
      shares.set(keyOf(group, row.measure ?? `${row.question_id}.${row.answer_id}`), share);
      if (!all.has(group)) all.set(group, share);
    }
  }
  const ages = new Map(
    rowsOf("audit_ages").map((row) => [keyOf(row.profession, row.sex, row.age_band), shareOf("audit_ages", row)])
  );
  const bars = new Map(
    participants.map((row) => [
      keyOf(row.profession, row.participant_no, row.measure),
      shareOf("audit_participants", row)
    ])
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
    registrations: (group) => all.get(groupKey(group))?.total,
    shareOfAll: (group) => all.get(groupKey(group)),
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

/** A bar is published without its counts. */
function shareOf(table: string, row: Row): Share {
  const {n, total, percent} = row as {n: number; total: number; percent: number};
  return {
    n,
    total,
    percent: typeof n === "number" && typeof total === "number" ? (100 * n) / total : percent,
    table,
    row
  };
}

/** A number of a share, and where it stands. */
export function numberOf(share: Share | undefined, column: "n" | "total" | "percent"): Found {
  return {computed: share?.[column], at: share && {table: share.table, rows: [share.row], column}};
}

/** A form's name; `total` in a table and `all` in a claim are every form but the telephone ones. */
export function professionLabel(computed: Computed, profession: string): string {
  return (
    computed.codebook.professions.find((p) => p.id === profession)?.label ??
    (profession === "total" ? "I alt" : "Alle faggrupper")
  );
}
