import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Answer, Codebook, Question} from "../../../data-loaders/ground/codebook.js";
import {openSession, type Row, type Session} from "../../../data-loaders/engine/session.js";
import {createAgeCounts} from "../../../data-loaders/models/ageCounts.js";
import {participantCounts} from "../../../data-loaders/models/participantCounts.js";
import type {AuditModels, Table} from "../../../data-loaders/tables/table.js";
import type {Forms, Raw} from "./recount.js";

/** Two professions, one of them with telephone consultations; only doctors note findings. */
export const tiny: Forms = {
  forms: {
    doctor: {
      compared: true,
      questions: {
        sex: ["female", "male"],
        symptoms: ["none", "back", "leg"],
        findings: ["root", "normal"],
        acts: ["advice", "pills", "none"]
      }
    },
    nurse: {
      compared: true,
      questions: {sex: ["female", "male"], symptoms: ["back", "leg"], acts: ["advice", "exercise", "none"]}
    },
    nurse_phone: {
      telephone: true,
      compared: false,
      questions: {sex: ["female", "male"], symptoms: ["back", "leg"], acts: ["advice", "none"]}
    }
  },
  severe: ["symptoms.leg", "findings.root"],
  measures: {
    advice_or_exercise: ["acts.advice", "acts.exercise"],
    any_help: ["acts.advice", "acts.none"],
    severe: ["symptoms.leg", "findings.root"]
  }
};

const singles = ["symptoms"];
const multis = ["findings.root", "findings.normal", "acts.advice", "acts.pills", "acts.exercise", "acts.none"];

/** The same audit as a code book. */
export const codebook: Codebook = {
  id: "tiny",
  title: "Lille audit",
  description: "Opdigtet",
  professions: Object.entries(tiny.forms).map(([id, form]) => ({
    id,
    label: id,
    inText: id,
    short: id,
    variation: form.compared,
    ...(form.telephone && {telephoneOf: "nurse"}),
    questions: Object.entries(form.questions).map(
      ([question, answers]): Question => ({
        id: question,
        label: question.toUpperCase(),
        block: question,
        type: question === "findings" || question === "acts" ? "multi" : "single",
        answers: answers.map(
          (answer): Answer => ({id: answer, label: answer, excludesOthers: question === "acts" && answer === "none"})
        )
      })
    )
  })),
  regions: [
    {id: "n", label: "Nord"},
    {id: "s", label: "Syd"}
  ],
  severe: {label: "Svært påvirkede", description: "Svært påvirket", anyOf: tiny.severe},
  measures: Object.entries(tiny.measures).map(([id, anyOf]) => ({id, label: id, anyOf}))
};

export function open(): Promise<Session> {
  return openSession({memoryLimit: "500MB", threads: 2, temporary: mkdtempSync(join(tmpdir(), "tiny-"))});
}

/**
 * Puts registrations in the session as the audit's source leaves them: typed, and NULL all
 * over a block that is missing.
 */
export async function register(session: Session, raws: Raw[]): Promise<void> {
  const columns = [
    "round INTEGER",
    "profession VARCHAR",
    "participant_no VARCHAR",
    "registration_no VARCHAR",
    "consultation VARCHAR",
    "age INTEGER",
    "sex VARCHAR",
    "region VARCHAR"
  ];
  const all = [...columns, ...singles.map((c) => `"${c}" VARCHAR`), ...multis.map((c) => `"${c}" BOOLEAN`)];
  await session.run(`CREATE OR REPLACE TEMP TABLE registrations (${all.join(", ")})`);
  if (raws.length === 0) return;
  const quote = (value: string | number | null) =>
    value === null ? "NULL" : typeof value === "number" ? String(value) : `'${value}'`;
  const rows = raws.map((raw, i) => {
    const form = tiny.forms[raw.profession]!;
    const consultation = form.telephone ? "phone" : raw.consultation;
    const single = singles.map((q) => raw.given.find((ref) => ref.startsWith(`${q}.`))?.split(".")[1] ?? null);
    const multi = multis.map((ref) => {
      const [question, answer] = ref.split(".") as [string, string];
      const answered = raw.given.some((one) => one.startsWith(`${question}.`));
      return answered && form.questions[question]?.includes(answer) ? String(raw.given.includes(ref)) : "NULL";
    });
    const first = [
      raw.round,
      raw.profession,
      raw.participant,
      String(i + 1),
      consultation,
      raw.age,
      raw.sex,
      raw.region ?? null,
      ...single
    ];
    return `(${[...first.map(quote), ...multi].join(", ")})`;
  });
  await session.run(`INSERT INTO registrations VALUES ${rows.join(",\n")}`);
}

/** What tables are computed from, when these are the registrations. */
export async function modelsOf(session: Session, raws: Raw[]): Promise<AuditModels> {
  await register(session, raws);
  await createAgeCounts(session);
  return {codebook, session, counts: await participantCounts(session, codebook)};
}

/** The rows of a table, before protection, when these are the registrations. */
export async function rowsOf(session: Session, table: Table<AuditModels>, raws: Raw[]): Promise<Row[]> {
  return table.rows(await modelsOf(session, raws));
}

/** A doctor's first consultation where nothing was ticked, with some things changed. */
export function registration(changes: Partial<Raw> = {}): Raw {
  return {
    round: 1,
    profession: "doctor",
    participant: "1",
    consultation: "first",
    age: 45,
    sex: "female",
    given: [],
    ...changes
  };
}

/** Registrations of one participant: `y` with an answer, of `n`. */
export function ticked(ref: string, y: number, n: number, changes: Partial<Raw> = {}): Raw[] {
  return Array.from({length: n}, (_, i) => registration({...changes, given: i < y ? [ref] : []}));
}

/** Registrations worked out by hand in the tests. Two participants of different professions share the number 1. */
export const handMade: Raw[] = [
  registration({age: 30, region: "n", given: ["symptoms.leg", "findings.root", "acts.advice", "acts.pills"]}),
  registration({consultation: "later", age: 40, sex: "male", given: ["symptoms.back", "findings.root"]}),
  registration({consultation: null, age: 17, given: ["acts.none"]}),
  registration({participant: "2", age: null, sex: "male", given: ["symptoms.none", "findings.normal", "acts.advice"]}),
  registration({profession: "nurse", age: 80, sex: null, given: ["symptoms.leg", "acts.exercise"]}),
  registration({profession: "nurse", consultation: "later", age: 29, given: ["symptoms.back", "acts.none"]}),
  registration({
    profession: "nurse_phone",
    consultation: null,
    age: 55,
    sex: "male",
    given: ["symptoms.leg", "acts.advice"]
  }),
  registration({profession: "nurse_phone", consultation: null, age: null, given: []}),
  registration({round: 2, age: 30, given: ["symptoms.leg", "acts.advice"]})
];
