import {answersElement} from "../../src/components/data/answers.js";
import {importFromBundle, type PageScript} from "./pageScript.js";

/** What a page gets. Addresses are relative to it. */
export interface PageParts {
  bundle: {file: string; pieces: string[]; nameIn(module: string, name: string): string};
  /** The answers of its default view. */
  answers?: object;
  /** Data its script reads before anything else, by the id of the element that holds it. */
  data: Map<string, string>;
}

/** A page of Framework's build with its script taken from the bundle, and its data and answers laid in. */
export function finishPage(
  {html, script}: {html: string; script?: PageScript},
  {bundle, answers, data}: PageParts
): string {
  let page = html;
  if (script) {
    const code = importFromBundle(script.code, bundle.file, bundle.nameIn);
    page = html.slice(0, script.start) + code + html.slice(script.end);
  }
  const links = [bundle.file, ...bundle.pieces].map((file) => `<link rel="modulepreload" href="${file}">`);
  page = page.replace(/<link rel="modulepreload"[^>]*>\s*/g, "").replace("</title>", `</title>\n${links.join("\n")}`);
  const elements = [...data].map(([id, json]) => jsonElement(id, json));
  if (answers) elements.push(jsonElement(answersElement, JSON.stringify(answers)));
  return page.replace("</head>", () => [...elements, "</head>"].join("\n"));
}

function jsonElement(id: string, json: string): string {
  // "<" could end the element early.
  return `<script type="application/json" id="${id}">${json.replaceAll("<", "\\u003c")}</script>`;
}
