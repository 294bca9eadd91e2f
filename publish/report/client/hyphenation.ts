/** Divides a word: `rygpatienter` → `["ryg", "pa", "ti", "en", "ter"]`. */
export type Hyphenate = (word: string) => string[];

/** The fewest letters before the first and after the last hyphen. */
const [fewestBefore, fewestAfter] = [2, 2];

/**
 * Divides words by patterns as TeX does: every pattern that occurs in the word sets its digits
 * between the letters, the highest digit of each place counts, and the word may be divided at odd
 * ones. Method: F. M. Liang, Word Hy-phen-a-tion by Com-put-er, Stanford 1983.
 * @param patterns such as `.hoved3` or `1bi`, separated by white space; a dot is the end of a word
 */
export function hyphenator(patterns: string): Hyphenate {
  const weights = new Map<string, number[]>();
  for (const pattern of patterns.split(/\s+/).filter(Boolean)) {
    const parts = pattern.split(/(?<=\D)|(?=\D)/);
    const letters = pattern.replace(/\d/g, "");
    const levels = new Array<number>(letters.length + 1).fill(0);
    let at = 0;
    for (const part of parts)
      if (/\d/.test(part)) levels[at] = Number(part);
      else at++;
    weights.set(letters, levels);
  }
  const longest = Math.max(...[...weights.keys()].map(({length}) => length));

  return (word) => {
    const text = `.${word.toLocaleLowerCase("da")}.`;
    const levels = new Array<number>(text.length + 1).fill(0);
    for (let from = 0; from < text.length; from++) {
      for (let to = from + 1; to <= Math.min(text.length, from + longest); to++) {
        weights
          .get(text.slice(from, to))
          ?.forEach((level, i) => (levels[from + i] = Math.max(levels[from + i]!, level)));
      }
    }
    const parts: string[] = [];
    let begun = 0;
    for (let i = fewestBefore; i <= word.length - fewestAfter; i++) {
      if (levels[i + 1]! % 2 === 1) parts.push(word.slice(begun, (begun = i)));
    }
    return [...parts, word.slice(begun)];
  };
}
