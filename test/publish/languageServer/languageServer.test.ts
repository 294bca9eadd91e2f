import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {PassThrough} from "node:stream";
import {pathToFileURL} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeLens,
  type CompletionItem,
  type Hover,
  type Location,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextEdit
} from "vscode-languageserver/node";
import type {Settings} from "../../../data-loaders/ground/settings.js";
import {serveLanguage} from "../../../publish/languageServer/languageServer.js";
import {openBench, type Bench} from "../../../publish/workbench/bench.js";
import {knowledgeOf} from "../../../publish/workbench/knowledge.js";
import {openWorkspace, type Workspace} from "../../../publish/workbench/openWorkspace.js";
import {checkout} from "../../support/project.js";
import {words} from "../pages/vocabulary.js";
import {smallWorkspace} from "../workbench/smallWorkspace.js";

let root: string;
let bench: Bench;
let workspace: Workspace;
let editor: ProtocolConnection;
const told: PublishDiagnosticsParams[] = [];
const shown: unknown[] = [];

/** An editor and the server, over the protocol, in one process. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "rygatlas-language-"));
  const settings: Settings = await smallWorkspace(root);
  mkdirSync(join(root, "data-loaders/tables/audit"), {recursive: true});
  writeFileSync(
    join(root, "data-loaders/tables/audit/auditAnswers.ts"),
    'export const table = {\n  name: "audit_answers",\n  columns: []\n};\n'
  );
  mkdirSync(join(root, "src/components"), {recursive: true});
  writeFileSync(join(root, "src/parameters.ts"), "export const parameters = {\n  profession: {\n  }\n};\n");
  writeFileSync(join(root, "src/components/notebook.ts"), "export const [sql, Inputs, view] = [1, 2, 3];\n");
  bench = openBench(settings);
  workspace = await openWorkspace(settings);
  const [there, back] = [new PassThrough(), new PassThrough()];
  serveLanguage(
    createConnection(new StreamMessageReader(there), new StreamMessageWriter(back)),
    {
      root,
      desk: async () => ({root, session: workspace.session, words}),
      knowledge: async () => knowledgeOf(await bench.catalogue(), (column) => bench.profile(column)),
      made: async () => [],
      benchAddress: async ({id, query}) =>
        `http://127.0.0.1:3000/vaerksted#${new URLSearchParams({sql: query, name: id ?? ""})}`
    },
    {pause: 0}
  );
  editor = createProtocolConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  editor.onNotification("textDocument/publishDiagnostics", (said: PublishDiagnosticsParams) => void told.push(said));
  editor.onRequest("window/showDocument", (asked) => (shown.push(asked), {success: true}));
  editor.listen();
  const {capabilities} = await editor.sendRequest<{capabilities: object}>("initialize", {
    processId: null,
    rootUri: pathToFileURL(root).href,
    capabilities: {}
  });
  expect(capabilities).toMatchObject({
    completionProvider: {},
    hoverProvider: true,
    definitionProvider: true,
    documentFormattingProvider: true,
    codeLensProvider: {}
  });
  await editor.sendNotification("initialized", {});
});
afterAll(() => {
  editor?.dispose();
  bench?.close();
  workspace?.session.close();
  rmSync(root, {recursive: true});
});

let pages = 0;

/** Opens a page whose seventh line (from 0) begins a cell of this query; `|` is where the cursor stands. */
async function open(...query: string[]) {
  const textDocument = {uri: pathToFileURL(join(root, `src/audit-${++pages}.md`)).href};
  const start = [
    "```js",
    'import {Inputs, sql} from "./components/notebook.js";',
    'const profession = "gp";',
    "```",
    "```sql id=rows",
    "SELECT n AS number FROM audit_answers",
    "```"
  ];
  const marked = [...start, "```sql id=asked", ...query, "```", ""].join("\n");
  const at = marked.indexOf("|");
  const before = marked.slice(0, Math.max(at, 0)).split("\n");
  const position = {line: before.length - 1, character: before.at(-1)!.length};
  const text = marked.replace("|", "");
  await editor.sendNotification("textDocument/didOpen", {
    textDocument: {...textDocument, languageId: "markdown", version: 1, text}
  });
  return {textDocument, position, text};
}

