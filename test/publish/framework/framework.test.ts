import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {textContent} from "domutils";
import {beforeAll, expect, test} from "vitest";
import {readMemory} from "../../../data-loaders/engine/memory.js";
import {fillAuditTexts} from "../../../publish/framework/auditTexts.js";
import {dataFile, loaderOf, readBuiltSite, withoutClock} from "../../../publish/framework/builtSite.js";
import {layDrawing, removeDrawing, type Drawing} from "../../../publish/framework/drawnCells.js";
import {draftCells} from "../../../publish/framework/draftCells.js";
import {demandAllUsed, mendClient, mendFurniture, mendStyle} from "../../../publish/framework/furniture.js";
import {joinCells} from "../../../publish/framework/joinCells.js";
import {exportsOf, fileOfModule} from "../../../publish/framework/moduleExports.js";
import {namesUsed, placeOf, readCode} from "../../../publish/framework/pageCode.js";
import {pageParts, taggedTemplates} from "../../../publish/framework/pageParts.js";
import {pageScript} from "../../../publish/framework/pageScript.js";
import {pageSource} from "../../../publish/framework/pageSource.js";
import {startPreview} from "../../../publish/framework/preview.js";
import {all, one, readHtml, writeHtml} from "../../../publish/html.js";
import {readPages} from "../../../publish/pages/cells.js";
import {openPages} from "../../../publish/visit/openPages.js";
import {checkout} from "../../support/project.js";
import {run} from "../../support/run.js";
import {startBrowser} from "../../support/startBrowser.js";
import {temporaryFolder} from "../../support/temporaryFolder.js";

/** A project built by the installed Framework, with nothing of `publish` between. */
const root = temporaryFolder();
const read = (path: string) => readFileSync(join(root, path), "utf8");
const page = (path: string) => readHtml(read(`dist/${path}.html`));
const written = (pattern: RegExp) => readBuiltSite(join(root, "dist")).files.filter((file) => pattern.test(file));

beforeAll(async () => {
  symlinkSync(join(checkout, "node_modules"), join(root, "node_modules"), "junction");
  write("package.json", `{"type": "module"}`);
  write(
    "observablehq.config.ts",
    `import {stayOffline} from "${checkout}/publish/framework/offline.ts";
    stayOffline("src");
    export default {
      root: "src", title: "Prøve", globalStylesheets: [], toc: {label: "På denne side"}, pager: true,
      pages: [{name: "Audit", pages: [{name: "Side", path: "/audit/side"}]}],
      dynamicPaths: ["/fag/gp", "/fag/egen"],
      head: (page) => '<meta name="given" content=\\'' + JSON.stringify(page) + "'>",
      footer: ({path}) => '<a href="/fag/gp">' + path + "</a>",
      markdownIt: (md) => {
        md.core.ruler.after("inline", "words", ({tokens, env}) => {
          for (const token of tokens.flatMap(({children}) => children ?? []))
            if (token.type === "text") token.content = token.content.replace("{navn}", "Læger " + env.path);
        });
        return md;
      }
    };`
  );
  write("src/data/facts.json.js", "process.stdout.write('{\"n\": 1}');");
  write(
    "src/components/facts.js",
    'import {FileAttachment} from "observablehq:stdlib";\n' +
      'export const facts = await FileAttachment("../data/facts.json").json();\n'
  );
  write("src/index.md", "# Forside\n");
  write("src/404.md", "# Findes ikke\n");
  write(
    "src/audit/side.md",
    [
      "---",
      "description: Om siden",
      "keywords: [ryg]",
      "index: false",
      "---",
      "# Side",
      "Indledning.",
      "## Første afsnit",
      "```js",
      'import {facts} from "../components/facts.js";',
      'import {sum} from "d3-array";',
      "display(facts.n + sum([1]));",
      "```",
      '${FileAttachment("../data/facts.json").name}'
    ].join("\n")
  );
  write("src/fejl.md", "# Fejl\n\n```js\ndisplay(1);\n```\n\n```js\ndisplay(rowz);\n```\n");
  write("src/fag/[kode].md", "# {navn}\n");
  write("src/fag/egen.md", "# Egen side\n");
  await observable(join(checkout, "node_modules/@observablehq/framework/dist/bin/observable.js"));
});

