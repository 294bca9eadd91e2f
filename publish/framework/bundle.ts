// Rests on Framework 1.13.4: `build` writes one file a module: those of the source folder below `_import/`,
// packages below `_node/name@version/`, its own client below `_observablehq/`; a JSON file that a module awaits stands
// there as one `FileAttachment` with its published address.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join, posix, relative, resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {build, type Metafile, type Plugin} from "esbuild";
import type {Remembered} from "../../data-loaders/engine/memory.js";
import {modulesOf} from "../../data-loaders/engine/modules.js";
import {hashOf, hashSources} from "../../data-loaders/engine/seal.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import type {ModuleUse} from "./pageScript.js";
import {withoutClock, type BuiltSite} from "./builtSite.js";

/** What became of the modules of a site. */
export interface Bundle extends Bundled {
  /**
   * What the bundle calls an export of a module (path below `dist`); `*` is the whole module,
   * `()` a function that fetches it.
   */
  nameIn(module: string, name: string): string;
}

/** The scripts that modules became. */
export interface Bundled {
  /** The one script every page needs, below `dist`. */
  file: string;
  /** Pieces it imports at once, below `dist`. */
  pieces: string[];
  /**
   * Data files below `dist` that a module waits for before anything else runs; each is read
   * from an element of the page instead.
   */
  awaited: string[];
  /** Whether something in it can come to load DuckDB-wasm. */
  engine: boolean;
  /** Whether something in it opens other pages of the site unseen. */
  frames: boolean;
  /** Modules below `dist` that are now inside, and that nothing asks for any more. */
  inside: string[];
  /** The text of every script, by its path below `dist`. */
  outputs: Record<string, string>;
}

/** The id of the element that holds a data file a page waits for: its name without Framework's hash. */
export function dataElement(file: string): string {
  return `rygatlas-${posix.basename(file).replace(/\.[0-9a-f]{8}\./, ".")}`;
}

const folder = "_site";
/** What esbuild calls the script that takes everything; pieces fetched later are entries too. */
const entryName = "site.js";

/**
 * Bundles what the pages of a built site import into one script, and what they fetch only when they need it into pieces
 * of their own. Framework writes one file a module, which a slow connection pays for with a round trip each.
 * @param uses per page, modules by their path below `dist`
 * @param remembered bundles made before, which need not be made again
 */
export async function bundleModules(
  dist: string,
  root: string,
  uses: ModuleUse[],
  remembered?: Remembered<Bundled>
): Promise<Bundle> {
  const modules = mergeUses(uses);
  const order = [...modules.keys()].sort();
  const nameIn = (module: string, name: string) => {
    const number = order.indexOf(module);
    return name === "*" ? `all${number}` : name === "()" ? `later${number}` : `m${number}_${name}`;
  };
  const entry = order.flatMap((module) => {
    const from = JSON.stringify(`./${module}`);
    const names = [...modules.get(module)!].sort();
    // A module nothing is taken from is there for what it does.
    if (names.length === 0) return [`import ${from};`];
    return names.map((name) => {
      if (name === "*") return `export * as ${nameIn(module, name)} from ${from};`;
      if (name === "()") return `export const ${nameIn(module, name)} = () => import(${from});`;
      return `export {${name} as ${nameIn(module, name)}} from ${from};`;
    });
  });
  const contents = entry.join("\n");
  const key = remembered && hashOf(remembered.about, contents);
  const bundled = (key && remembered.memory.find(key)) || (await bundle(dist, root, contents));
  if (key) remembered.memory.note(key, bundled);
  mkdirSync(join(dist, folder), {recursive: true});
  for (const [file, text] of Object.entries(bundled.outputs)) writeFileSync(join(dist, file), text);
  return {...bundled, nameIn};
}

/** The hash of everything beside an entry that decides its bundle: modules of the site, packages, the code here. */
export function aboutBundles({dist, files}: BuiltSite, root: string): string {
  const modules = files.filter((file) => file.endsWith(".js") && !file.startsWith(`${folder}/`));
  // Which versions of packages there are, esbuild's too.
  const lock = [join(root, "node_modules/.package-lock.json")].filter((file) => existsSync(file));
  return hashOf(
    hashSources(root, [...modulesOf([fileURLToPath(import.meta.url)]), ...lock]),
    ...modules.map((file) => `${file}\0${withoutClock(readFileSync(join(dist, file), "utf8"))}`)
  );
}

async function bundle(dist: string, root: string, contents: string): Promise<Bundled> {
  const awaited = new Set<string>();
  const files = new Map<string, string>();
  const result = await build({
    stdin: {contents, resolveDir: dist, sourcefile: entryName},
    absWorkingDir: dist,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    metafile: true,
    write: false,
    outdir: join(dist, folder),
    entryNames: "site.[hash]",
    chunkNames: "[name].[hash]",
    logLevel: "silent",
    plugins: [frameworkModules(dist, root, awaited, files)]
  });
  const outputs = Object.entries(result.metafile.outputs);
  const [file, {imports}] = outputs.find(([, output]) => output.entryPoint === entryName)!;
  const pieces = imports
    .filter((one) => one.kind === "import-statement" && !one.external)
    .map((one) => slashed(one.path));
  const inside = Object.keys(result.metafile.inputs)
    .filter((input) => !input.startsWith("..") && !input.startsWith("<"))
    .map((input) => slashed(relative(dist, files.get(resolve(dist, input)) ?? resolve(dist, input))));
  const reached = outputsFrom(file, result.metafile).flatMap((output) => Object.keys(output.inputs));
  const reaches = (module: string) => reached.some((input) => slashed(input).includes(module));
  return {
    file: slashed(file),
    pieces,
    awaited: [...awaited].sort(),
    engine: reaches("@duckdb/duckdb-wasm"),
    frames: reaches("components/folder/sharedFigures"),
    inside,
    outputs: Object.fromEntries(result.outputFiles.map(({path, text}) => [slashed(relative(dist, path)), text]))
  };
}

