/** An id in both languages, as it stands within a sentence: `akut`, `MR-skanning`. */
export interface Word {
  danish: string;
  english: string;
}

export type Words<Id extends string = string> = Readonly<Record<Id, Word>>;

/** A text that begins with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The Danish words by id, each with a capital letter: labels of choices, legends and rows. */
export function labels<Id extends string>(words: Words<Id>): Record<Id, string> {
  const entries = Object.entries<Word>(words).map(([id, {danish}]) => [id, capital(danish)]);
  return Object.fromEntries(entries) as Record<Id, string>;
}

/** Ids with their words, as the meaning of a column lists them: `acute: akut; medicine: medicin`. */
export function inDanish(words: Words): string {
  return Object.entries(words)
    .map(([id, {danish}]) => `${id}: ${danish}`)
    .join("; ");
}

/** The same in English, without the words that the id has itself: `acute, private (private hospital)`. */
export function inEnglish(words: Words): string {
  return Object.entries(words)
    .map(([id, {english}]) => (english === id.replaceAll("_", " ") ? id : `${id} (${english})`))
    .join(", ");
}
