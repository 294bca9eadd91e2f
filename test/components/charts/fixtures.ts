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

/** A hidden row of 1 to 4 in 1000, as it is published. */
export function rangedRow(profession: string, answer: keyof typeof labels): AnswerRow {
  const range = {n_least: 1, n_most: 4, percent_least: 0.1, percent_most: 0.4};
  return {...hiddenRow(profession, answer), total: 1000, ...range};
}
