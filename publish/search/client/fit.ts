// Endings that a Danish word takes without becoming another; the longest first.
const endings = ["ernes", "erne", "enes", "ens", "ets", "ers", "ene", "er", "en", "et", "es", "e", "s"];

/**
 * How well a folded word of a page fits a folded word that a reader typed, from 0 to 1. Danish writes compounds in one
 * word, so a part of a word fits too: its beginning (»smerte«, »smerter«) better than its end (»rygsmerter«,
 * »lænderygsmerter«), and its end better than its middle. Another ending of the same word fits a little worse.
 */
export function closeFit(sought: string, word: string): number {
  const stem = stemOf(sought);
  return Math.max(partFit(sought, word), stem === sought ? 0 : 0.8 * partFit(stem, word));
}

/** How well it fits when nothing fits closely: a letter or two wrong. */
export function looseFit(sought: string, word: string): number {
  const allowed = sought.length < 4 ? 0 : sought.length < 8 ? 1 : 2;
  if (allowed === 0 || word.length < sought.length - allowed) return 0;
  const wrong = lettersWrong(sought, word);
  return wrong > allowed ? 0 : (0.3 * sought.length) / word.length / wrong;
}

function partFit(sought: string, word: string): number {
  if (word === sought) return 1;
  const share = sought.length / word.length;
  if (word.startsWith(sought)) return 0.6 + 0.3 * share;
  if (sought.length >= 3 && word.endsWith(sought)) return 0.5 + 0.3 * share;
  if (sought.length >= 4 && word.includes(sought)) return 0.3 + 0.3 * share;
  return 0;
}

function stemOf(word: string): string {
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 4);
  return ending ? word.slice(0, -ending.length) : word;
}

/**
 * The fewest letters to add, drop, change or swap with the next in `sought` to find it somewhere in `word`:
 * Sellers' algorithm, with swaps.
 */
export function lettersWrong(sought: string, word: string): number {
  let before: number[] = [];
  let last = new Array<number>(word.length + 1).fill(0);
  for (let i = 1; i <= sought.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      const same = sought[i - 1] === word[j - 1];
      let wrong = Math.min(last[j - 1]! + (same ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && sought[i - 1] === word[j - 2] && sought[i - 2] === word[j - 1])
        wrong = Math.min(wrong, before[j - 2]! + 1);
      row.push(wrong);
    }
    before = last;
    last = row;
  }
  return Math.min(...last);
}
