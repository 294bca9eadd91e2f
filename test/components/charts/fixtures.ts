import type {AnswerRow} from "../../../src/components/charts/answerRow.js";
import type {ChartProfession} from "../../../src/components/charts/chart.js";
import {document} from "../../support/svg.js";

export const professions: ChartProfession[] = [
  {id: "gp", label: "Praktiserende læger", short: "Læger"},
  {id: "chiropractor", label: "Kiropraktorer", short: "Kiropraktorer"},
  {id: "physiotherapist", label: "Fysioterapeuter", short: "Fysioterapeuter"},
  {id: "spine_centre", label: "Rygcenter Syddanmark", short: "Rygcenter"}
];

export const title = "Hvad gøres i dag?";
export const description = "Kiropraktorer instruerer oftest i øvelser.";
export const options = {professions, title, description, document};

const labels = {advice: "Rådgivning og hjælp til egenhåndtering", nsaid: "NSAID"};

/** A published row, its interval 5 points to each side. */
export function row(profession: string, answer: keyof typeof labels, percent: number): AnswerRow {
  const [low, high] = [Math.max(0, percent - 5), Math.min(100, percent + 5)];
  return {
    profession,
    answer: `actions.${answer}`,
    label: labels[answer],
    percent,
    low,
    high,
    n: percent * 10,
    total: 1000,
    status: "shown"
  };
}

export function hiddenRow(profession: string, answer: keyof typeof labels): AnswerRow {
  return {...row(profession, answer, 0), percent: null, low: null, high: null, n: null, total: null, status: "hidden"};
}
