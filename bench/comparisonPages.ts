import {cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import type {SiteFacts} from "../data-loaders/facts/siteFacts.js";
import {answersElement, type PageAnswers} from "../src/components/data/answers.js";

const answers = new RegExp(`<script type="application/json" id="${answersElement}">([\\s\\S]*?)</script>\\n?`);

/** What every page of a built site has without a query. */
function readFacts(dist: string): SiteFacts {
  const folder = join(dist, "_file/data");
  const file = readdirSync(folder).find((name) => /^site\.\w+\.json$/.test(name));
  if (!file) throw new Error(`bench: ${folder} has no site.json.`);
  return JSON.parse(readFileSync(join(folder, file), "utf8")) as SiteFacts;
}

/**
 * The page somebody careful would write by hand instead of `/audit/haandtering`: the rows of its
 * default view in the page, and one script that draws the same chart with the same Plot.
 */
export async function buildHandMade(dist: string, folder: string): Promise<void> {
  const {codebook} = readFacts(dist);
  const data = {
    rows: defaultRows(readFileSync(join(dist, "audit/haandtering.html"), "utf8")),
    professions: codebook.professions.map(({id, label, short}) => ({id, label, short})),
    shown: codebook.professions.filter((p) => !p.telephoneOf).map((p) => p.id)
  };
  mkdirSync(folder, {recursive: true});
  await build({
    entryPoints: [fileURLToPath(new URL("handMade.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    outfile: join(folder, "chart.js"),
    logLevel: "silent"
  });
  writeFileSync(join(folder, "index.html"), handMadePage(JSON.stringify(data).replaceAll("<", "\\u003c")));
}

/** The least a reader can wait for: the finished drawing of `/audit/haandtering`, as it was once, and nothing else. */
export function buildFinishedDrawing(folder: string): void {
  mkdirSync(folder, {recursive: true});
  const drawing = readFileSync(new URL("finishedDrawing.svg", import.meta.url), "utf8");
  writeFileSync(join(folder, "index.html"), pageAround(`<div class="figure-chart">${drawing}</div>`, "", ""));
}

/** A built site without the answers in its pages, so that every query goes to DuckDB-wasm. */
export function buildWithoutAnswers(dist: string, folder: string): void {
  cpSync(dist, folder, {recursive: true});
  for (const file of readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) =>
    name.endsWith(".html")
  )) {
    const page = join(folder, file);
    writeFileSync(page, readFileSync(page, "utf8").replace(answers, ""));
  }
}

/** The rows a page of a published site shows first. */
export function defaultRows(html: string): Record<string, unknown>[] {
  const found = answers.exec(html)?.[1];
  if (!found) throw new Error("bench: the page has no answers; run npm run build first.");
  const [cell] = Object.values(JSON.parse(found) as PageAnswers);
  const [rows] = Object.values(cell!.answers);
  return rows!.map((row) => Object.fromEntries(cell!.columns.map((column, i) => [column, row[i]])));
}

function handMadePage(data: string): string {
  return pageAround(
    '<div class="figure-chart"></div>',
    '<link rel="modulepreload" href="./chart.js">',
    `<script type="application/json" id="data">${data}</script>\n<script type="module" src="./chart.js"></script>`
  );
}

function pageAround(chart: string, head: string, scripts: string): string {
  return `<!DOCTYPE html>
<html lang="da">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Håndtering på tværs</title>
${head}
<style>body {font: 17px/1.5 serif; max-width: 1080px; margin: 2rem auto; padding: 0 1rem}
.figure {margin: 0; font-family: sans-serif}</style>
<h1>Håndtering på tværs</h1>
<p>Hvor stor en andel af konsultationerne hvert svar er krydset af i, og hvor sikkert det er målt.</p>
<figure class="figure">
<h2>Handlinger: hvor ofte hver faggruppe satte kryds</h2>
${chart}
<figcaption>Prik: andel af alle registreringer. Streg: 95 %-interval.</figcaption>
</figure>
${scripts}
</html>
`;
}
