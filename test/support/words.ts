import type {Page} from "playwright-core";

/** What no reader should meet: the insides of the program. */
const insides: Record<string, RegExp> = {
  "raw id": /(?<![\p{L}\d_.\-/])\p{Ll}[\p{Ll}\d]*(?:_[\p{Ll}\d]+)+(?![\p{L}\d_])/u,
  "no value": /(?<!\p{L})(?:undefined|NaN|null|Infinity|Invalid Date)(?!\p{L})|\[object/u,
  "decimal point": /(?<![\d.])\d+\.\d{1,2}(?![\d.])\s*%/u
};

/**
 * English that Framework, Inputs or a careless author leaves on a page. Add a word as soon as it has been seen there.
 */
const english = [
  "Contents",
  "Search",
  "Search results",
  "Toggle sidebar",
  "Previous page",
  "Next page",
  "Page not found",
  "Not found",
  "Loading",
  "Error",
  "Download",
  "Table",
  "Source",
  "Show",
  "Hide",
  "Select",
  "Submit",
  "Reset",
  "Undefined",
  "Yes",
  "No"
];

/** English and program words that a reader would meet on the page, each with the text it stands in. */
export async function strayWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(visibleTexts);
  return texts.flatMap((text) => [
    ...Object.entries(insides).flatMap(([what, pattern]) =>
      pattern.test(text) ? [`${what}: ${text.slice(0, 160)}`] : []
    ),
    // Whole labels only: the words of a sentence may well be somebody's name for something.
    ...(english.includes(text.replace(/[.:…]+$/, "")) ? [`English: ${text}`] : [])
  ]);
}

/**
 * Runs in the page: every text a reader or a screen reader meets, also what CSS writes and what only attributes say.
 * Code and the dictionary are left out: there the ids are meant.
 */
function visibleTexts(): string[] {
  const texts = new Set<string>();
  const add = (text: string | null | undefined) => void (text?.trim() && texts.add(text.trim().replace(/\s+/g, " ")));
  for (const node of Array.from(document.querySelectorAll("body, body *"))) {
    if (node.closest("script, style, code, pre, kbd, template, .dictionary")) continue;
    for (const name of ["aria-label", "title", "placeholder", "alt"]) add(node.getAttribute(name));
    if (!(node instanceof SVGElement) && !node.checkVisibility()) continue;
    for (const part of Array.from(node.childNodes)) if (part.nodeType === Node.TEXT_NODE) add(part.nodeValue);
    for (const place of ["::before", "::after"]) {
      const {content} = getComputedStyle(node, place);
      if (/^".*\p{L}.*"$/u.test(content)) add(content.slice(1, -1));
    }
  }
  return Array.from(texts);
}
