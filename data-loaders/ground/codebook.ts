import {readFileSync} from "node:fs";
import {join} from "node:path";
import {group} from "d3-array";
import {csvParse} from "d3-dsv";
import * as v from "valibot";
import {refuseContradictions} from "./codebookRules.js";
import {asSpecified, readYaml} from "./readYaml.js";
import {Refusal} from "./refusal.js";

const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/, "et id af små bogstaver a til z, cifre og _"));
const AnswerRef = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, "et svar skrevet som spørgsmål.svar")
);

const AuditSpec = v.strictObject({
  title: v.string(),
  description: v.string(),
  professions: v.array(
    v.strictObject({
      id: Id,
      label: v.string(),
      in_text: v.string(),
      short: v.string(),
      telephone_of: v.optional(Id),
      variation: v.optional(v.boolean(), true)
    })
  ),
  regions: v.optional(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[a-z\d]*[1-9a-z][a-z\d]*$/, "en kode af små bogstaver og cifre, ikke 0")),
        label: v.string()
      })
    ),
    []
  ),
  blocks: v.record(Id, v.string()),
  severe: v.optional(v.strictObject({label: v.string(), description: v.string(), any_of: v.array(AnswerRef)})),
  measures: v.optional(v.array(v.strictObject({id: Id, label: v.string(), any_of: v.array(AnswerRef)})), [])
});

const AnswerSpec = v.object({
  profession: Id,
  question_id: Id,
  question_da: v.string(),
  question_type: v.picklist(["single", "multi"]),
  answer_id: Id,
  answer_da: v.string(),
  answer_order: v.pipe(v.string(), v.regex(/^\d+$/, "et helt tal")),
  excludes_others: v.picklist(["yes", ""])
});

/** A profession's form: the questions it asks, in the order they are printed. */
export interface Profession {
  id: string;
  label: string;
  /** The profession in running text: "praktiserende læger". */
  inText: string;
  short: string;
  /** The profession whose telephone consultations this form holds. */
  telephoneOf?: string;
  /** Whether participants are compared in variation diagrams. */
  variation: boolean;
  questions: Question[];
}

export interface Question {
  id: string;
  /** The heading on this form. */
  label: string;
  /** What the block is called across forms. */
  block: string;
  type: "single" | "multi";
  answers: Answer[];
}

export interface Answer {
  id: string;
  label: string;
  /** "None of these": may not be ticked with another. */
  excludesOthers: boolean;
}

/** True when any of the answers (`question.answer`) is given. */
export interface Measure {
  id: string;
  label: string;
  anyOf: string[];
}

export interface Region {
  id: string;
  /** Its name, without the word region. */
  label: string;
}

/** An audit as data: its forms, composites and what counts as severely affected. */
export interface Codebook {
  id: string;
  title: string;
  description: string;
  professions: Profession[];
  /** Where participants may work, by the codes an extract knows them by. */
  regions: Region[];
  severe?: {label: string; description: string; anyOf: string[]};
  /** Being severely affected is one, `severe`. */
  measures: Measure[];
}

/**
 * Reads `audit.yaml` and `answers.csv` of a code book folder.
 * @throws Refusal naming the file and what it lacks.
 */
export function readCodebook(folder: string): Codebook {
  const id = folder.split(/[\\/]/).filter(Boolean).at(-1)!;
  const auditFile = join(folder, "audit.yaml");
  const answersFile = join(folder, "answers.csv");
  const audit = asSpecified(AuditSpec, readYaml(read(auditFile), auditFile), auditFile);
  const rows = csvParse(read(answersFile)).map((row, i) =>
    asSpecified(AnswerSpec, row, `${answersFile}, linje ${i + 2}`)
  );
  refuseContradictions(audit, auditFile, rows, answersFile);
  const professions = audit.professions.map(({telephone_of, in_text, ...profession}) => ({
    ...profession,
    inText: in_text,
    ...(telephone_of && {telephoneOf: telephone_of}),
    questions: questionsOf(
      rows.filter((row) => row.profession === profession.id),
      audit.blocks
    )
  }));
  const known = new Set(rows.map((row) => `${row.question_id}.${row.answer_id}`));
  for (const ref of [...(audit.severe?.any_of ?? []), ...audit.measures.flatMap((m) => m.any_of)]) {
    if (!known.has(ref)) throw new Refusal(`${auditFile}: svaret "${ref}" findes ikke i ${answersFile}; ret navnet.`);
  }
  return {
    id,
    title: audit.title,
    description: audit.description,
    professions,
    regions: audit.regions,
    ...(audit.severe && {
      severe: {label: audit.severe.label, description: audit.severe.description, anyOf: audit.severe.any_of}
    }),
    measures: [
      ...audit.measures.map((m) => ({id: m.id, label: m.label, anyOf: m.any_of})),
      ...(audit.severe ? [{id: "severe", label: audit.severe.description, anyOf: audit.severe.any_of}] : [])
    ]
  };
}

/**
 * Every column an extract may hold, in the order of the forms: `question` for single choice,
 * `question.answer` for multiple.
 */
export function answerColumns(codebook: Codebook): string[] {
  const columns = codebook.professions.flatMap((p) =>
    p.questions.flatMap((q) => (q.type === "single" ? [q.id] : q.answers.map((a) => `${q.id}.${a.id}`)))
  );
  return [...new Set(columns)];
}

/** Whether a form holds every one of the answers (`question.answer`). */
export function asksAll(profession: Profession, refs: string[]): boolean {
  return refs.every((ref) => asks(profession, ref));
}

/** Whether a form holds the answer (`question.answer`). */
export function asks(profession: Profession, ref: string): boolean {
  return profession.questions.some((q) => q.answers.some((a) => `${q.id}.${a.id}` === ref));
}

type AnswerRow = v.InferOutput<typeof AnswerSpec>;

function questionsOf(rows: AnswerRow[], blocks: Record<string, string>): Question[] {
  return [...group(rows, (row) => row.question_id)].map(([id, answers]) => ({
    id,
    label: answers[0]!.question_da,
    block: blocks[id] ?? answers[0]!.question_da,
    type: answers[0]!.question_type,
    answers: answers
      .toSorted((a, b) => Number(a.answer_order) - Number(b.answer_order))
      .map((a) => ({id: a.answer_id, label: a.answer_da, excludesOthers: a.excludes_others === "yes"}))
  }));
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch {
    throw new Refusal(`Kodebogen ${file} kan ikke læses; opret filen, eller ret "codebook" i settings.yaml.`);
  }
}
