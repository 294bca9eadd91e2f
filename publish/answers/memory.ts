import {readFileSync} from "node:fs";
import {join} from "node:path";
import {readMemory, type Memory, type Remembered} from "../../data-loaders/engine/memory.js";
import {modulesOf} from "../../data-loaders/engine/modules.js";
import {hashOf, hashSources} from "../../data-loaders/engine/seal.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {tables} from "../../data-loaders/tables/index.js";
import type {CellResult} from "./cellResult.js";

/** Answers that were given before. */
export type Answers = Memory<CellResult>;

/** The answers that the workspace keeps. */
export function readAnswers({workspace}: Pick<Settings, "workspace">): Answers {
  return readMemory(join(workspace, "answers.json"));
}

/** The hash of everything beside a query and its values that decides its answer, where each table lies. */
export function aboutAnswers({root}: Pick<Settings, "root">, fileOf: (table: string) => string): string {
  const code = ["runCell.ts", "tables.ts"].map((file) => join(root, "publish/answers", file));
  const engine = join(root, "node_modules/@duckdb/node-api/package.json");
  return hashOf(
    hashSources(root, [...modulesOf(code), engine]),
    process.version,
    ...tables.flatMap(({name}) => [name, readFileSync(fileOf(name), "base64")])
  );
}

/** What a query gives: as remembered, or asked for by `ask`. */
export async function askOnce(
  {memory, about}: Remembered<CellResult>,
  parts: readonly string[],
  values: readonly string[],
  ask: () => Promise<CellResult>
): Promise<CellResult> {
  if (changing.test([...parts, ...values].join("?"))) return ask();
  const key = hashOf(about, JSON.stringify([parts, values]));
  const result = memory.find(key) ?? (await ask());
  if (isWhole(result)) memory.note(key, result);
  return result;
}

/** Where the clock or chance has a say in an answer, the same query may give another. */
const changing =
  /\b(now|today|tomorrow|yesterday|age\s*\(|\w*current_\w+|localtime\w*|\w+_timestamp|\w*sample|\w*random\w*|\w*uuid\w*)/i;

/** Whether JSON gives back every value as it is. */
function isWhole({rows}: CellResult): boolean {
  return rows.every((row) =>
    row.every((value) =>
      typeof value === "number"
        ? Number.isFinite(value) && !Object.is(value, -0)
        : value === null || typeof value === "string" || typeof value === "boolean"
    )
  );
}
