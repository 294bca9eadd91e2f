import {execFileSync} from "node:child_process";
import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import ts from "typescript";
import {aligned, atMost} from "./target.js";

const line = 120;
/** A file with no more lines than this is counted as small. */
const small = 20;

/**
 * The shape of the checkout in figures: how it is laid out, which way imports run, how long
 * lines and how much code there is.
 */
export function benchHouse(root: string): string[] {
  const files = tracked(root).filter((file) => /\.(ts|js|mjs|cjs)$/.test(file));
  const sources = files.map((file) => ({file, text: readFileSync(join(root, file), "utf8")}));
  const isTest = ({file}: {file: string}) => file.startsWith("test/");
  const code = sources.filter((source) => !isTest(source));
  const statementsOf = (some: typeof sources) => some.reduce((sum, {file, text}) => sum + statements(file, text), 0);
  const {back, pairs} = imports(root);
  const readme = readFileSync(join(root, "README.md"), "utf8").trimEnd().split("\n").length;
  return [
    "The house",
    ...aligned([
      ["files at the root of data-loaders", atMost(filesIn(root, "data-loaders"), 4)],
      ["files at the root of src/components", atMost(filesIn(root, "src/components"), 4)],
      ["files at the root of publish", atMost(filesIn(root, "publish"), 12)],
      ["imports that run back", atMost(back, 0)],
      ["pairs of folders that import each other", atMost(pairs, 0)],
      [`lines over ${line} characters, long strings aside`, atMost(sources.flatMap(longLines).length, 0)],
      ["lines of the README", atMost(readme, 150)],
      ["statements of source", String(statementsOf(code))],
      ["statements of tests", String(statementsOf(sources.filter(isTest)))],
      [
        `files of source of at most ${small} lines`,
        `${code.filter(({text}) => text.trimEnd().split("\n").length <= small).length} of ${code.length}`
      ]
    ])
  ];
}

function tracked(root: string): string[] {
  return execFileSync("git", ["ls-files"], {cwd: root, encoding: "utf8"}).split("\n").filter(Boolean);
}

function filesIn(root: string, folder: string): number {
  return readdirSync(join(root, folder), {withFileTypes: true}).filter((entry) => entry.isFile()).length;
}

/** Statements as TypeScript's parser has them, blocks aside: neither comments nor the way a file is formatted count. */
function statements(file: string, text: string): number {
  let count = 0;
  const visit = (node: ts.Node) => {
    if (node.kind >= ts.SyntaxKind.FirstStatement && node.kind <= ts.SyntaxKind.LastStatement) count++;
    else if (isDeclaration(node)) count++;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return count;
}

function isDeclaration(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isExportAssignment(node)
  );
}

/**
 * The numbers of the lines that are too long for another reason than a string or an address, which cannot be broken.
 */
function longLines({file, text}: {file: string; text: string}): number[] {
  const lines = text.split("\n");
  if (!lines.some((words) => words.length > line)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const excused = new Set<number>();
  const visit = (node: ts.Node) => {
    if (isText(node)) {
      const [first, last] = [node.getStart(source), node.getEnd()].map(
        (at) => source.getLineAndCharacterOfPosition(at).line
      );
      // Of a text of several lines, each can be broken.
      if (first === last) excused.add(first!);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines.flatMap((words, i) =>
    words.length > line && !excused.has(i) && !/https?:\/\//.test(words) ? [i + 1] : []
  );
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isRegularExpressionLiteral(node);
}

interface Cruised {
  modules: {source: string; dependencies: {resolved: string}[]}[];
  summary: {violations: {rule: {name: string}}[]};
}

/** Imports against the rule file, and pairs of folders that import each other, types included. */
function imports(root: string): {back: number; pairs: number} {
  const places = ["data-loaders", "src", "publish", "bench", "observablehq.config.ts"];
  const cruise = [
    join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
    ...places,
    "--output-type",
    "json"
  ];
  const {modules, summary} = JSON.parse(
    execFileSync(process.execPath, cruise, {cwd: root, encoding: "utf8", maxBuffer: 2 ** 28})
  ) as Cruised;
  const folder = (file: string) =>
    file
      .split("/")
      .slice(0, file.startsWith("src/components/") ? 3 : 2)
      .join("/");
  const arrows = new Set(
    modules.flatMap(({source, dependencies}) =>
      dependencies.map(({resolved}) => `${folder(source)} ${folder(resolved)}`)
    )
  );
  const mutual = [...arrows].filter((arrow) => {
    const [from, to] = arrow.split(" ") as [string, string];
    return from < to && arrows.has(`${to} ${from}`);
  });
  return {back: summary.violations.length, pairs: mutual.length};
}
