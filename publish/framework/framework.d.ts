// Rests on Framework 1.13.4: the functions below, which come without types.

declare module "@observablehq/framework/dist/bin/observable.js";

declare module "@observablehq/framework/dist/frontMatter.js" {
  export function readFrontMatter(text: string): {content: string; data: Record<string, unknown>};
}

declare module "@observablehq/framework/dist/html.js" {
  export function findAssets(
    html: string,
    path: string
  ): {files: Set<string>; localImports: Set<string>; globalImports: Set<string>};
}

declare module "@observablehq/framework/dist/javascript/files.js" {
  export function findFiles(program: import("acorn").Program, path: string, input: string): {name: string}[];
}

declare module "@observablehq/framework/dist/javascript/imports.js" {
  export interface Import {
    name: string;
    type: "local" | "global";
    method: "static" | "dynamic" | "resolve";
  }
  export function findImports(program: import("acorn").Program, path: string, input: string): Import[];
}

declare module "@observablehq/framework/dist/javascript/module.js" {
  export function readJavaScriptSync(file: string): string;
}

declare module "@observablehq/framework/dist/javascript/parse.js" {
  export function parseJavaScript(
    input: string,
    options: {path: string; inline?: boolean}
  ): import("@observablehq/framework/dist/markdown.js").JavaScriptNode;
  export function parseProgram(input: string): import("acorn").Program;
}

declare module "@observablehq/framework/dist/javascript/references.js" {
  export function findReferences(
    node: import("acorn").Node,
    options?: {filterReference(identifier: import("acorn").Identifier): boolean}
  ): import("acorn").Identifier[];
}

declare module "@observablehq/framework/dist/libraries.js" {
  export function getImplicitFileImports(methods: Iterable<string>): Set<string>;
  export function getImplicitInputImports(names: Iterable<string>): Set<string>;
}

declare module "@observablehq/framework/dist/loader.js" {
  type Ask = (path: string) => unknown;
  export class LoaderResolver {
    find: Ask;
    findArchive: Ask;
    getSourceFileHash: Ask;
    getModuleHash: Ask;
    resolveImportPath: Ask;
  }
}

declare module "@observablehq/framework/dist/markdown.js" {
  export interface JavaScriptNode {
    body: import("acorn").Program | import("acorn").Expression;
    declarations: {name: string}[] | null;
    references: {name: string}[];
    imports: import("@observablehq/framework/dist/javascript/imports.js").Import[];
    files: {name: string; method?: string}[];
    input: string;
  }
  export interface MarkdownCode {
    id: string;
    node: JavaScriptNode;
    mode: "block" | "inline" | "jsx";
  }
  export function createMarkdownIt(options?: {linkify?: boolean}): import("markdown-it").default;
  export function parseMarkdown(
    text: string,
    options: {md: import("markdown-it").default; path: string}
  ): {body: string; code: MarkdownCode[]};
}

declare module "@observablehq/framework/dist/preview.js" {
  export function preview(options: {
    config?: string;
    root?: string;
    hostname: string;
    port?: number;
    open: boolean;
    verbose: boolean;
  }): Promise<{server: import("node:http").Server}>;
}

declare module "@observablehq/framework/dist/info.js" {
  export function parseInfo(info: string): {tag: string; attributes: Record<string, string>};
}

declare module "@observablehq/framework/dist/sql.js" {
  export function transpileSql(content: string, attributes: Record<string, string>): string;
}
