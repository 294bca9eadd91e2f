import {relative, sep} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {
  CompletionItemKind,
  DiagnosticSeverity,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeLens,
  type CompletionItem,
  type Connection,
  type Diagnostic,
  type Hover,
  type Location,
  type Position,
  type TextEdit
} from "vscode-languageserver/node";
import {TextDocument} from "vscode-languageserver-textdocument";
import {lintPage, type Desk} from "../lint/lintPage.js";
import type {Problem} from "../lint/problem.js";
import {asPage} from "../pages/cells.js";
import {makePages} from "../pages/parameterPages.js";
import type {ParameterPage} from "../pages/parameterPage.js";
import {completionsAt, meaningOf, type Completion} from "../workbench/completions.js";
import {formatted} from "../workbench/formatted.js";
import {choiceNames, type Knowledge} from "../workbench/knowledge.js";
import {cellsOfText, offsetIn, wordAt} from "./cellsOfText.js";
import {choiceDeclaration, tableDeclaration} from "./declarations.js";

/** What the server knows of a project. */
export interface Project {
  root: string;
  /** What pages are held against, as the last load left it. */
  desk(): Promise<Desk>;
  knowledge(): Promise<Knowledge>;
  /** The pages made from files with a parameter in their name. */
  made(): Promise<readonly ParameterPage[]>;
  /** Where the bench runs a query; undefined where no preview is running. */
  benchAddress(cell: {id?: string; query: string}): Promise<string | undefined>;
}

const runCommand = "rygatlas.run";

const kinds: Record<Completion["type"], CompletionItemKind> = {
  keyword: CompletionItemKind.Keyword,
  function: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
  class: CompletionItemKind.Class,
  property: CompletionItemKind.Field,
  enum: CompletionItemKind.EnumMember
};

/**
 * Serves an editor by the language-server protocol, in the SQL cells of the project's pages, with what the bench
 * completes, explains and formats, and with what lint says of the page as it is being written.
 * @param options.pause milliseconds without typing before a page is checked
 */
