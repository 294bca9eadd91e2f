import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {answerPages, type AnsweredSite} from "../../../publish/answers/answers.js";
import {below, fromPage} from "../../../publish/framework/builtSite.js";
import {bundleModules, type Bundle} from "../../../publish/framework/bundle.js";
import {readPages} from "../../../publish/pages/cells.js";
import {finishPage} from "../../../publish/framework/finishPage.js";
import {pageScript} from "../../../publish/framework/pageScript.js";
import {readHtml, writeHtml} from "../../../publish/html.js";
import {readPage} from "../../../publish/pages/pageText.js";
import type {ParameterPage} from "../../../publish/pages/parameterPage.js";
import {isTemplate, makePages, parameterPages, sitePages} from "../../../publish/pages/parameterPages.js";
import {answerKey, valuesKey} from "../../../src/components/data/answers.js";
import {checkout} from "../../support/project.js";
import {run} from "../../support/run.js";
import {smallSession} from "../session.js";
import {words} from "./vocabulary.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

const template = "fag/[kode].md";
const made: ParameterPage[] = [
  {address: "fag/gp", template, name: "Læger", params: {kode: "gp"}, words: {navn: "Læger & co."}},
  {
    address: "fag/chiropractor",
    template,
    name: "Kiropraktorer",
    params: {kode: "chiropractor"},
    words: {navn: "Kiropraktorer"}
  }
];

/** A project of one page made twice, built by Framework and finished as `publish` does. */
const root = temporaryFolder();
let answered: AnsweredSite;
let bundle: Bundle;
const html = (address: string) => readFileSync(join(root, "dist", `${address}.html`), "utf8");

beforeAll(async () => {
  symlinkSync(join(checkout, "node_modules"), join(root, "node_modules"), "junction");
  write("package.json", `{"type": "module"}`);
  write(
    "observablehq.config.ts",
    `
    import {pageHead} from "${checkout}/publish/framework/head.ts";
    import {stayOffline} from "${checkout}/publish/framework/offline.ts";
    import {fillWords} from "${checkout}/publish/framework/pageWords.ts";
    stayOffline("src");
    const made = ${JSON.stringify(made)};
    export default {
      root: "src", title: "Prøve", globalStylesheets: [], search: false, style: "style.css",
      head: (page) => pageHead(page, made), markdownIt: (md) => fillWords(md, made),
      dynamicPaths: made.map(({address}) => "/" + address)
    };`
  );
  write("src/style.css", "");
  write("src/index.md", "# Forside\n\nTal om {navn}.\n");
  write("src/components/data/sql.js", "export const sql = (parts, ...values) => ({parts, values});\n");
  write(
    `src/${template}`,
    [
      "---",
      "description: Om {navn}",
      "---",
      "# {navn} i tal",
      "",
      "Hvad {navn} gør; {andet}.",
      "",
      "```js",
      'import {sql} from "../components/data/sql.js";',
      'const round = "1"; const kept = `{navn}`;',
      "```",
      "",
      "```sql id=rows",
      "SELECT n FROM counts WHERE profession = ${observable.params.kode} AND round = ${round}",
      "```",
      "",
      "```sql id=all",
      'SELECT max(n) AS n FROM counts WHERE profession = ${observable.params["kode"]}',
      "```",
      "",
      "```sql id=strange",
      "SELECT ${slider}",
      "```"
    ].join("\n")
  );
  const {code, out, err} = await run(
    process.execPath,
    [join(checkout, "node_modules/@observablehq/framework/dist/bin/observable.js"), "build"],
    {cwd: root}
  );
  expect(code, out + err).toBe(0);
  const session = await smallSession();
  answered = await answerPages(makePages(readPages(join(root, "src")), made), session, words, 100);
  session.close();
  const scripts = made
    .map(({address}) => ({path: `${address}.html`, document: readHtml(html(address))}))
    .map((page) => ({...page, script: pageScript(page.document)!}));
  const uses = scripts.flatMap(({path, script}) => script.uses.map((use) => ({...use, path: below(path, use.path)})));
  bundle = await bundleModules(join(root, "dist"), checkout, uses);
  for (const {path, document, script} of scripts) {
    finishPage(document, script, {
      bundle: {
        file: fromPage(path, bundle.file),
        pieces: [],
        nameIn: (module, name) => bundle.nameIn(below(path, module), name)
      },
      answers: answered.pages.get(path.replace(/\.html$/, "")),
      data: new Map()
    });
    writeFileSync(join(root, "dist", path), writeHtml(document));
  }
});

