import {createHash} from "node:crypto";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import type {SearchIndex} from "./client/find.js";

/** A file to be written: its path below `dist`, and what it holds. */
export interface SearchModule {
  file: string;
  code: string;
}

/**
 * The search with its index as one script, so that a reader waits for one answer only. Its
 * name changes with its content.
 */
export async function searchModule(index: SearchIndex): Promise<SearchModule> {
  const {outputFiles} = await build({
    stdin: {
      // A string is parsed faster than the object it stands for.
      contents: `import {startSearch} from "./search.ts"; startSearch(JSON.parse(${JSON.stringify(JSON.stringify(index))}));`,
      resolveDir: fileURLToPath(new URL("client", import.meta.url))
    },
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    charset: "utf8",
    write: false
  });
  const code = outputFiles[0]!.text;
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 8);
  return {file: `_observablehq/soegning.${hash}.js`, code};
}
