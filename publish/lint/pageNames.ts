import {existsSync, readdirSync} from "node:fs";
import {join, posix, sep} from "node:path";
import type {AnyNode, Identifier, ImportDeclaration, Literal} from "acorn";
import {full} from "acorn-walk";
import globals from "globals";
import {nearest} from "../../data-loaders/ground/refusal.js";
import {exportsOf, fileOfModule, type Exports} from "../framework/moduleExports.js";
import {importsOf, namesGiven, namesUsed, placeOf, type BrokenCode, type PageCode} from "../framework/pageCode.js";
import {isParameter} from "../pages/combinations.js";
import {parameters} from "../../src/parameters.js";
import {isImplicit} from "../framework/pageParts.js";
import type {Finding} from "./problem.js";

/** What Framework gives every cell. */
const given = [
  "display",
  "view",
  "now",
  "width",
  "dark",
  "resize",
  "Generators",
  "Mutable",
  "invalidation",
  "visibility"
];

/** Names that every window has something by, which no page means. */
const unmeant = new Set("name status event length parent top closed origin external find stop frames".split(" "));

const ofBrowsers = new Set(Object.keys({...globals.browser, ...globals.builtin}).filter((name) => !unmeant.has(name)));

/** A page's code, and where its modules lie. */
export interface NamedCode {
  /** The project's folder. */
  root: string;
  /** The page below `src`. */
  path: string;
  code: readonly PageCode[];
  broken: readonly BrokenCode[];
}

/** Names that nobody defines, or two cells do; imports of no file, or of names that a file does not export. */
export function nameFindings(page: NamedCode): Finding[] {
  const inTime = page.code.flatMap((piece) => dynamicImports(page, piece));
  const imported = page.code.flatMap((piece) => importsOf(piece).map((declaration) => ({piece, declaration})));
  const wholes = new Map<string, Exports>();
  const ofImports = imported.flatMap(({piece, declaration}) => importFindings(page, piece, declaration, wholes));
  return [
    ...ofImports,
    ...inTime,
    ...definedTwice(page.code),
    ...undefinedNames(page),
    ...page.code.flatMap((piece) => notOfModule(piece, wholes))
  ];
}

/** Names that a cell uses and no cell defines. */
function undefinedNames({root, code, broken}: NamedCode): Finding[] {
  const notebook = join(root, "src/components/notebook.ts");
  const inNotebook = existsSync(notebook) ? exportsOf(notebook) : undefined;
  const defined = new Set(code.flatMap(namesGiven).map(({name}) => name));
  // What a cell that cannot be read would have defined is not known.
  const unread = new Set(broken.flatMap(({content}) => content.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []));
  const isKnown = (name: string) =>
    defined.has(name) ||
    given.includes(name) ||
    isImplicit(name) ||
    ofBrowsers.has(name) ||
    unread.has(name) ||
    name === "FileAttachment";
  return code.flatMap((piece) => {
    const unknown = namesUsed(piece).filter(({name}) => !isKnown(name));
    // One sentence a name and cell.
    return [...new Map(unknown.reverse().map((use) => [use.name, use])).values()].map(({name, start}) => {
      const near = nearest(name, [...defined, ...given]);
      return error(
        piece,
        start,
        `Ingen celle definerer ${name}; ${near ? `mente du ${near}?` : missing(name, inNotebook)}`
      );
    });
  });
}

/** What to do about a name that is not there. */
function missing(name: string, inNotebook: Exports | undefined): string {
  if (inNotebook?.has(name)) return "importér det fra components/notebook.js.";
  if (!isParameter(name)) return "definér det, eller importér det.";
  return `giv siden valget med ${Object.hasOwn(parameters, name) ? "choose" : "chooseRegister"}("${name}").`;
}

function definedTwice(code: readonly PageCode[]): Finding[] {
  const first = new Map<string, number>();
  return code.flatMap((piece) =>
    namesGiven(piece).flatMap(({name, start}) => {
      const {line} = placeOf(piece, start);
      const before = first.get(name);
      if (before === undefined) first.set(name, line);
      return before === undefined
        ? []
        : [error(piece, start, `To celler definerer ${name}, den anden i linje ${before}; giv den ene et andet navn.`)];
    })
  );
}

