/** A registration as somebody would write it on paper. */
export interface Raw {
  round: number;
  profession: string;
  participant: string;
  /** Null when it was not filled in, and on telephone forms. What is not a first one counts as a later one. */
  consultation: "first" | "later" | null;
  age: number | null;
  sex: "female" | "male" | null;
  region?: string | null;
  /** Every answer given, `question.answer`; sex is not among them. */
  given: string[];
}

/** The forms of an audit, as short as they can be written. */
export interface Forms {
  forms: Record<string, {telephone?: true; compared: boolean; questions: Record<string, string[]>}>;
  severe: string[];
  measures: Record<string, string[]>;
}

/** Whether a registration has an answer, `question.missing` or a composite. */
export function has({forms, measures}: Forms, raw: Raw, ref: string): boolean {
  const any = measures[ref];
  if (any) return any.some((one) => has({forms, measures, severe: []}, raw, one));
  const given = [...raw.given, ...(raw.sex ? [`sex.${raw.sex}`] : [])];
  if (ref === "age.missing") return raw.age === null;
  if (ref === "consultation.missing") return raw.consultation === null;
  const [question, answer] = ref.split(".") as [string, string];
  if (answer !== "missing") return given.includes(ref);
  return !forms[raw.profession]!.questions[question]!.some((one) => given.includes(`${question}.${one}`));
}

export function isSevere(audit: Forms, raw: Raw): boolean {
  return audit.severe.some((ref) => has(audit, raw, ref));
}

export interface Group {
  round: number;
  profession: string;
  consultation: string;
  patient_group: string;
  members: Raw[];
  /** The forms the group comes from. */
  from: Forms["forms"][string][];
}

/** Every group that is published: those with a registration, telephone forms whole and apart. */
export function groups(audit: Forms, raws: Raw[]): Group[] {
  const found: Group[] = [];
  const near = Object.keys(audit.forms).filter((id) => !audit.forms[id]!.telephone);
  for (const round of new Set(raws.map((raw) => raw.round))) {
    for (const [profession, ids] of [
      ...Object.keys(audit.forms).map((id) => [id, [id]] as const),
      ["all", near] as const
    ]) {
      const telephone = audit.forms[profession]?.telephone;
      for (const consultation of telephone ? ["all"] : ["all", "first", "later"]) {
        for (const patient_group of audit.severe.length > 0 ? ["all", "severe"] : ["all"]) {
          const members = raws
            .filter((raw) => raw.round === round && ids.includes(raw.profession))
            .filter((raw) => consultation === "all" || (raw.consultation === "first") === (consultation === "first"))
            .filter((raw) => patient_group === "all" || isSevere(audit, raw));
          if (members.length === 0) continue;
          found.push({
            round,
            profession,
            consultation,
            patient_group,
            members,
            from: ids.map((id) => audit.forms[id]!)
          });
        }
      }
    }
  }
  return found;
}

/** The answers of a group that all its forms have, `missing` among them. */
export function sharedAnswers({from}: Group): string[] {
  const refs = from.map(({questions}) =>
    Object.entries(questions).flatMap(([q, answers]) => [...answers, "missing"].map((a) => `${q}.${a}`))
  );
  return refs[0]!.filter((ref) => refs.every((own) => own.includes(ref)));
}

/** The composites of a group: every form must have every answer of them. */
export function sharedMeasures(audit: Forms, {from}: Group): string[] {
  const asks = (form: Group["from"][number], ref: string) =>
    form.questions[ref.split(".")[0]!]?.includes(ref.split(".")[1]!) ?? false;
  return Object.keys(audit.measures).filter((id) =>
    from.every((form) => audit.measures[id]!.every((ref) => asks(form, ref)))
  );
}

/** What `audit_answers` must say, one line a row: the key, n, total, percent with six decimals and status. */
export function answerLines(audit: Forms, raws: Raw[]): string[] {
  return groups(audit, raws).flatMap((group) =>
    [...sharedAnswers(group), ...lacking(group)].map((ref) => line(audit, group, ref, ref.replace(".", " ")))
  );
}

/** What no question asks: of whole groups, how many lack a kind of consultation, but on the telephone, and an age. */
function lacking({consultation, patient_group, from}: Group): string[] {
  if (consultation !== "all" || patient_group !== "all") return [];
  return from.every(({telephone}) => telephone) ? ["age.missing"] : ["consultation.missing", "age.missing"];
}

/** What `audit_measures` must say, in the same way. */
export function measureLines(audit: Forms, raws: Raw[]): string[] {
  return groups(audit, raws).flatMap((group) => sharedMeasures(audit, group).map((id) => line(audit, group, id, id)));
}

function line(audit: Forms, group: Group, ref: string, key: string): string {
  const n = group.members.filter((raw) => has(audit, raw, ref)).length;
  const total = group.members.length;
  const {round, profession, consultation, patient_group} = group;
  return [
    round,
    profession,
    consultation,
    patient_group,
    key,
    n,
    total,
    ((100 * n) / total).toFixed(6),
    n === 0 ? "none" : "shown"
  ].join(" ");
}

/** A published row of a share as one such line. */
export function lineOf(row: Record<string, unknown>): string {
  const key = "measure" in row ? row.measure : `${row.question_id} ${row.answer_id}`;
  const {round, profession, consultation, patient_group, n, total, percent, status} = row;
  return [round, profession, consultation, patient_group, key, n, total, (percent as number).toFixed(6), status].join(
    " "
  );
}

/** The age band a reader would look for. */
export function bandOf(age: number): string {
  if (age < 18) return "17";
  if (age <= 29) return "18-29";
  if (age <= 39) return "30-39";
  if (age <= 49) return "40-49";
  if (age <= 59) return "50-59";
  if (age <= 69) return "60-69";
  return age <= 79 ? "70-79" : "80+";
}

/** The band of a participant's number of registrations; hidden below 3. */
export function registrationsBand(total: number): string | null {
  if (total < 3) return null;
  if (total < 5) return "3-4";
  if (total < 10) return "5-9";
  if (total < 20) return "10-19";
  return total < 50 ? "20-49" : "50+";
}
