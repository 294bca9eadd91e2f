import {fileURLToPath} from "node:url";
import {build} from "esbuild";

/**
 * A module and what it imports as one script for the browser; with `globalName`, its exports are there under that name.
 */
export async function inPageScript(module: URL, globalName?: string): Promise<string> {
  const entryPoints = [fileURLToPath(module)];
  const {outputFiles} = await build({
    entryPoints,
    globalName,
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "silent"
  });
  return outputFiles[0]!.text;
}
