import {posix} from "node:path";
import type {Page} from "../pages/cells.js";
import {
  computedImports,
  importedAs,
  isImplicit,
  lineOf,
  notImported,
  pageParts,
  runningFrontMatter,
  taggedTemplates,
  usesOf
} from "../framework/pageParts.js";
import type {PageCode} from "../framework/pageCode.js";
import type {Fault} from "./fault.js";
import {isModule, isPackage} from "./imports.js";

/** What front matter brings into a page beside words: tables and styles from files, and HTML of its own. */
const bringing = ["sql", "style", "theme", "head", "header", "footer"];
/** What fetches a file, or runs one. */
const fetching = new Set([
  "FileAttachment",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "Worker",
  "SharedWorker"
]);

/** A query that a page asks, in a cell of its own or in one of JavaScript. */
export interface Asked extends Omit<Fault, "message"> {
  parts: string[];
}

/** What was found in the text of a page the last time. */
const known = new Map<string, {text: string; found: Found}>();
interface Found {
  faults: Fault[];
  queries: Asked[];
}

/** What a page brings along that is neither a published table nor a module of the site, and the queries it asks. */
export function pageFaults({path, text}: Pick<Page, "path" | "text">): Found {
  const before = known.get(path);
  // The many pages made from one file share its text.
  if (before?.text === text) return before.found;
  const found = lookThrough(path, text);
  known.set(path, {text, found});
  return found;
}

function lookThrough(path: string, text: string): Found {
  const file = `src/${path}`;
  const program = runningFrontMatter.exec(text)?.[0];
  if (program !== undefined) {
    const message = `»${program}« lader sidens indledning køre som program; skriv den som YAML mellem --- og ---.`;
    return {faults: [{file, line: 1, message}], queries: []};
  }
  const {frontMatter, code, assets} = pageParts(path, text);
  const draft = frontMatter.draft === true;
  const faults: Fault[] = [];
  const fault = (line: number, message: string) => faults.push({file, line, message, ...(draft && {draft})});
  for (const key of bringing.filter((key) => frontMatter[key] !== undefined)) {
    const instead = key === "sql" ? "skriv en SQL-celle" : "udseende står i src/style";
    fault(lineOf(text, `\n${key}:`) + 1, `En sides indledning må ikke have ${key}; ${instead}.`);
  }
  for (const asset of assets) {
    const message = `Siden henter »${asset}«, og en side har ingen filer ved siden af sig; tal kommer fra SQL-celler.`;
    fault(lineOf(text, posix.basename(asset)), message);
  }
  const defined = new Set(code.flatMap(({node}) => node.declarations?.map(({name}) => name) ?? []));
  for (const piece of code) for (const {line, message} of codeFaults(piece, path, defined)) fault(line, message);
  const tags = new Set(["sql", ...code.flatMap((piece) => importedAs(piece, "sql"))]);
  const queries = code.flatMap((piece) => taggedTemplates(piece, tags));
  return {faults, queries: queries.map((query) => ({file, ...query, ...(draft && {draft})}))};
}

/** What does the same as an attribute that a page's policy stops. */
function instead(attribute: string): string {
  return attribute.toLowerCase() === "style"
    ? "giv elementet en klasse, og skriv udseendet i src/style"
    : `brug addEventListener("${attribute.slice(2).toLowerCase()}", …)`;
}

function* codeFaults(
  piece: PageCode,
  path: string,
  defined: ReadonlySet<string>
): Generator<{line: number; message: string}> {
  for (const {name, type} of piece.node.imports) {
    const line = piece.line + lineOf(piece.node.input, posix.basename(name)) - 1;
    if (type === "global" && !isPackage(name)) {
      yield {line, message: `Siden importerer »${name}«, som ikke er en af pakkerne i package.json.`};
    } else if (type === "local" && (!isModule(path, name) || name.endsWith("components/data/database.js"))) {
      yield {
        line,
        message: `Siden importerer »${name}«; importér kun fra src/components og src/parameters, og spørg med sql.`
      };
    }
  }
  for (const line of computedImports(piece)) {
    yield {line, message: "Siden importerer noget, som først kendes i browseren; skriv modulets navn, som det er."};
  }
  for (const {name, line} of usesOf(piece, (name) => fetching.has(name))) {
    yield {line, message: `Siden bruger ${name}, og en side henter ingen filer selv; tal kommer fra SQL-celler.`};
  }
  for (const {parts, line} of taggedTemplates(piece, new Set(["html", "svg"]))) {
    const attribute = /\s(on\w+|style)\s*=/i.exec(parts.join(""))?.[1];
    if (attribute)
      yield {line, message: `Siden skriver ${attribute} i en attribut, som browseren standser; ${instead(attribute)}.`};
  }
  const foreign = usesOf(piece, (name) => isImplicit(name) && !defined.has(name));
  // One sentence a name and cell.
  for (const {name, line} of new Map(foreign.map((use) => [use.name, use])).values()) {
    yield {line, message: notImported(name)};
  }
}
