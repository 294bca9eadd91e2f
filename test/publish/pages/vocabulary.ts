import type {Profession} from "../../../data-loaders/ground/codebook.js";
import {indicator} from "../../../data-loaders/indicators/repeatedMri.js";
import type {RegisterVocabulary, Vocabulary} from "../../../src/parameters.js";

/** Two periods, one region with one municipality, and one indicator. */
export const registerWords: RegisterVocabulary = {
  periods: [
    {id: "2022/23", from: "2022-07-01", to: "2023-06-30"},
    {id: "2023/24", from: "2023-07-01", to: "2024-06-30"}
  ],
  areas: [
    {type: "country", id: "country", name: "Hele landet"},
    {type: "region", id: "1085", name: "Sjælland"},
    {type: "region", id: "unknown", name: "Ukendt bopæl"},
    {type: "municipality", id: "0253", name: "Greve", region: "1085"}
  ],
  indicators: [indicator]
};

/** Two forms, which share the block `sex` and have each its own, and two rounds. */
export const words: Vocabulary = {
  rounds: [1, 2],
  registers: registerWords,
  codebook: {
    id: "prøve",
    title: "Prøve",
    description: "",
    measures: [],
    regions: [],
    professions: [form("gp", ["sex", "advice"]), form("chiropractor", ["sex", "mri"])]
  }
};

function form(id: string, questions: string[]): Profession {
  return {
    id,
    label: id,
    inText: id,
    short: id,
    variation: true,
    questions: questions.map((question) => ({
      id: question,
      label: question,
      block: question,
      type: "single",
      answers: ["yes", "no"].map((answer) => ({id: answer, label: answer, excludesOthers: false}))
    }))
  };
}
