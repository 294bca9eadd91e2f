// Rests on Framework 1.13.4: a page imports a module of the source folder as `.js`, also where it is TypeScript, which
// becomes JavaScript by the function below.
import {existsSync, statSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import type {Identifier, Literal, Pattern, Program} from "acorn";
import {readJavaScriptSync} from "@observablehq/framework/dist/javascript/module.js";
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";

/** The names that a module exports; those that stand for all of another module, with its file. */
export type Exports = ReadonlyMap<string, string | undefined>;

interface Parts {
  stamp: number;
  own: Exports;
  /** The modules whose every name it hands on. */
  handedOn: string[];
}

const known = new Map<string, Parts>();
const require = createRequire(import.meta.url);

/** The file of a module that a file imports by a name; undefined where there is none. */
export function fileOfModule(from: string, name: string): string | undefined {
  if (!/^\.{0,2}\//.test(name)) {
    try {
      return require.resolve(name);
    } catch {
      return undefined;
    }
  }
  const file = join(dirname(from), name);
  return [file.replace(/\.js$/, ".ts"), file, `${file}.js`].find((one) => existsSync(one) && statSync(one).isFile());
}

/** The names that a module gives who imports it; undefined where it, or one it hands on, cannot be read as a module. */
export function exportsOf(file: string, within: readonly string[] = []): Exports | undefined {
  const parts = partsOf(file);
  if (!parts) return undefined;
  const all = new Map(parts.own);
  for (const name of parts.handedOn) {
    const other = fileOfModule(file, name);
    if (other && within.includes(other)) continue;
    const others = other && exportsOf(other, [...within, file]);
    if (!others) return undefined;
    for (const [one, whole] of others) if (one !== "default" && !all.has(one)) all.set(one, whole);
  }
  return all;
}

function partsOf(file: string): Parts | undefined {
  const stamp = statSync(file).mtimeMs;
  const before = known.get(file);
  if (before?.stamp === stamp) return before;
  try {
    const parts = {stamp, ...readParts(file, parseProgram(readJavaScriptSync(file)))};
    // A module without exports may be one of CommonJS.
    if (parts.own.size === 0 && parts.handedOn.length === 0 && file.includes("node_modules")) return undefined;
    known.set(file, parts);
    return parts;
  } catch {
    return undefined;
  }
}

function readParts(file: string, {body}: Program): Omit<Parts, "stamp"> {
  const own = new Map<string, string | undefined>();
  const handedOn: string[] = [];
  const imported = new Map<string, string>();
  for (const part of body)
    if (part.type === "ImportDeclaration")
      for (const {type, local} of part.specifiers)
        if (type === "ImportNamespaceSpecifier") imported.set(local.name, String(part.source.value));
  for (const part of body) {
    if (part.type === "ExportDefaultDeclaration") own.set("default", undefined);
    else if (part.type === "ExportAllDeclaration") {
      const source = String(part.source.value);
      if (part.exported) own.set(nameOf(part.exported), fileOfModule(file, source));
      else handedOn.push(source);
    } else if (part.type === "ExportNamedDeclaration") {
      for (const {exported, local} of part.specifiers) {
        const whole = part.source ? undefined : imported.get(nameOf(local));
        own.set(nameOf(exported), whole && fileOfModule(file, whole));
      }
      const {declaration} = part;
      if (declaration?.type === "VariableDeclaration")
        for (const {id} of declaration.declarations) for (const name of namesIn(id)) own.set(name, undefined);
      else if (declaration) own.set(declaration.id.name, undefined);
    }
  }
  return {own, handedOn};
}

function nameOf(name: Identifier | Literal): string {
  return name.type === "Identifier" ? name.name : String(name.value);
}

function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((part) => namesIn(part.type === "Property" ? part.value : part.argument));
    case "ArrayPattern":
      return pattern.elements.flatMap((part) => (part ? namesIn(part) : []));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
