import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {descending} from "d3-array";
import {modulesOf} from "../engine/modules.js";
import {hashOf, hashSources} from "../engine/seal.js";
import type {Problem} from "./protect/problem.js";

/** What is hidden, by place in the problem, and the figures of the attack that it withstood. */
export interface Decision {
  hidden: number[];
  /** Those hidden without a reason that says anything of their number. */
  silent: number[];
  needs: number;
  parts: number;
  largestPart: number;
}

/** Where decisions are kept between loads. */
export function decisionFolder({workspace}: {workspace: string}): string {
  return join(workspace, "protection");
}

/**
 * The decision on a problem, from the folder where it was made before. Another one may stand in for
 * solving the problem anew, since protection sees the problem and nothing else: a decision is known by
 * every count, limit, cost and sum of it, and by the code and the solver that made it. Nor does a
 * release rest on it: the gate's attacker reads what is published, and no decision.
 * @param folder none: nothing is kept
 * @throws what `decide` throws; a problem that could not be solved is tried again the next time
 */
export async function keptDecision(
  folder: string | undefined,
  problem: Problem,
  decide: () => Promise<Decision>
): Promise<Decision> {
  if (folder === undefined) return decide();
  const print = printOf(problem);
  const file = join(folder, `${print.slice(0, 24)}.json`);
  const kept = read(file, print);
  if (kept) return kept;
  const decision = await decide();
  mkdirSync(folder, {recursive: true});
  const aside = `${file}.${process.pid}.tmp`;
  writeFileSync(aside, JSON.stringify({decision, seal: sealOf(print, decision)}));
  renameSync(aside, file);
  forgetOld(folder);
  return decision;
}

/** The problem and what solves it, as a fingerprint. */
function printOf(problem: Problem): string {
  const folder = fileURLToPath(new URL("../..", import.meta.url));
  // Which solver it is stands in package.json.
  const code = hashSources(folder, [
    ...modulesOf([join(folder, "data-loaders/disclosure/protect/protect.ts")]),
    join(folder, "package.json")
  ]);
  // JSON has no word for "no limit".
  return hashOf(
    code,
    JSON.stringify(problem, (_, value: unknown) =>
      typeof value === "number" && !Number.isFinite(value) ? String(value) : value
    )
  );
}

/** Nothing where there is none, or one that is not whole. */
function read(file: string, print: string): Decision | undefined {
  try {
    const {decision, seal} = JSON.parse(readFileSync(file, "utf8")) as {decision: Decision; seal: string};
    return seal === sealOf(print, decision) ? decision : undefined;
  } catch {
    return undefined;
  }
}

function sealOf(print: string, decision: Decision): string {
  return hashOf(print, JSON.stringify(decision));
}

/** Counts change with every extract: the newest decisions are enough. */
function forgetOld(folder: string): void {
  const age = (name: string) => statSync(join(folder, name), {throwIfNoEntry: false})?.mtimeMs ?? 0;
  const names = readdirSync(folder)
    .map((name) => [name, age(name)] as const)
    .sort(([, a], [, b]) => descending(a, b));
  for (const [name] of names.slice(20)) rmSync(join(folder, name), {force: true});
}
