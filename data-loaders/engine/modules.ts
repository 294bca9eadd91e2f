import {resolve} from "node:path";
import {buildSync} from "esbuild";

/**
 * The files of modules and of all of ours that they import, near or far, in a fixed order:
 * the code that a result depends on. Packages and imports of types alone are left out. The
 * names are those that esbuild reports when it bundles the modules.
 * @param entries absolute paths
 */
export function modulesOf(entries: string[]): string[] {
  const {metafile} = buildSync({
    entryPoints: entries,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    // Only imports of types alone are left out, as the type checker is set to read them.
    tsconfigRaw: {compilerOptions: {verbatimModuleSyntax: true}},
    // A link stays the path that it has: fingerprints count paths below the project.
    preserveSymlinks: true,
    // What a module exports and nobody uses may still change a result by running.
    treeShaking: false,
    write: false,
    outdir: "unwritten",
    metafile: true,
    logLevel: "silent"
  });
  return Object.keys(metafile.inputs)
    .map((file) => resolve(file))
    .sort();
}
