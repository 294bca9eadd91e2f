import {fileURLToPath} from "node:url";
import * as v from "valibot";
import {readSpec} from "../../data-loaders/ground/readYaml.js";
import {wordsOf} from "./words.js";

const file = "data/search/synonyms.yaml";
const Phrase = v.pipe(
  v.string(),
  v.check((text) => wordsOf(text).length > 0, "et ord")
);
const Synonyms = v.array(
  v.pipe(
    v.array(Phrase),
    v.check((group) => group.length > 1, "mindst to ord, der betyder det samme")
  )
);

/** Words and phrases that mean the same, a group each, as the site's editors have written them. */
export type SynonymGroup = readonly string[];

/** @throws Refusal when the file is no list of lists of words */
export function readSynonyms(path = fileURLToPath(new URL(`../../${file}`, import.meta.url))): SynonymGroup[] {
  return readSpec(Synonyms, path, file);
}

/** The words of every group that a text has one of, without those it has. */
export function synonymsIn(text: string, groups: readonly SynonymGroup[]): string[] {
  const said = ` ${wordsOf(text).join(" ")} `;
  const has = (phrase: string) => said.includes(` ${wordsOf(phrase).join(" ")} `);
  const meant = groups.filter((group) => group.some(has)).flatMap((group) => group.flatMap(wordsOf));
  return [...new Set(meant)].filter((word) => !said.includes(` ${word} `));
}
