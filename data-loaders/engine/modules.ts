import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";

/** From where a line imports a module of ours; imports of types alone change no result and are left out. */
const imported = /^(?:import|export)\s+(?!type\b)(?:[^;"]*?\sfrom\s+)?"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm;

/**
 * The files of modules and of all of ours that they import, near or far, in a fixed order:
 * the code that a result depends on.
 */
export function modulesOf(entries: string[]): string[] {
  const found = new Set<string>();
  const add = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, near, later] of readFileSync(file, "utf8").matchAll(imported))
      add(sourceOf(join(dirname(file), (near ?? later)!)));
  };
  entries.forEach(add);
  return [...found].sort();
}

/** Modules are imported by the name they have once compiled. */
function sourceOf(module: string): string {
  const typescript = module.replace(/\.js$/, ".ts");
  return existsSync(typescript) ? typescript : module;
}
