// Rests on Framework 1.13.4: a page has a `title`, preloads every module by a link, and has its own script
// in one element.
import type {Document, Text} from "domhandler";
import {appendChild, removeElement} from "domutils";
import {answersElement} from "../../src/components/data/answers.js";
import {all, layInto, one} from "../html.js";
import {importFromBundle, type PageScript} from "./pageScript.js";

/** What a page gets. Addresses are relative to it. */
export interface PageParts {
  bundle: {file: string; pieces: string[]; nameIn(module: string, name: string): string};
  /** The answers of its default view. */
  answers?: object;
  /** Data its script reads before anything else, by the id of the element that holds it. */
  data: Map<string, string>;
}

/**
 * Takes the script of a page of Framework's build from the bundle, and lays in its data and answers: all of it at the
 * page's end, since what a reader sees first needs none of it.
 */
export function finishPage(
  document: Document,
  script: PageScript | undefined,
  {bundle, answers, data}: PageParts
): void {
  if (script)
    (script.element.firstChild as Text).data = `\n\n${importFromBundle(script.code, bundle.file, bundle.nameIn)}`;
  all("link[rel=modulepreload]", document).forEach(removeElement);
  const body = one("body", document)!;
  const elements = [...data].map(([id, json]) => jsonElement(id, json));
  if (answers) elements.push(jsonElement(answersElement, JSON.stringify(answers)));
  elements.push(...[bundle.file, ...bundle.pieces].map((file) => `<link rel="modulepreload" href="${file}">`));
  layInto(body, elements.join("\n"));
  if (!script) return;
  removeElement(script.element);
  appendChild(body, script.element);
}

function jsonElement(id: string, json: string): string {
  // "<" could end the element early.
  return `<script type="application/json" id="${id}">${json.replaceAll("<", "\\u003c")}</script>`;
}
