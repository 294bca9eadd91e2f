import type {ParameterName, Vocabulary} from "../../src/parameters.js";
import {choicesOf, isParameter} from "./combinations.js";

/** The choices by which a page lets its reader into the answers of the forms. */
const intoTheForms: ParameterName[] = ["profession", "question", "block", "measure"];

/**
 * What a reader can come to see on a page by its choices: the labels of their values and, on pages that
 * show forms, every question and answer. They stand in no page's text, yet are what people look for.
 */
export function choiceWords(words: Vocabulary): (choices: string[]) => string {
  const {codebook} = words;
  const answers = codebook.professions.flatMap((p) =>
    p.questions.flatMap((q) => [q.block, q.label, ...q.answers.map((a) => a.label)])
  );
  const composites = codebook.measures.map(({label}) => label);
  const labels = (name: ParameterName) =>
    codebook.professions.flatMap(({id}) => choicesOf(name, words, {profession: id}).map(({label}) => label));
  return (choices) => {
    const offered = choices.filter(isParameter);
    const forms = offered.some((name) => intoTheForms.includes(name)) ? [...answers, ...composites] : [];
    return [...new Set([...offered.flatMap(labels), ...forms])].join(" · ");
  };
}
