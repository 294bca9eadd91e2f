import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {expect, test} from "vitest";
import {previewCells} from "../../../publish/framework/previewCells.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const root = temporaryFolder();

/** The page as the preview renders it, and what it says of it in the terminal. */
function page(...lines: string[]) {
  const text = lines.join("\n");
  writeFileSync(join(root, "side.md"), text);
  const told: string[] = [];
  const md = previewCells(createMarkdownIt(), root, (line) => told.push(line));
  const parsed = parseMarkdown(text, {md, path: "/side"});
  const [, json] = /<script type="application\/json" id="rygatlas-places">(.*)<\/script>/.exec(parsed.body)!;
  const again = (now = text) => parseMarkdown(now, {md, path: "/side"});
  return {...parsed, told, again, places: JSON.parse(json!) as {file: string; lines: Record<string, number>}};
}
const file = join(root, "side.md");
const forgotten = (name: string) =>
  `Siden bruger ${name} uden at importere det fra components/notebook.js, så Framework ville hente sin egen fra nettet.`;

test("a cell that uses a name nobody imports fails with that sentence, and nothing is fetched for it", () => {
  const {code, told, again} = page("---", "title: Side", "---", "# Side", "```js", "const chart = Plot.plot();", "```");
  expect(code.map(({node}) => node.input)).toEqual([`throw new Error("${forgotten("Plot")}"); var chart;`]);
  expect(code[0]!.node.references.map(({name}) => name)).not.toContain("Plot");
  expect(code[0]!.node.declarations).toEqual([expect.objectContaining({name: "chart"})]);
  // Once, however often the page is shown, and though it is empty while it is saved.
  for (const now of [undefined, "", undefined]) again(now);
  expect(told).toEqual([`${file}:5: ${forgotten("Plot")}`.replace(":5:", ":6:")]);
});

test.each([
  ["sql of an SQL cell", ["```sql id=rows", "FROM means", "```"], forgotten("sql")],
  [
    "what stands in the text",
    ["Der er ${d3.sum([1])} patienter."],
    forgotten("d3").replace(" fra components/notebook.js", "")
  ],
  [
    "a package from the network",
    ["```js", 'import x from "npm:lodash";', "```"],
    "Siden importerer »npm:lodash«, som ikke er en af pakkerne i package.json."
  ],
  [
    "a cell in jsx",
    ["```jsx", "display(<b>x</b>)", "```"],
    "Framework ville hente React fra nettet til en celle i jsx; skriv den i js."
  ]
])("%s as well", (_, lines, sentence) => {
  const {code, told} = page("# Side", "", ...lines);
  expect(code[0]!.node.input).toContain(sentence);
  expect(told).toHaveLength(1);
});

test("a name that another cell imports or gives is none of it", () => {
  const {code, told} = page(
    "```js",
    "const chart = Plot.plot();",
    "```",
    "```js",
    'import {Plot} from "./components/notebook.js";',
    "```"
  );
  expect(code[0]!.node.input).toContain("Plot.plot()");
  expect(told).toEqual([]);
});

test("every cell has its line of the file, below the front matter", () => {
  const {code, places} = page(
    "---",
    "title: Side",
    "---",
    "# Side",
    "```js",
    "1",
    "```",
    "Tekst ${2 + 2}",
    "```js",
    "3",
    "```"
  );
  expect(places.file).toBe(file);
  expect(code.map(({id}) => places.lines[id])).toEqual([6, 8, 10]);
});

test("JavaScript that cannot be parsed is said in Danish, at the file's line and column", () => {
  const {body} = page("---", "title: Side", "---", "# Side", "", "```js", "const a = 1;", "const b = (2;", "```");
  expect(body).toContain(`${file}, linje 8:13: JavaScript kan ikke læses her (Unexpected token).`);
});
