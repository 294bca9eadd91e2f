import {readFileSync} from "node:fs";
import {posix} from "node:path";

const {dependencies} = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  dependencies: Record<string, string>;
};

/** Whether a name that code imports is one of the project's packages, or a file of it. */
export function isPackage(name: string): boolean {
  return Object.hasOwn(dependencies, /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? "");
}

/** Whether a name that a file below the source folder imports is one of the site's modules. */
export function isModule(from: string, name: string): boolean {
  return /^(?:components|domain|statistics)\/.+\.js$|^parameters\.js$/.test(posix.join(posix.dirname(from), name));
}
