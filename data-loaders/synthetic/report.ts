import {max, min} from "d3-array";
import type {Assumptions} from "./assumptions.js";
import {intraclass} from "./intraclass.js";
import {clusters, ticked, type Sheet} from "./sheet.js";

/** How much participants differ in one answer. */
export interface AnswerSpread {
  profession: string;
  /** `question.answer` */
  answer: string;
  /** Registrations with the answer, at scale 1. */
  n: number;
  /** Intraclass correlation, estimated at scale 1; null where it is undefined. */
  intraclass: number | null;
  /**
   * Whether it counts in the range: not when too few tick it or too few do not, nor when a printed diagram fixes it.
   */
  status: "estimated" | "too_rare" | "fixed_by_diagram";
}

/** What the twin of the audit came to. */
export interface TwinReport {
  file: string;
  seed: number;
  scale: number;
  forms: {profession: string; registrations: number; participants: number}[];
  answers: AnswerSpread[];
  /** The lowest and the highest intraclass correlation of the answers that count. */
  intraclass: {min: number; max: number};
  seconds: number;
}

/** How much participants differ in every answer of a form. */
export function spreadOf(sheet: Sheet, assumptions: Assumptions): AnswerSpread[] {
  const {too_rare: rare, fixed_by_diagram: fixed} = assumptions.intraclass;
  const profession = sheet.profession.id;
  return sheet.profession.questions.flatMap((question) =>
    question.answers.flatMap(({id}): AnswerSpread[] => {
      const answer = `${question.id}.${id}`;
      const ticks = sheet.ticks.get(answer);
      if (!ticks) return [];
      const n = ticked(sheet, answer);
      const status =
        Math.min(n, ticks.length - n) < rare
          ? "too_rare"
          : fixed.some((f) => f.profession === profession && f.answer === answer)
            ? "fixed_by_diagram"
            : "estimated";
      return [{profession, answer, n, intraclass: intraclass(clusters(sheet, ticks)), status}];
    })
  );
}

/** The lowest and the highest of the estimated correlations. */
export function rangeOf(answers: AnswerSpread[]): {min: number; max: number} {
  const estimated = answers.filter((a) => a.status === "estimated").map((a) => a.intraclass!);
  return {min: min(estimated) ?? NaN, max: max(estimated) ?? NaN};
}

/** The lines that `rygatlas synth` prints, in Danish. */
export function describeTwin(report: TwinReport): string[] {
  const whole = (n: number) => n.toLocaleString("da-DK");
  const decimals = (n: number | null) =>
    n === null ? "ikke defineret" : n.toLocaleString("da-DK", {minimumFractionDigits: 3, maximumFractionDigits: 3});
  const line = (a: AnswerSpread) => `  ${a.profession} ${a.answer}: ${decimals(a.intraclass)} (${whole(a.n)} svar)`;
  const of = (status: AnswerSpread["status"]) => report.answers.filter((a) => a.status === status);
  const {min: low, max: high} = report.intraclass;
  const section = (title: string, answers: AnswerSpread[]) => (answers.length ? [title, ...answers.map(line)] : []);
  return [
    `Syntetisk audit: ${report.file} (frø ${report.seed}, skala ${report.scale})`,
    ...report.forms.map(
      (form) =>
        `  ${form.profession}: ${whole(form.registrations)} registreringer fra ${whole(form.participants)} deltagere`
    ),
    `Intraklassekorrelation: ${decimals(low)} til ${decimals(high)} over ${of("estimated").length} svar`,
    ...of("estimated").map(line),
    ...section("Fastlagt af et trykt variationsdiagram:", of("fixed_by_diagram")),
    ...section("For sjældne til et skøn, som svar eller som fravalg:", of("too_rare")),
    `Skrevet på ${report.seconds.toLocaleString("da-DK", {maximumFractionDigits: 1})} sekunder.`
  ];
}
