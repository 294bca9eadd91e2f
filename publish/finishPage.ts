import {answersElement} from "../src/components/answers.js";
import {importFromBundle, type PageScript} from "./pageScript.js";

/** What a page gets. Addresses are relative to it. */
export interface PageParts {
  bundle: {file: string; pieces: string[]; nameIn(module: string, name: string): string};
  /** The answers of its default view. */
  answers?: object;
  /** Data files that its script fetches first. */
  preload: string[];
}

/** A page of Framework's build with its script taken from the bundle, its answers laid in, and what it needs preloaded. */
export function finishPage({html, script}: {html: string; script?: PageScript}, {bundle, answers, preload}: PageParts): string {
  let page = html;
  if (script) {
    const code = importFromBundle(script.code, bundle.file, bundle.nameIn);
    page = html.slice(0, script.start) + code + html.slice(script.end);
  }
  const links = [
    ...[bundle.file, ...bundle.pieces].map((file) => `<link rel="modulepreload" href="${file}">`),
    ...preload.map((file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`)
  ];
  page = page.replace(/<link rel="modulepreload"[^>]*>\s*/g, "").replace("</title>", `</title>\n${links.join("\n")}`);
  if (!answers) return page;
  // "<" could end the element early.
  const json = JSON.stringify(answers).replaceAll("<", "\\u003c");
  return page.replace("</head>", () => `<script type="application/json" id="${answersElement}">${json}</script>\n</head>`);
}