function importFindings(
  {root, path}: NamedCode,
  piece: PageCode,
  {source, specifiers}: ImportDeclaration,
  wholes: Map<string, Exports>
): Finding[] {
  const name = String(source.value);
  const file = fileOfModule(join(root, "src", path), name);
  if (!file) return noFile(root, path, piece, source);
  const exports = exportsOf(file);
  if (!exports) return [];
  return specifiers.flatMap((one) => {
    if (one.type === "ImportNamespaceSpecifier") {
      wholes.set(one.local.name, exports);
      return [];
    }
    const wanted = one.type === "ImportDefaultSpecifier" ? "default" : nameOf(one.imported);
    const whole = exports.get(wanted);
    const ofWhole = whole && exportsOf(whole);
    if (ofWhole) wholes.set(one.local.name, ofWhole);
    if (exports.has(wanted)) return [];
    const near = nearest(wanted, [...exports.keys()]);
    return [
      error(piece, one.start, `${name} har ikke noget, der hedder ${wanted}${near ? `; mente du ${near}?` : "."}`)
    ];
  });
}

/** `await import("…")` of a file that is not there. */
function dynamicImports({root, path}: NamedCode, piece: PageCode): Finding[] {
  const found: Finding[] = [];
  full(piece.node.body, (any) => {
    const {type, source} = any as Extract<AnyNode, {type: "ImportExpression"}>;
    if (type !== "ImportExpression" || source.type !== "Literal") return;
    if (!fileOfModule(join(root, "src", path), String(source.value))) found.push(...noFile(root, path, piece, source));
  });
  return found;
}

function noFile(root: string, path: string, piece: PageCode, source: Literal): Finding[] {
  const name = String(source.value);
  // A name outside the packages is refused by the fence.
  if (!name.startsWith(".")) return [];
  const below = posix.join("src", posix.dirname(path), name).replace(/\.js$/, ".ts");
  const meant = meantModule(root, path, name);
  const instead = meant ? `mente du "${meant}"?` : "ret stien efter from.";
  return [error(piece, source.start, `Der er ingen fil ${below}; ${instead}`)];
}

/** The module of a name that is near one, or of one that is right from another folder, as the page imports it. */
function meantModule(root: string, path: string, name: string): string | undefined {
  const src = join(root, "src");
  const wanted = name.replace(/^(?:\.{1,2}\/)+/, "");
  const modules = modulesIn(src);
  const near = nearest(
    posix.basename(wanted),
    modules.map((module) => posix.basename(module))
  );
  const found = modules.includes(wanted) ? wanted : modules.find((module) => posix.basename(module) === near);
  if (found === undefined) return undefined;
  const relative = posix.relative(posix.dirname(path), found);
  return relative.startsWith(".") ? relative : `./${relative}`;
}

/** The modules that pages may import, as they name them, below `src`. */
function modulesIn(src: string): string[] {
  const folders = ["components", "domain", "statistics"].filter((folder) => existsSync(join(src, folder)));
  const files = folders.flatMap((folder) =>
    readdirSync(join(src, folder), {recursive: true, encoding: "utf8"}).map((file) =>
      posix.join(folder, file.split(sep).join("/"))
    )
  );
  return [...files, "parameters.ts"]
    .filter((file) => /(?<!\.d)\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ".js"));
}

/** What a page takes of a module by the module's name, such as `Plot.barx`, and the module does not have. */
function notOfModule(piece: PageCode, wholes: ReadonlyMap<string, Exports>): Finding[] {
  const found: Finding[] = [];
  const used = new Set<unknown>(namesUsed(piece));
  full(piece.node.body, (any) => {
    const {type, object, property, computed} = any as Extract<AnyNode, {type: "MemberExpression"}>;
    if (type !== "MemberExpression" || computed || object.type !== "Identifier" || property.type !== "Identifier")
      return;
    const exports = used.has(object) ? wholes.get(object.name) : undefined;
    if (!exports || exports.has(property.name)) return;
    const near = nearest(property.name, [...exports.keys()]);
    const message = `${object.name} har ikke noget, der hedder ${property.name}${near ? `; mente du ${near}?` : "."}`;
    found.push(error(piece, property.start, message));
  });
  return found;
}

function nameOf(name: Identifier | Literal): string {
  return name.type === "Identifier" ? name.name : String(name.value);
}

function error(piece: PageCode, offset: number, message: string): Finding {
  return {...placeOf(piece, offset), severity: "error", message};
}
