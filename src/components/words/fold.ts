/**
 * A word as searches compare it: in lower case, without accents, and with æ, ø and å spelled ae, oe and aa, so
 * that it is found whichever way it is typed. Nothing is cut off: long compounds differ at their end.
 */
export function fold(word: string): string {
  return word
    .normalize("NFD")
    .toLowerCase()
    .normalize("NFD")
    .replace(/a\u030a/g, "aa")
    .replace(/([ao])\u0308/g, "$1e")
    .replace(/\p{M}/gu, "")
    .replace(/æ/g, "ae")
    .replace(/ø/g, "oe");
}
