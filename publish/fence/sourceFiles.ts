import {lstatSync, readdirSync, readFileSync} from "node:fs";
import {join, posix, relative, sep} from "node:path";
import {build} from "esbuild";
import {tables} from "../../data-loaders/tables/index.js";
import {lineOf, moduleParts} from "../framework/pageParts.js";
import type {Fault} from "./fault.js";
import {isModule, isPackage} from "./imports.js";

/** What the site says beside its tables: files of facts that `load` writes. */
const facts = ["site", "registers", "tables", "geometry", "mirror", "rules", "cases", "prevalence"];

/** What `reconcile` and `news` left in the repository, which needs no loader. */
const kept = ["reconciliation.json", "comparisons.json", "news.json"];

/** Every file that `src/data` gives the site. */
export const declaredData: ReadonlySet<string> = new Set([
  ...tables.map(({name}) => `${name}.parquet`),
  ...facts.map((name) => `${name}.json`),
  ...kept
]);

/** The two loaders of `src/data`: one of every table, one of every file of facts. */
const loaders = ["data/[table].parquet.ts", "data/[facts].json.ts"];

/** What each of them is: it hands on what `load` wrote, and computes nothing. */
export const loaderText =
  'import {serve} from "../../data-loaders/commands/serve.js";\n\nawait serve(process.argv.slice(2));\n';

/** What a source folder is made of beside `src/data`: pages, modules, styles. A desktop may leave a file of its own. */
const kinds =
  /^(?:.+\.md|(?:components|domain|statistics)\/.+\.ts|parameters\.ts|style\.css|style\/.+\.css|(?:.+\/)?\.DS_Store)$/;

/** Every path below a source folder that is no folder, with `/`, without Framework's cache, in a fixed order. */
export function sourceFiles(src: string): string[] {
  return readdirSync(src, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").includes(".observablehq"))
    .sort();
}

/** Files that a site may not be built of: Framework runs loaders, reads archives and follows links. */
export function fileFaults(src: string, files: readonly string[]): Fault[] {
  return files.flatMap((path) => {
    const message = wrongWith(src, path);
    return message === undefined ? [] : [{file: `src/${path}`, line: 1, message}];
  });
}

const undeclared =
  "Filen er ingen af dem, som projektet erklærer; " +
  "src/data har tabellerne i data-loaders/tables og webstedets oplysninger.";
const misplaced =
  "Filen er hverken en side (.md), et modul i src/components, src/domain eller src/statistics eller en stil i src/style; " +
  "den hører ikke til i src.";

function wrongWith(src: string, path: string): string | undefined {
  if (lstatSync(join(src, path)).isSymbolicLink()) return "Genvejen fører et andet sted hen; læg filen selv i src.";
  if (loaders.includes(path)) {
    const same = readFileSync(join(src, path), "utf8").replaceAll("\r\n", "\n") === loaderText;
    const right = loaderText.trim().replace(/\s*\n\s*/g, " ");
    return same ? undefined : `Filen må kun give videre, hvad load har skrevet: ${right}`;
  }
  if (kinds.test(path) || kept.some((name) => path === `data/${name}`)) return undefined;
  return path.startsWith("data/") ? undeclared : misplaced;
}

/** What was found in the text of a module the last time: a build asks before Framework runs, and again after. */
const known = new Map<string, {text: string; faults: Fault[]}>();

/** Modules that import from outside the site, or ask for a file that the site does not declare. */
export function moduleFaults(src: string, files: readonly string[]): Fault[] {
  return files
    .filter((path) => /(?<!\.d)\.ts$/.test(path) && !path.startsWith("data/") && kinds.test(path))
    .flatMap((path) => {
      const file = join(src, path);
      const text = readFileSync(file, "utf8");
      const before = known.get(file);
      if (before?.text === text) return before.faults;
      const faults = lookThrough(file, path, text);
      known.set(file, {text, faults});
      return faults;
    });
}

function lookThrough(file: string, path: string, text: string): Fault[] {
  const fault = (what: string, message: string): Fault => ({file: `src/${path}`, line: lineOf(text, what), message});
  try {
    const {imports, files: asked} = moduleParts(file, path);
    return [
      ...imports
        .filter(
          ({name, type}) =>
            !(type === "local" ? isModule(path, name) : isPackage(name) || name === "observablehq:stdlib")
        )
        .map(({name}) =>
          fault(name, `Modulet importerer »${name}«, som hverken er et modul i src eller en pakke i package.json.`)
        ),
      ...asked
        .filter((name) => !isDeclared(posix.join(posix.dirname(path), name)))
        .map((name) => fault(name, `Modulet henter »${name}«, som ikke er en af de filer, src/data erklærer.`))
    ];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [
      fault("FileAttachment", `Modulet kan ikke læses eller henter noget uden for src: ${error.message.split("\n")[0]}`)
    ];
  }
}

function isDeclared(path: string): boolean {
  return path.startsWith("data/") && declaredData.has(path.slice("data/".length));
}

/** Styles that take in anything but other styles of the site, of Framework and of packages. */
export async function styleFaults(src: string, files: readonly string[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const path of files.filter((path) => path.endsWith(".css"))) {
    const text = readFileSync(join(src, path), "utf8");
    await build({
      entryPoints: [join(src, path)],
      bundle: true,
      write: false,
      logLevel: "silent",
      plugins: [
        {
          name: "fence",
          setup: (bundling) =>
            bundling.onResolve({filter: /.*/}, ({path: name, kind, importer}) => {
              if (kind === "entry-point") return undefined;
              const below = relative(src, join(importer, "..", name))
                .split(sep)
                .join("/");
              const right =
                kind === "import-rule"
                  ? files.includes(below) || name.startsWith("observablehq:") || isPackage(name)
                  : /^(?:data:|#)/.test(name);
              if (!right)
                faults.push({
                  file: `src/${path}`,
                  line: lineOf(text, name),
                  message: `Stilen henter »${name}«; brug kun stile i src/style og i pakker.`
                });
              return {path: name, external: true};
            })
        }
      ]
    }).catch(() => faults.push({file: `src/${path}`, line: 1, message: "Stilen kan ikke læses."}));
  }
  return faults;
}
