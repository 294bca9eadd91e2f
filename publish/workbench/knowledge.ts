import {
  registerParameters,
  parameters,
  type Chosen,
  type ParameterName,
  type Vocabulary
} from "../../src/parameters.js";
import {choicesOf} from "../pages/combinations.js";
import type {Offered, OfferedTable} from "./bench.js";
import type {Profile} from "./profile.js";

/** What the bench knows of tables, columns, their values and the site's choices. */
export interface Knowledge {
  groups: Offered["groups"];
  tables: ReadonlyMap<string, OfferedTable>;
  words: Vocabulary;
  /** The commonest values of a column, with what each means where that is known. */
  valuesOf(table: string, column: string): Promise<{value: string; n: number; meaning?: string}[]>;
}

/** @param profileOf what a column of a table holds */
export function knowledgeOf(
  {groups, words}: Offered,
  profileOf: (column: {table: string; column: string}) => Promise<Profile>
): Knowledge {
  const tables = new Map(groups.flatMap((group) => group.tables.map((table) => [table.name, table])));
  const known = new Map<string, Promise<{value: string; n: number; meaning?: string}[]>>();
  const labels = labelsOf(words);
  return {
    groups,
    tables,
    words,
    valuesOf(table, column) {
      const key = `${table} ${column}`;
      if (!known.has(key))
        known.set(
          key,
          profileOf({table, column}).then(({values}) => {
            const meanings = {...meaningsIn(tables.get(table)!, column), ...labels[column]};
            return values.map((one) => ({...one, ...(meanings[one.value] && {meaning: meanings[one.value]!})}));
          })
        );
      return known.get(key)!;
    }
  };
}

/** The names of all choices, the audit's first. */
export const choiceNames = [...Object.keys(parameters), ...Object.keys(registerParameters)] as ParameterName[];

/** What a choice is called, and what can be chosen. */
export function choice(name: ParameterName, words: Vocabulary, chosen: Chosen) {
  const label =
    (parameters as Record<string, {label: string}>)[name] ??
    (registerParameters as Record<string, {label: string}>)[name];
  return {label: label!.label, choices: choicesOf(name, words, chosen)};
}

/** Values that a column's meaning lists itself: `acute: akut; medicine: medicin`. */
function meaningsIn({columns}: OfferedTable, column: string): Record<string, string> {
  const meaning = columns.find(({name}) => name === column)?.meaning ?? "";
  const pairs = Array.from(meaning.matchAll(/(?:^|[;:] )([\w.+-]+): ([^;]+)/g), ([, id, label]) => [
    id!,
    label!.trim()
  ]);
  return Object.fromEntries(pairs);
}

/** What ids of the code book, the periods and the areas are called, by the columns that hold them. */
function labelsOf({codebook, registers}: Vocabulary): Record<string, Record<string, string>> {
  const questions = codebook.professions.flatMap((form) => form.questions);
  const areas = Object.fromEntries(registers.areas.map(({id, name}) => [id, name]));
  return {
    profession: Object.fromEntries(codebook.professions.map(({id, label}) => [id, label])),
    question_id: Object.fromEntries(questions.map(({id, block}) => [id, block])),
    answer_id: Object.fromEntries(questions.flatMap(({answers}) => answers.map(({id, label}) => [id, label]))),
    indicator_id: Object.fromEntries(registers.indicators.map(({id, title}) => [id, title])),
    area_id: areas,
    municipality: areas,
    region: areas,
    hospital_region: areas
  };
}