async function observable(command: string): Promise<void> {
  const {code, out, err} = await run(process.execPath, ["--import", "tsx", command, "build"], {cwd: root});
  expect(code, out + err).toBe(0);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), text);
}

/** What a page of the build shows, as a browser saw it. */
let drawn: Drawing;

/** What each file of publish/framework assumes of Framework, tried on what the installed version builds. */
const assumptions: Record<string, () => void | Promise<void>> = {
  "auditTexts.ts": () => {
    const md = fillAuditTexts(createMarkdownIt(), {what: "Søvn ${1}"});
    const {body} = parseMarkdown("# {audit.what|Emnet}", {md, path: "/a"});
    expect(body).toContain("Søvn ${1}");
  },
  "builtSite.ts": () => {
    const file = dataFile(readBuiltSite(join(root, "dist")), "facts.json");
    expect(loaderOf(file)).toBe("facts.json");
    expect(read("dist/audit/side.html")).toContain('"lastModified"');
    expect(withoutClock(read("dist/audit/side.html"))).not.toContain('"lastModified"');
  },
  "bundle.ts": () => {
    expect(written(/^_node\/d3-array@[\d.]+\/.*\.js$/)).toHaveLength(1);
    expect(written(/^_observablehq\/client\..*js$/)).toHaveLength(1);
    const [module] = written(/^_import\/components\/facts\..*js$/);
    expect(read(`dist/${module}`)).toMatch(
      /await FileAttachment\(\{"name":"[^"]*","mimeType":"application\/json","path":"[^"]*_file\/data\/facts\.[0-9a-f]{8}\.json"[^}]*\}, import\.meta\.url\)\.json\(\)/
    );
  },
  "cellRoots.ts": async () => {
    const pages = readPages(join(root, "src")).filter(({path}) => /^(?:fejl|audit.side)\.md$/.test(path));
    const nothing = {memory: readMemory<Drawing>(join(root, "drawings.json")), about: ""};
    const {faults, drawings} = await openPages(startBrowser, join(root, "dist"), pages, nothing);
    expect(faults).toEqual([
      "src/fejl.md:8:9: error: Navnet rowz kendes ikke: ingen celle på siden giver det; ret det."
    ]);
    drawn = drawings.get("audit/side.html")!;
    // What an author's cell shows, and what stands in a line of text.
    expect(Object.values(drawn.cells).map((html) => html.replace(/<[^>]*>/g, ""))).toEqual(["2", "facts.json"]);
  },
  "contentSecurity.ts": () => {
    expect(all("head > meta[charset]", page("audit/side"))).toHaveLength(1);
    expect(read("dist/audit/side.html")).not.toMatch(/\son\w+="/);
  },
  "draftCells.ts": () => {
    const src = join(root, "drafts");
    mkdirSync(src);
    const cell = "```sql id=rows display\nFROM people.cohort WHERE age > ${age}\n```\n";
    writeFileSync(join(src, "kladde.md"), `---\ndraft: true\n---\n${cell}`);
    writeFileSync(join(src, "side.md"), cell);
    const inputOf = (path: string) =>
      parseMarkdown(cell, {md: draftCells(createMarkdownIt(), src), path}).code.map(({node}) => node.input);
    expect(inputOf("/kladde")).toEqual([
      "const rows = ((_) => (display(Inputs.table(_, {select: false})), _))" +
        "(await workspaceSql`FROM people.cohort WHERE age > ${age}`);"
    ]);
    expect(inputOf("/side")[0]).toContain("await sql`FROM people.cohort");
  },
  "drawnCells.ts": () => {
    const document = page("audit/side");
    layDrawing(document, "audit/side.html", drawn);
    expect(all("main .drawn", document).map((place) => textContent(place))).toEqual(["2", "facts.json"]);
    // The client takes the place of what a cell shows away by its name.
    expect(read("dist/" + written(/^_observablehq\/client\..*js$/)[0]!)).toMatch(/OBSERVABLEHQ-LOADING/);
    removeDrawing(document);
    expect(writeHtml(document)).toBe(writeHtml(page("audit/side")));
  },
  "fencePreview.ts": () => {
    const {body, code} = parseMarkdown("```sql id=rows\nFROM means\n```", {md: createMarkdownIt(), path: "/a"});
    expect(body).toContain('class="observablehq observablehq--block"');
    expect(
      code.flatMap(({node}) => taggedTemplates({line: 1, column: 1, before: 0, node}, new Set(["sql"])))
    ).toHaveLength(1);
  },
  "finishPage.ts": () => {
    expect(one("head > title", page("audit/side"))).toBeDefined();
    expect(all("head > link[rel=modulepreload]", page("audit/side")).length).toBeGreaterThan(1);
  },
  "finishPages.ts": () => {
    expect(one("base", page("404"))?.attribs.href).toBe("/");
    expect(textContent(one("nav#observablehq-sidebar > ol:first-child", page("index"))!).trim()).toBe("Prøve");
  },
  "footer.ts": () => {
    expect(read("dist/audit/side.html")).toContain('<a href="../fag/gp">/audit/side</a>');
  },
  "framework.d.ts": () => {
    const declared = readFileSync(join(checkout, "publish/framework/framework.d.ts"), "utf8");
    for (const [, module] of declared.matchAll(/declare module "(.*)"/g))
      expect(existsSync(join(checkout, "node_modules", module!)), module).toBe(true);
  },
  "furniture.ts": () => {
    const used = new Set<unknown>();
    for (const path of ["index", "audit/side"]) mendFurniture(page(path), path, used);
    expect(() => demandAllUsed(used)).not.toThrow();
    const [client] = written(/^_observablehq\/client\..*js$/);
    expect(() => mendClient(read(`dist/${client}`), client!)).not.toThrow();
    const [style] = written(/^_observablehq\/theme-.*css$/);
    expect(mendStyle(read(`dist/${style}`), style!)).not.toMatch(/(?<!>)#observablehq-sidebar-toggle:\w+\s*~/);
  },
  "head.ts": () => {
    const {path, data} = JSON.parse(one("meta[name=given]", page("audit/side"))!.attribs.content!);
    expect({path, ...data}).toEqual({path: "/audit/side", index: false, keywords: ["ryg"]});
  },
  "joinCells.ts": () => {
    const text = "```sql id=rows\nFROM means\n```\n\n```sql id=few\nFROM rows\n```\n";
    const {code} = parseMarkdown(text, {md: joinCells(createMarkdownIt()), path: "/a"});
    expect(code.map(({node}) => node.input)).toEqual([
      "const rows = await sql`FROM means`;",
      "const few = await sql`WITH rows AS (FROM means) FROM rows`;"
    ]);
  },
  "moduleExports.ts": () => {
    const file = fileOfModule(join(checkout, "src/audit/x.md"), "../components/notebook.js")!;
    expect(exportsOf(file)?.has("sql")).toBe(true);
    expect(exportsOf(exportsOf(file)!.get("Plot")!)?.has("barX")).toBe(true);
  },
  "offline.ts": () => {
    // The build had no other place to find the versions of the libraries it recommends.
    expect(existsSync(join(root, "src/.observablehq/cache/_npm/react@18.3.1"))).toBe(true);
  },
  "pageCode.ts": () => {
    const text = "```js\nconst a = 1;\n```\n\n```sql id=rows\n\n  SELECT ${a}\n```\n\nEn ${a}.\n\n```js\na = (;\n```\n";
    const {code, broken} = readCode("a.md", text);
    expect(
      code.flatMap((piece) => namesUsed(piece).map(({name, start}) => ({name, ...placeOf(piece, start)})))
    ).toEqual([
      {name: "sql", line: 7, column: 1},
      {name: "a", line: 7, column: 12},
      {name: "a", line: 10, column: 6}
    ]);
    expect(broken).toEqual([{line: 13, column: 6, content: "a = (;\n", words: "Unexpected token"}]);
  },
  "pageParts.ts": () => {
    const {code, assets} = pageParts("part.md", '```js\nimport {sum} from "d3-array";\n```\n\n<img src="./bar.png">\n');
    expect(code).toHaveLength(1);
    expect(assets).toEqual(["./bar.png"]);
  },
  "pageScript.ts": () => {
    expect(
      pageScript(page("audit/side"))!.uses.map(({path, names}) => [path.split("/").at(-1)!.split(".")[0], names])
    ).toEqual(
      expect.arrayContaining([
        ["facts", new Set(["facts"])],
        ["index", new Set(["sum"])]
      ])
    );
  },
  "pageSource.ts": () => {
    expect(one("h1", page("fag/egen"))!.attribs.id).toBe("egen-side");
    expect(pageSource(join(root, "src"), "/fag/egen")).toBe(join(root, "src/fag/egen.md"));
    expect(pageSource(join(root, "src"), "/fag/gp")).toBe(join(root, "src/fag/[kode].md"));
  },
  "pageTexts.ts": () => {
    const md = createMarkdownIt();
    let path: unknown;
    md.core.ruler.after("placeholder", "see", ({env}) => void ({path} = env as {path: string}));
    parseMarkdown("Tekst", {md, path: "/a"});
    expect(path).toBe("/a");
  },
  "pageWords.ts": () => {
    expect(textContent(one("title", page("fag/gp"))!)).toBe("Læger /fag/gp | Prøve");
  },
  "preview.ts": async () => {
    const {address, server} = await startPreview({
      data: () => "of today",
      before: ({url}, response) => url === "/ours" && Boolean(response.end("ours"))
    });
    try {
      expect(await (await fetch(`${address}/ours`)).text()).toBe("ours");
      expect(await (await fetch(`${address}/_file/nothing`)).text()).toBe("File not found");
      expect(await (await fetch(`${address}/_preview/data`)).text()).toBe("of today");
    } finally {
      server.close();
      server.closeAllConnections();
    }
  },
  "previewCells.ts": () => {
    const text = "# Side\n\n```js\nconst x = Inputs.table([]);\n```\n\n```js\nlet = ;\n```\n";
    const {body, code} = parseMarkdown(text, {md: createMarkdownIt(), path: "/a"});
    expect(body).toContain(`<!--:${code[0]!.id}:-->`);
    expect(body).toMatch(/class="observablehq--inspect observablehq--error">SyntaxError: .*\(1:\d+\)</);
    expect(code[0]!.node).toMatchObject({references: [{name: "Inputs"}], declarations: [{name: "x"}], files: []});
  },
  "previewClient.ts": () => {
    const client = readFileSync(join(checkout, "node_modules/@observablehq/framework/dist/client/preview.js"), "utf8");
    expect(client).toContain('new WebSocket(\n    Object.assign(new URL("/_observablehq", location.href)');
    const inspect = readFileSync(join(checkout, "node_modules/@observablehq/framework/dist/client/inspect.js"), "utf8");
    expect(inspect).toContain('node.classList.add("observablehq--error")');
  },
  "queryWorker.ts": () => {
    expect(parseMarkdown("# Titel", {md: createMarkdownIt(), path: "/a"})).not.toBeInstanceOf(Promise);
  },
  "quickBuild.ts": async () => {
    const files = () => readBuiltSite(join(root, "dist")).files.map((file) => [file, read(`dist/${file}`)]);
    const slowly = files();
    await observable(join(checkout, "publish/framework/quickBuild.ts"));
    expect(files()).toEqual(slowly);
  }
};

test("the installed version is the one that the files name, each in its first line", () => {
  const installed = JSON.parse(
    readFileSync(join(checkout, "node_modules/@observablehq/framework/package.json"), "utf8")
  ) as {version: string};
  const folder = join(checkout, "publish/framework");
  expect(Object.keys(assumptions)).toEqual(readdirSync(folder).sort());
  for (const file of readdirSync(folder))
    expect(readFileSync(join(folder, file), "utf8").split("\n")[0]).toContain(
      `// Rests on Framework ${installed.version}: `
    );
});

test.each(Object.entries(assumptions))("what %s rests on is so", (_, holds) => holds());