describe("pages made from one template", () => {
  test("have their own words in title, heading, text and description before any cell has run", () => {
    expect(readPage("fag/gp.html", readHtml(html("fag/gp")))).toMatchObject({
      title: "Læger & co. i tal",
      headings: "Læger & co. i tal",
      description: "Om Læger & co.",
      text: expect.stringContaining("Hvad Læger & co. gør; {andet}.")
    });
    expect(readPage("fag/chiropractor.html", readHtml(html("fag/chiropractor"))).title).toBe("Kiropraktorer i tal");
    expect(html("fag/gp")).toContain("`{navn}`");
    expect(html("index")).toContain("Tal om {navn}.");
  });

  test("ask what was answered beforehand, each for its own parameter", () => {
    const [rows, all] = asked("fag/gp");
    const answers = answered.pages.get("fag/gp")!;
    expect(answers[rows!.key]).toMatchObject({columns: ["n"], answers: {[rows!.values]: [[10]]}});
    expect(answers[all!.key]).toEqual({columns: ["n"], answers: {[all!.values]: [[20]]}});
    expect(
      asked("fag/chiropractor").map(({key, values}) => answered.pages.get("fag/chiropractor")![key]!.answers[values])
    ).toEqual([[[30]], [[30]]]);
    expect(html("fag/gp")).toContain(JSON.stringify(answers).replaceAll("<", "\\u003c"));
  });

  test("keep the answers of other choices in one file per page and cell", () => {
    expect([...answered.files.keys()].map((file) => file.replace(/\w{16}\.\w{8}/, "…"))).toEqual([
      "_answers/fag/gp.….json",
      "_answers/fag/chiropractor.….json"
    ]);
    expect([...answered.files.values()].map((text) => JSON.parse(text) as unknown)).toEqual([
      {'["gp","2"]': [[20]]},
      {'["chiropractor","2"]': []}
    ]);
  });

  test("are reported once when a cell is left to the browser", () => {
    expect(answered.left).toEqual([expect.stringMatching(/^src\/fag\/\[kode\]\.md:22: \$\{slider\}/)]);
  });

  test("share one script that depends on neither", () => {
    for (const {address} of made) expect(html(address)).toContain(`from "../${bundle.file}"`);
    const scripts = readdirSync(join(root, "dist/_site"));
    expect(scripts.filter((file) => file.startsWith("site."))).toHaveLength(1);
    expect(scripts.map((file) => readFileSync(join(root, "dist/_site", file), "utf8")).join("\n")).not.toMatch(
      /chiropractor|"gp"/
    );
  });
});

describe("the site's own templates", () => {
  test("stand for the seven indicators, five regions and 98 municipalities of a project that has them", async () => {
    const project = mkdtempSync(join(tmpdir(), "rygatlas-templates-"));
    try {
      writeFileSync(join(project, "settings.yaml"), "");
      symlinkSync(join(checkout, "data"), join(project, "data"), "junction");
      symlinkSync(join(checkout, "data-loaders"), join(project, "data-loaders"), "junction");
      const templates = ["register/indikatorer/[id].md", "register/omraade/[kode].md"];
      mkdirSync(join(project, "src/register/indikatorer"), {recursive: true});
      mkdirSync(join(project, "src/register/omraade"), {recursive: true});
      for (const file of templates) writeFileSync(join(project, "src", file), "# X\n");
      const pages = await parameterPages(project);
      expect(templates.map((file) => pages.filter(({template}) => template === file).length)).toEqual([7, 103]);
      expect(pages).toContainEqual({
        address: "register/indikatorer/repeated_mri",
        template: templates[0],
        name: expect.stringMatching(/MR/),
        params: {id: "repeated_mri"},
        words: {titel: expect.stringMatching(/MR/)}
      });
      const names = Object.fromEntries(pages.map(({params, words}) => [params.kode, words.navn]));
      expect(names).toMatchObject({
        "0101": "Københavns Kommune",
        "0580": "Aabenraa Kommune",
        "0400": "Bornholms Regionskommune",
        "1083": "Region Syddanmark"
      });
      expect(pages.slice(7, 11).map(({name}) => name)).toEqual([
        "Region Hovedstaden",
        "Albertslund Kommune",
        "Allerød Kommune",
        "Ballerup Kommune"
      ]);
      expect((await sitePages(project)).map(({made}) => made?.template)).toEqual(pages.map(({template}) => template));
      rmSync(join(project, "src/register/omraade"), {recursive: true});
      expect(await parameterPages(project)).toHaveLength(7);
    } finally {
      rmSync(project, {recursive: true});
    }
  });

  test.each([
    ["register/omraade/[kode].md", true],
    ["[aar]/tal-[fag].md", true],
    ["audit/variation.md", false],
    ["a/[1].md", false]
  ])("%s: %s", (path, is) => expect(isTemplate(path)).toBe(is));
});

/** The queries of a page's script as `sql` gets them, but for those that cannot be answered beforehand. */
function asked(address: string): {key: string; values: string}[] {
  const literals = [...html(address).matchAll(/await (sql`[^`]*`)/g)]
    .map(([, literal]) => literal!)
    .filter((literal) => !literal.includes("slider"));
  const sql = (parts: string[], ...values: unknown[]) => ({key: answerKey(parts), values: valuesKey(values)});
  return literals.map((literal) => new Function("sql", "round", `return ${literal}`)(sql, "1"));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), text);
}
