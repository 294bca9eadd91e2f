import {fileURLToPath} from "node:url";
import {build} from "esbuild";

/** The functions that `takeChapters` and `printReport` call in the browser, as one script. */
export async function inPageScript(): Promise<string> {
  const entry = fileURLToPath(new URL("client/inPage.ts", import.meta.url));
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "silent"
  });
  return outputFiles[0]!.text;
}