/** What the server says of a page, when it has looked at a version of it. */
async function diagnostics(uri: string, version: number): Promise<string[]> {
  for (;;) {
    const said = told.find((one) => one.uri === uri && one.version === version);
    if (said)
      return said.diagnostics.map(
        ({range: {start, end}, message}) => `${start.line}:${start.character}-${end.character} ${message}`
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const completed = async (...query: string[]) =>
  (await editor.sendRequest<CompletionItem[]>("textDocument/completion", await open(...query))).map(({label}) => label);

test("tables, columns, values of codes, choices and other cells are completed", async () => {
  expect(await completed("SELECT n FROM au|")).toEqual(
    expect.arrayContaining(["audit_answers", "before.audit_answers", "rows"])
  );
  expect(await completed("SELECT pro| FROM audit_answers")).toContain("profession");
  expect(await completed("SELECT n FROM audit_answers", "WHERE profession = |")).toEqual(
    expect.arrayContaining(["'gp'", "'chiropractor'", "${profession}"])
  );
  expect(await completed("SELECT n FROM audit_answers WHERE profession = ${pr|")).toContain("profession");
  expect(await completed("SELECT nu| FROM rows")).toContain("number");
});

test("what is completed replaces the word that is being written", async () => {
  const page = await open("SELECT n", "FROM audit_an|");
  const items = await editor.sendRequest<CompletionItem[]>("textDocument/completion", page);
  expect(items.find(({label}) => label === "audit_answers")?.textEdit).toEqual({
    range: {start: {line: 9, character: 5}, end: {line: 9, character: 13}},
    newText: "audit_answers"
  });
});

test("a word of a query says what it means in Danish; one outside says nothing", async () => {
  const hover = (...query: string[]) =>
    open(...query).then((page) => editor.sendRequest<Hover | null>("textDocument/hover", page));
  expect(await hover("SELECT pro|fession FROM audit_answers")).toMatchObject({
    contents: {value: expect.stringContaining("Faggruppe")},
    range: {start: {line: 8, character: 7}, end: {line: 8, character: 17}}
  });
  expect(await hover("SELECT 1", "```", "", "Om pro|fession", "", "```js")).toBeNull();
});

test("a table leads to its declaration, a choice to the site's choices, a cell to itself", async () => {
  const go = (...query: string[]) =>
    open(...query).then((page) => editor.sendRequest<Location | null>("textDocument/definition", page));
  const below = (path: string) => pathToFileURL(join(root, path)).href;
  expect(await go("FROM audit_|answers")).toMatchObject({
    uri: below("data-loaders/tables/audit/auditAnswers.ts"),
    range: {start: {line: 1}}
  });
  expect(await go("FROM audit_answers WHERE profession = ${prof|ession}")).toMatchObject({
    uri: below("src/parameters.ts"),
    range: {start: {line: 1}}
  });
  expect(await go("FROM ro|ws")).toMatchObject({range: {start: {line: 4}}});
});

test("SQL cells are formatted, and nothing else", async () => {
  const {textDocument} = await open("select n from audit_answers where profession = ${profession}");
  const edits = await editor.sendRequest<TextEdit[]>("textDocument/formatting", {textDocument, options: {tabSize: 2}});
  expect(edits.at(-1)).toEqual({
    range: {start: {line: 8, character: 0}, end: {line: 9, character: 0}},
    newText: "SELECT\n  n\nFROM\n  audit_answers\nWHERE\n  profession = ${profession}\n"
  });
});

test("a page is checked while it is written, and what is mended is no longer said", async () => {
  const {textDocument, text} = await open("SELECT n, proffesion", "FROM audit_answers");
  expect(await diagnostics(textDocument.uri, 1)).toEqual([
    "8:10-20 Der er ingen kolonne »proffesion« i det, som FROM nævner. Mente du profession?"
  ]);
  await editor.sendNotification("textDocument/didChange", {
    textDocument: {...textDocument, version: 2},
    contentChanges: [{text: text.replace("proffesion", "profession")}]
  });
  expect(await diagnostics(textDocument.uri, 2)).toEqual([]);
});

test("each cell has a lens that opens it in the bench, with the cells that it reads", async () => {
  const {textDocument} = await open("FROM rows");
  const lenses = await editor.sendRequest<CodeLens[]>("textDocument/codeLens", {textDocument});
  expect(lenses.map(({range, command}) => [range.start.line, command?.title])).toEqual([
    [4, "Kør"],
    [7, "Kør"]
  ]);
  const {command, arguments: given} = lenses[1]!.command!;
  await editor.sendRequest("workspace/executeCommand", {command, arguments: given});
  const asked = new URLSearchParams({
    sql: "WITH rows AS (SELECT n AS number FROM audit_answers) FROM rows",
    name: "asked"
  });
  expect(shown).toEqual([{uri: `http://127.0.0.1:3000/vaerksted#${asked}`, external: true}]);
});

test("the project's own tables and choices have a declaration that is found", async () => {
  const {choiceDeclaration, tableDeclaration} = await import("../../../publish/languageServer/declarations.js");
  const {tables} = await import("../../../data-loaders/tables/index.js");
  const {choiceNames} = await import("../../../publish/workbench/knowledge.js");
  expect(tables.filter(({name}) => !tableDeclaration(checkout, name)).map(({name}) => name)).toEqual([]);
  expect(choiceNames.filter((name) => !choiceDeclaration(checkout, name))).toEqual([]);
});
