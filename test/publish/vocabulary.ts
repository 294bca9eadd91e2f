import type {Profession} from "../../data-loaders/codebook.js";
import type {Vocabulary} from "../../src/parameters.js";

/** Two forms, which share the block `sex` and have each its own, and two rounds. */
export const words: Vocabulary = {
  rounds: [1, 2],
  codebook: {
    id: "prøve",
    title: "Prøve",
    description: "",
    measures: [],
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
