import {hyphenateSync} from "hyphen/da";

/** Where lines are long enough for a divided word to be worth it. */
const prose = "p, li, dd";
/** Shorter words are left whole. */
const longWord = /\p{L}{7,}/gu;

/**
 * Lets long words of the running text be divided; Chromium brings no Danish dictionary, so
 * `hyphens: auto` would do nothing.
 */
export function addSoftHyphens(root: Element): void {
  for (const text of texts(root)) text.data = text.data.replace(longWord, (word) => hyphenateSync(word));
}

/**
 * Removes every soft hyphen that no line breaks at: they would stand in the words that a
 * reader searches for and copies.
 */
export function dropUnusedHyphens(root: Element): void {
  // All are looked at before any is removed, so that the page is laid out once.
  const unused = texts(root).map((text) => ({
    text,
    places: places(text).filter((at) => top(text, at - 1) === top(text, at + 1))
  }));
  for (const {text, places} of unused) for (const at of places.reverse()) text.deleteData(at, 1);
}

function texts(root: Element): Text[] {
  return Array.from(root.querySelectorAll(prose)).flatMap((node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      // A paragraph in a list item is visited by itself.
      if (parent.closest(prose) === node && !parent.closest("svg, code, a")) found.push(walker.currentNode as Text);
    }
    return found;
  });
}

function places(text: Text): number[] {
  return Array.from(text.data.matchAll(/\u00ad/g), ({index}) => index);
}

function top(text: Text, at: number): number | undefined {
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  // The first letter of a line also has a place at the end of the line before.
  return Array.from(range.getClientRects()).at(-1)?.top;
}
