import {parameters, type AuditParameterName, type Vocabulary} from "../../src/parameters.js";

/** A value of a page's choices: the end of the address that chooses it, and the words a reader knows it by. */
export interface ChoicePlace {
  at: string;
  words: string;
}

/**
 * What the choices into the forms lead to, by the name of the choice: each block with its questions' answers, and each
 * answer of each profession.
 */
export function choicePlaces(words: Vocabulary): Record<string, ChoicePlace[]> {
  const {professions} = words.codebook;
  const query = (chosen: Partial<Record<AuditParameterName, string>>) =>
    new URLSearchParams(
      Object.entries(chosen).map(([name, value]) => [parameters[name as AuditParameterName].address, value])
    ).toString();
  const answersOf = (block: string) =>
    professions.flatMap((form) =>
      form.questions.filter(({id}) => id === block).flatMap((question) => question.answers.map(({label}) => label))
    );
  return {
    block: parameters.block
      .choices(words, {})
      .map(({value, label}) => ({at: query({block: value}), words: [label, ...answersOf(value)].join(" ")})),
    measure: professions
      .filter(({variation}) => variation)
      .flatMap(({id, label: profession}) =>
        parameters.measure
          .choices(words, {profession: id})
          .map(({value, label}) => ({at: query({profession: id, measure: value}), words: `${label} ${profession}`}))
      )
  };
}
