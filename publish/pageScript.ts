import {parse, type Node} from "acorn";
import {ancestor} from "acorn-walk";

/** What a page's script takes from one module: the names it destructures, or everything. */
export interface ModuleUse {
  /** As written, relative to the page. */
  path: string;
  names: Set<string> | "all";
}

/** A page's own script, as Framework writes it into the HTML. */
export interface PageScript {
  /** Where the script's code starts and ends in the HTML. */
  start: number;
  end: number;
  code: string;
  uses: ModuleUse[];
}

// Shapes of the syntax tree that Framework's output has; acorn's own types do not tell them apart.
type Tree = Node & {[key: string]: never} & {source?: {value: string; start: number; end: number}};

/** Finds the module script of a page and what it imports. Undefined for a page without one. */
export function pageScript(html: string): PageScript | undefined {
  const match = /<script type="module">\s*(?=import )/.exec(html);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const end = html.indexOf("</script>", start);
  const code = html.slice(start, end);
  return {start, end, code, uses: moduleUses(code)};
}

/** The script with every import taken from one bundle instead. `nameIn` gives what the bundle calls a module's export. */
export function importFromBundle(code: string, bundle: string, nameIn: (path: string, name: string) => string): string {
  const used = new Set<string>();
  const edits: {start: number; end: number; text: string}[] = [];
  const take = (path: string, name: string) => {
    const local = nameIn(path, name);
    used.add(local);
    return local;
  };
  for (const use of importsOf(code)) {
    const names = use.names === "all" ? ["*"] : [...use.names];
    if (use.dynamic) {
      const text = use.names === "all" ? take(use.path, "*") : `{${names.map((name) => `${name}: ${take(use.path, name)}`).join(", ")}}`;
      edits.push({start: use.start, end: use.end, text: `(${text})`});
    } else {
      edits.push({start: use.start, end: use.end, text: names.map((name) => `const ${name} = ${take(use.path, name)};`).join(" ")});
    }
  }
  for (const {start, end, text} of edits.sort((a, b) => b.start - a.start)) code = code.slice(0, start) + text + code.slice(end);
  return `import {${[...used].sort().join(", ")}} from ${JSON.stringify(bundle)};\n${code}`;
}

function moduleUses(code: string): ModuleUse[] {
  const uses = new Map<string, ModuleUse>();
  for (const {path, names} of importsOf(code)) {
    const known = uses.get(path);
    if (!known) uses.set(path, {path, names: names === "all" ? "all" : new Set(names)});
    else if (names === "all" || known.names === "all") known.names = "all";
    else for (const name of names) known.names.add(name);
  }
  return [...uses.values()];
}

interface FoundImport extends ModuleUse {
  start: number;
  end: number;
  dynamic: boolean;
}

function importsOf(code: string): FoundImport[] {
  const found: FoundImport[] = [];
  ancestor(parse(code, {ecmaVersion: "latest", sourceType: "module"}), {
    ImportDeclaration(node) {
      const {source, specifiers} = node as unknown as {source: {value: string}; specifiers: {imported?: {name: string}}[]};
      const names = new Set(specifiers.map((s) => s.imported?.name ?? "*"));
      found.push({path: source.value, names: names.has("*") ? "all" : names, start: node.start, end: node.end, dynamic: false});
    },
    ImportExpression(node, _, ancestors) {
      const {source} = node as unknown as {source: {value?: string}};
      if (source.value === undefined) return;
      found.push({path: source.value, names: destructured(node, ancestors as unknown as Tree[]), start: node.start, end: node.end, dynamic: true});
    }
  });
  return found;
}

/** The names of `const {a} = await import(…)` and of `const [{a}, {b}] = await Promise.all([import(…), import(…)])`. */
function destructured(node: Node, ancestors: Tree[]): Set<string> | "all" {
  const at = (type: string) => ancestors.findLast((a) => a.type === type) as unknown as Record<string, unknown> | undefined;
  const declarator = at("VariableDeclarator") as {id: {type: string; elements?: unknown[]}} | undefined;
  const list = at("ArrayExpression") as {elements: Node[]} | undefined;
  if (!declarator) return "all";
  const pattern = list ? declarator.id.elements?.[list.elements.indexOf(node as never)] : declarator.id;
  const {type, properties} = (pattern ?? {}) as {type?: string; properties?: {type: string; computed?: boolean; key: {name: string}}[]};
  if (type !== "ObjectPattern" || !properties || properties.some((p) => p.type !== "Property" || p.computed)) return "all";
  return new Set(properties.map((p) => p.key.name));
}