/**
 * An output, those it imports at once or later, and what they import: code that is never used
 * leaves outputs that nothing asks for.
 */
function outputsFrom(entry: string, {outputs}: Metafile): Metafile["outputs"][string][] {
  const reached = new Set([entry]);
  // A set that grows while it is walked is walked to its end.
  for (const path of reached) for (const one of outputs[path]!.imports) if (!one.external) reached.add(one.path);
  return Array.from(reached, (path) => outputs[path]!);
}

/** Modules and all that is taken from them anywhere: names, `*` for the whole, `()` for a promise of it. */
function mergeUses(uses: ModuleUse[]): Map<string, Set<string>> {
  const modules = new Map<string, Set<string>>();
  for (const {path, names} of uses) {
    const taken = names === "all" ? ["*"] : names === "later" ? ["()"] : names;
    modules.set(path, new Set([...(modules.get(path) ?? []), ...taken]));
  }
  return modules;
}

/** A module that waits for a data file makes every page wait for a round trip, since one script holds all modules. */
const awaitedData =
  /await FileAttachment\(\{"name":"[^"]*","mimeType":"application\/json","path":"([^"]*)"[^}]*\}, import\.meta\.url\)\.json\(\)/g;

/**
 * Framework's runtime from its package, and the inspector, which only a `display` of plain
 * values needs, when it is needed. What went wrong is said without it: most often that nothing can be fetched.
 */
const runtime = `
export {Runtime, RuntimeError} from "@observablehq/runtime";
const inspect = (node, how, args) =>
  import("@observablehq/inspector").then(({Inspector}) => new Inspector(node)[how](...args));
export class Inspector {
  constructor(node) { this._node = node; }
  fulfilled(...args) { inspect(this._node, "fulfilled", args); }
  rejected(error) {
    this._node.className = "observablehq--inspect cell-failed";
    this._node.setAttribute("role", "status");
    this._node.textContent = error?.message ?? String(error);
  }
}`;

/**
 * htl writes a function or a style that an attribute is given as a placeholder in that attribute for a moment, which a
 * page's policy stops: `oninput=::5`. What is given as an object it keeps track of by a name that means nothing.
 * @throws Refusal when htl is written another way
 */
export function mendHtl(code: string): string {
  const placeholder = 'string += "::" + j;\n';
  const [before, ...after] = code.split(placeholder);
  if (after.length !== 1)
    throw new Refusal("htl er skrevet om; ret publish/framework/bundle.ts, så input kan bruges under sidernes regler.");
  const object = `string = string.slice(0, attributeNameStart - strings[j - 1].length) + "::" + j + "=''";
                arguments[j] = {[name]: value};\n`;
  return before + object + after[0];
}

/**
 * How Framework's output is read: packages from their sources, data from the page, addresses
 * kept pointing where they pointed.
 * @param files gathers the file of each module whose name had a hash
 */
function frameworkModules(dist: string, root: string, awaited: Set<string>, files: Map<string, string>): Plugin {
  return {
    name: "framework",
    setup(build) {
      // esbuild cannot drop unused parts of Framework's copies of packages; of the packages themselves it can.
      build.onResolve({filter: /\/_node\/.*\/index\.[0-9a-f]+\.js$/}, ({path}) => {
        const name = /\/_node\/((?:@[^/]+\/)?[^/@]+)@/.exec(path)![1]!;
        return build.resolve(name, {resolveDir: root, kind: "import-statement"});
      });
      // What Framework's client would load for pages that use its implicit names; ours use
      // none, so it is not in the build.
      build.onResolve({filter: /\/_npm\/|^\.\/stdlib\//}, ({path}) => ({path, external: true}));
      // The hash in a module's name counts when the module's data were written, which no name here may depend on.
      build.onResolve({filter: /^\.{1,2}\/.*\.[0-9a-f]{8}\.js$/}, ({path, resolveDir}) => {
        const file = resolve(resolveDir, path);
        const named = file.replace(/\.[0-9a-f]{8}(?=\.js$)/, "");
        files.set(named, file);
        return {path: named};
      });
      build.onLoad({filter: /\/_observablehq\/runtime\.js$/}, () => ({
        contents: runtime,
        resolveDir: root,
        loader: "js"
      }));
      build.onLoad({filter: /\/htl\/src\/index\.js$/}, ({path}) => ({
        contents: mendHtl(readFileSync(path, "utf8")),
        loader: "js"
      }));
      build.onLoad({filter: /\.js$/}, ({path}) => {
        if (relative(dist, path).startsWith("..")) return undefined;
        const code = withoutClock(readFileSync(files.get(path) ?? path, "utf8")).replace(
          awaitedData,
          (_, address: string) => {
            const file = slashed(relative(dist, resolve(dirname(path), address)));
            awaited.add(file);
            return `JSON.parse(document.getElementById(${JSON.stringify(dataElement(file))}).textContent)`;
          }
        );
        return {contents: keepAddresses(code, path, join(dist, folder)), loader: "js"};
      });
    }
  };
}

/** `import.meta` of a module that moves to another folder: still relative to where the module was. */
function keepAddresses(code: string, path: string, outdir: string): string {
  const address = (target: string) => `new URL(${JSON.stringify(slashed(relative(outdir, target)))}, bundleUrl).href`;
  const moved = code
    .replace(/import\.meta\.resolve\("(\.[^"]*)"\)/g, (_, target: string) => address(resolve(dirname(path), target)))
    .replace(/import\.meta\.url/g, () => address(path));
  return moved.replaceAll("bundleUrl", "import.meta.url");
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
