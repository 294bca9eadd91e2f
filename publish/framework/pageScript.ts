// Rests on Framework 1.13.4: import declarations of a cell become one dynamic import, destructured, first in
// the body of the cell's definition.
import {parse, type AnyNode, type Expression, type Pattern} from "acorn";
import {fullAncestor} from "acorn-walk";
import type {Document, Element} from "domhandler";
import {textContent} from "domutils";
import {all} from "../html.js";

/**
 * What a page's script takes from a module: the names it destructures, the whole of it, or,
 * `later`, a promise of it that the page's author asks for only when it is needed.
 */
export interface ModuleUse {
  /** As written, relative to the page. */
  path: string;
  names: Set<string> | "all" | "later";
}

/** A page's own script, as Framework writes it into the HTML. */
export interface PageScript {
  element: Element;
  code: string;
  uses: ModuleUse[];
}

/** Finds the module script of a page and what it imports. Undefined for a page without one. */
export function pageScript(document: Document): PageScript | undefined {
  const element = all("script[type=module]", document).find((script) => /^\s*import /.test(textContent(script)));
  if (!element) return undefined;
  const code = textContent(element).trimStart();
  return {element, code, uses: importsOf(code).map(({path, names}) => ({path, names}))};
}

/**
 * The script with every import taken from one bundle instead.
 * @param nameIn what the bundle calls a module's export; `*` is the whole module, `()` a function that fetches it
 */
export function importFromBundle(code: string, bundle: string, nameIn: (path: string, name: string) => string): string {
  const taken = new Set<string>();
  const take = (path: string, name: string) => {
    const local = nameIn(path, name);
    taken.add(local);
    return local;
  };
  // From the end, so that the places of those before stay what they are.
  for (const {start, end, path, names, locals} of importsOf(code).reverse()) {
    let text: string;
    if (locals) text = locals.map(([name, local]) => `const ${local} = ${take(path, name)};`).join(" ");
    else if (names === "later") text = `${take(path, "()")}()`;
    else if (names === "all") text = take(path, "*");
    else text = `({${[...names].map((name) => `${JSON.stringify(name)}: ${take(path, name)}`).join(", ")}})`;
    code = code.slice(0, start) + text + code.slice(end);
  }
  return `import {${[...taken].sort().join(", ")}} from ${JSON.stringify(bundle)};\n${code}`;
}

interface FoundImport extends ModuleUse {
  start: number;
  end: number;
  /** Names of an import declaration: the module's, and the script's own. */
  locals?: [name: string, local: string][];
}

/** The imports of a script, in its order. Addresses elsewhere on the web are left alone. */
function importsOf(code: string): FoundImport[] {
  const found: FoundImport[] = [];
  fullAncestor(parse(code, {ecmaVersion: "latest", sourceType: "module"}), (any, _, ancestors) => {
    const node = any as AnyNode;
    const {start, end} = node;
    if (node.type === "ImportDeclaration") {
      const locals = node.specifiers.map((specifier): [string, string] => {
        if (specifier.type === "ImportNamespaceSpecifier") return ["*", specifier.local.name];
        if (specifier.type === "ImportDefaultSpecifier") return ["default", specifier.local.name];
        return [nameOf(specifier.imported)!, specifier.local.name];
      });
      const names = new Set(locals.map(([name]) => name));
      found.push({path: String(node.source.value), names: names.has("*") ? "all" : names, start, end, locals});
    } else if (node.type === "ImportExpression" && node.source.type === "Literal") {
      found.push({path: String(node.source.value), names: awaited(node, ancestors as AnyNode[]), start, end});
    }
  });
  return found.filter(({path}) => path.startsWith(".")).sort((a, b) => a.start - b.start);
}

/**
 * What Framework makes of import declarations: the names of `const {a} = await import(…)`, and of
 * `const [{a}, {b}] = await Promise.all([import(…), import(…)])`, first in a cell. Any other is the author's own.
 */
function awaited(node: Expression, ancestors: AnyNode[]): Set<string> | "all" | "later" {
  let outwards = ancestors.slice(0, -1).reverse();
  const list = outwards[0]?.type === "ArrayExpression" ? outwards[0] : undefined;
  if (list) {
    if (!isPromiseAll(outwards[1])) return "later";
    outwards = outwards.slice(2);
  }
  const [wait, declarator, declaration, block, body, property] = outwards;
  if (wait?.type !== "AwaitExpression" || declarator?.type !== "VariableDeclarator") return "later";
  if (block?.type !== "BlockStatement" || block.body[0] !== declaration) return "later";
  if (body?.type !== "ArrowFunctionExpression" || property?.type !== "Property") return "later";
  if (!list) return destructured(declarator.id);
  return declarator.id.type === "ArrayPattern"
    ? destructured(declarator.id.elements[list.elements.indexOf(node)])
    : "later";
}

function isPromiseAll(node: AnyNode | undefined): boolean {
  return (
    node?.type === "CallExpression" && node.callee.type === "MemberExpression" && nameOf(node.callee.property) === "all"
  );
}

function destructured(pattern: Pattern | null | undefined): Set<string> | "all" {
  if (pattern?.type !== "ObjectPattern") return "all";
  const names = pattern.properties.map((p) => (p.type === "Property" && !p.computed ? nameOf(p.key) : undefined));
  return names.includes(undefined) ? "all" : new Set(names as string[]);
}

function nameOf(node: {type: string}): string | undefined {
  const {name, value} = node as {name?: string; value?: unknown};
  return name ?? (value === undefined ? undefined : String(value));
}
