import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {TestProject} from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder that the test files of one run share, for what takes long to make. */
    sharedFolder: string;
  }
}

export default function setup(tests: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-shared-"));
  tests.provide("sharedFolder", folder);
  return () => rmSync(folder, {recursive: true, force: true});
}
