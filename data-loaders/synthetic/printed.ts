import {join} from "node:path";
import type {DSVRowString} from "d3-dsv";
import type {Codebook, Profession} from "../ground/codebook.js";
import {Refusal} from "../ground/refusal.js";
import type {Assumptions} from "./assumptions.js";
import {readRows} from "./readRows.js";

/** Ticks known in a part of a form's registrations. */
export interface Known {
  answer: string;
  consultation: string;
  /** Only among the severely affected. */
  severe: boolean;
  count: number;
}

/** What the report prints about one form. */
export interface PrintedForm {
  participants: number;
  registrations: number;
  /** Registrations per answer, `question.answer`, or `question.missing`; questions whose cells are blank are absent. */
  counts: Map<string, number>;
  known: Known[];
  /** Severely affected registrations per consultation; empty where no figure prints their number. */
  severe: Map<string, number>;
  /** Men's ages, percent of the men of known age, youngest band first. */
  ages: {band: string; percent: number}[];
}

/** One bar of a variation diagram: percent of the participant's registrations, a whole number. */
export interface Bar {
  figure: string;
  profession: string;
  participant: string;
  percent: number;
}

export interface Printed {
  forms: Map<string, PrintedForm>;
  bars: Bar[];
}

/**
 * Reads the printed figures that the twin must meet, with what the assumptions say about misprints and claims.
 * @param folder where the `audit_*.csv` lie
 * @throws Refusal when a file cannot be read, or a printed question or answer is not in the code book
 */
export function readPrinted(folder: string, codebook: Codebook, assumptions: Assumptions): Printed {
  const read = (name: string) =>
    readRows(join(folder, name), `De trykte tal i ${join(folder, name)} kan ikke læses; læg filen på plads.`);
  const tables = read("audit_tables.csv");
  const figures = read("audit_figures.csv");
  const ages = read("audit_age_distribution.csv");
  const leftOut = new Set(assumptions.diagrams.left_out.map((bar) => `${bar.figure}/${bar.position}`));
  return {
    forms: new Map(
      codebook.professions.map((profession) => {
        const own = (row: DSVRowString) => row.profession === profession.id;
        const form = formOf(profession, tables.filter(own), figures.filter(own), ages.filter(own), assumptions);
        return [profession.id, form];
      })
    ),
    bars: read("audit_variation.csv")
      .filter((row) => !leftOut.has(`${row.figure_id}/${row.position}`))
      .map((row) => ({
        figure: row.figure_id!,
        profession: row.profession!,
        participant: row.participant_id!,
        percent: Number(row.percent)
      }))
  };
}

function formOf(
  profession: Profession,
  tables: DSVRowString[],
  figures: DSVRowString[],
  ages: DSVRowString[],
  assumptions: Assumptions
): PrintedForm {
  const counts = new Map<string, number>();
  for (const row of tables) {
    if (row.answer === "I alt" || row.count === "") continue;
    counts.set(refOf(profession, row.answer!, row.question), Number(row.count));
  }
  // An answer added to the code book after the report was printed is one that nobody gave.
  const printed = new Set([...counts.keys()].map((ref) => ref.split(".")[0]));
  for (const question of profession.questions.filter((q) => printed.has(q.id))) {
    for (const answer of question.answers)
      if (!counts.has(`${question.id}.${answer.id}`)) counts.set(`${question.id}.${answer.id}`, 0);
  }
  const own = assumptions.misprints.filter((misprint) => misprint.profession === profession.id);
  for (const {answer, count} of own) counts.set(answer, count);
  const total = tables.find((row) => row.answer === "I alt");
  if (!total) throw new Refusal(`audit_tables.csv: "${profession.id}" har ingen tabel; tilføj den.`);
  return {
    participants: Number(total.n_participants),
    registrations: Number(total.count),
    counts,
    known: [
      ...figures.map((row) => ({
        answer: refOf(profession, row.answer!),
        consultation: row.consultation!,
        severe: true,
        count: Number(row.implied_count)
      })),
      ...assumptions.claims.filter((c) => c.profession === profession.id).map((c) => ({...c, severe: false}))
    ],
    severe: new Map(figures.map((row) => [row.consultation!, Number(row.n)])),
    ages: ages.map((row) => ({band: row.age_band!, percent: Number(row.percent)}))
  };
}

/** The id of a printed answer; the figures about actions name no question. */
function refOf(profession: Profession, label: string, heading?: string): string {
  const question = profession.questions.find((q) =>
    heading === undefined ? q.id === "actions" && q.answers.some((a) => a.label === label) : q.label === heading
  );
  const answer = label === "Uoplyst" ? "missing" : question?.answers.find((a) => a.label === label)?.id;
  if (!question || !answer) {
    const where = `${profession.id}, ${heading ?? "figur"}`;
    throw new Refusal(`Svaret "${label}" (${where}) findes ikke i kodebogen; ret den eller tabellen.`);
  }
  return `${question.id}.${answer}`;
}
