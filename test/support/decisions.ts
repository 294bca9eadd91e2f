import {mkdirSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {decisionFolder} from "../../data-loaders/disclosure/keptDecision.js";

/**
 * Lets a workspace keep its decisions on protection where all tests keep them; not where a
 * test is about computing them anew.
 */
export function shareDecisions(workspace: string): void {
  const shared = join(tmpdir(), "rygatlas-decisions");
  for (const folder of [shared, workspace]) mkdirSync(folder, {recursive: true});
  symlinkSync(shared, decisionFolder({workspace}), "junction");
}
