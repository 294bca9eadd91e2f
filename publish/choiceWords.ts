import type {Codebook} from "../data-loaders/codebook.js";
import {parameters, type ParameterName} from "../src/parameters.js";

/** The choices by which a page lets its reader into the answers of the forms. */
const intoTheForms: ParameterName[] = ["profession", "question", "block", "measure"];

/**
 * What a reader can come to see on a page by its choices: the labels of their values and, on pages that show forms, every
 * question and answer. They stand in no page's text, yet are what people look for.
 */
export function choiceWords(codebook: Codebook): (choices: string[]) => string {
  const answers = codebook.professions.flatMap((p) => p.questions.flatMap((q) => [q.block, q.label, ...q.answers.map((a) => a.label)]));
  const composites = codebook.measures.map(({label}) => label);
  const labels = (name: ParameterName) =>
    codebook.professions.flatMap(({id}) => parameters[name].choices({codebook, rounds: []}, {profession: id}).map(({label}) => label));
  return (choices) => {
    const offered = choices.filter((name): name is ParameterName => name in parameters);
    const forms = offered.some((name) => intoTheForms.includes(name)) ? [...answers, ...composites] : [];
    return [...new Set([...offered.flatMap(labels), ...forms])].join(" · ");
  };
}