export function serveLanguage(connection: Connection, project: Project, {pause = 200} = {}): void {
  const documents = new TextDocuments(TextDocument);
  const timers = new Map<string, NodeJS.Timeout>();
  // One page after the other: they share a session, which answers one query at a time.
  let checking = Promise.resolve();
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: {triggerCharacters: [".", "{", "'", "="]},
      hoverProvider: true,
      definitionProvider: true,
      documentFormattingProvider: true,
      codeLensProvider: {},
      executeCommandProvider: {commands: [runCommand]}
    },
    serverInfo: {name: "Rygatlas"}
  }));

  documents.onDidChangeContent(({document}) => {
    clearTimeout(timers.get(document.uri));
    timers.set(
      document.uri,
      setTimeout(() => void (checking = checking.then(() => diagnose(document))), pause)
    );
  });
  documents.onDidClose(({document}) => {
    clearTimeout(timers.get(document.uri));
    void connection.sendDiagnostics({uri: document.uri, diagnostics: []});
  });

  async function diagnose(document: TextDocument): Promise<void> {
    const {uri, version} = document;
    const path = pagePath(project.root, uri);
    if (path === undefined || documents.get(uri)?.version !== version) return;
    try {
      // Of the many pages made from one file, the first.
      const [page] = makePages([asPage(path, document.getText())], await project.made());
      const problems = page ? await lintPage(page, await project.desk()) : [];
      if (documents.get(uri)?.version !== version) return;
      await connection.sendDiagnostics({uri, version, diagnostics: problems.map((one) => asDiagnostic(one, document))});
    } catch (error) {
      connection.console.error((error as Error).message);
    }
  }

  connection.onCompletion(async ({textDocument, position, context}): Promise<CompletionItem[]> => {
    const at = cellAt(documents.get(textDocument.uri), position);
    if (!at) return [];
    const {cell, cells, document} = at;
    const known = await project.knowledge();
    const others = cells.flatMap(({id, query}) => (id && id !== cell.id ? [{id, columns: columnsOf(query)}] : []));
    const explicit = context?.triggerKind !== 2;
    const result = await completionsAt(
      {query: cell.query, position: offsetIn(cell, position), explicit},
      {knowledge: () => known, cells: () => others}
    );
    if (!result) return [];
    const start = document.positionAt(document.offsetAt({line: cell.first, character: 0}) + result.from);
    return result.options.map(({label, type, detail, info, apply, boost = 0}, i) => ({
      label,
      kind: kinds[type],
      ...(detail && {detail}),
      ...(info && {documentation: info}),
      sortText: `${String(100 - boost).padStart(4, "0")}${String(i).padStart(5, "0")}`,
      filterText: label,
      textEdit: {range: {start, end: position}, newText: apply ?? label}
    }));
  });

  connection.onHover(async ({textDocument, position}): Promise<Hover | null> => {
    const at = cellAt(documents.get(textDocument.uri), position);
    const found = at && wordAt(at.line, position.character);
    if (!found) return null;
    const meaning = await meaningOf(found.word, at.cell.query, await project.knowledge());
    if (!meaning) return null;
    const {line} = position;
    return {
      contents: {kind: "markdown", value: `**${meaning.title}**\n\n${meaning.text}`},
      range: {start: {line, character: found.from}, end: {line, character: found.to}}
    };
  });

  connection.onDefinition(({textDocument, position}): Location | null => {
    const at = cellAt(documents.get(textDocument.uri), position);
    const found = at && wordAt(at.line, position.character);
    if (!found) return null;
    const {word} = found;
    const own = at.cells.find(({id}) => id?.toLowerCase() === word.toLowerCase());
    const isChoice = (choiceNames as string[]).includes(word) && /\$\{\s*$/.test(at.line.slice(0, found.from));
    const declared = isChoice ? choiceDeclaration(project.root, word) : tableDeclaration(project.root, word);
    if (declared) return location(pathToFileURL(declared.file).href, declared.line);
    return own ? location(textDocument.uri, own.opening) : null;
  });

  connection.onDocumentFormatting(({textDocument}): TextEdit[] => {
    const document = documents.get(textDocument.uri);
    if (!document || pagePath(project.root, document.uri) === undefined) return [];
    return cellsOfText(document.getText()).flatMap(({first, end, query}) => {
      const newText = formatted(query);
      if (newText === query || query.trim() === "") return [];
      return [{range: {start: {line: first, character: 0}, end: {line: end, character: 0}}, newText: `${newText}\n`}];
    });
  });

  connection.onCodeLens(({textDocument}): CodeLens[] => {
    const document = documents.get(textDocument.uri);
    if (!document || pagePath(project.root, document.uri) === undefined) return [];
    return cellsOfText(document.getText()).map(({opening}, i) => ({
      range: {start: {line: opening, character: 0}, end: {line: opening, character: 0}},
      command: {title: "Kør", command: runCommand, arguments: [document.uri, i]}
    }));
  });

  connection.onExecuteCommand(async ({command, arguments: [uri, i] = []}) => {
    const cell = command === runCommand && cellsOfText(documents.get(uri as string)?.getText() ?? "")[i as number];
    if (!cell) return;
    const address = await project.benchAddress({...(cell.id && {id: cell.id}), query: cell.whole});
    if (address) await connection.window.showDocument({uri: address, external: true});
    else connection.window.showErrorMessage("Værkstedet kører ikke; start det med npm run dev.");
  });

  function cellAt(document: TextDocument | undefined, position: Position) {
    if (!document || pagePath(project.root, document.uri) === undefined) return undefined;
    const text = document.getText().replaceAll("\r\n", "\n");
    const cells = cellsOfText(text);
    const cell = cells.find(({first, end}) => first <= position.line && position.line < Math.max(end, first + 1));
    return cell && {document, cells, cell, line: text.split("\n")[position.line]!};
  }

  documents.listen(connection);
  connection.listen();
}

/** The path of a page below `src`; undefined for other files. */
function pagePath(root: string, uri: string): string | undefined {
  if (!uri.startsWith("file:") || !uri.endsWith(".md")) return undefined;
  const path = relative(`${root}/src`, fileURLToPath(uri)).split(sep).join("/");
  return path.startsWith("..") ? undefined : path;
}

/** A problem at the word it stands at, or at its whole line where its column is not known. */
function asDiagnostic({line, column, severity, message}: Problem, document: TextDocument): Diagnostic {
  const text = document.getText().split("\n")[line - 1] ?? "";
  const from = column === undefined ? text.length - text.trimStart().length : column - 1;
  const word = /^(?:"[^"]+"|'[^']+'|[\p{L}\w$.]+|.)/u.exec(text.slice(from))?.[0].length ?? 0;
  const to = column === undefined ? text.trimEnd().length : from + word;
  return {
    range: {start: {line: line - 1, character: from}, end: {line: line - 1, character: Math.max(from, to)}},
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: "rygatlas",
    message
  };
}

/** The names that a query plainly gives its columns. */
function columnsOf(query: string): string[] {
  return Array.from(query.matchAll(/\bAS\s+([a-z_]\w*)/gi), ([, name]) => name!);
}

function location(uri: string, line: number): Location {
  const start = {line, character: 0};
  return {uri, range: {start, end: start}};
}
