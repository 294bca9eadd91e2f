import {numberFigures, writeContents, writePages} from "./contents.js";
import {addSoftHyphens, dropUnusedHyphens} from "./softHyphens.js";
import {drawStripes} from "./stripes.js";
import {takePage} from "./takePage.js";

/** What the report's pages of the browser can be asked, as `rapport`: the site's own, and the report itself. */
const inPage = {takePage, finish, writePages: (pages: Record<string, number>) => writePages(contents(), pages)};

declare global {
  var rapport: typeof inPage;
}
globalThis.rapport = inPage;

// A page's own contents would take their room from its charts.
const wholeWidth = new CSSStyleSheet();
wholeWidth.replaceSync(
  "#observablehq-toc { display: none !important; } #observablehq-main { padding-right: 0 !important; }"
);
document.adoptedStyleSheets.push(wholeWidth);

/** Makes the chapters put together into a report: figure numbers, contents, divided words, and charts without dots. */
function finish(): void {
  numberFigures(document);
  writeContents(document, contents());
  drawStripes(document.body);
  addSoftHyphens(document.body);
  dropUnusedHyphens(document.body);
}

function contents(): Element {
  return document.querySelector("nav.contents")!;
}
