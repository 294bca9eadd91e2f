import {readFileSync} from "node:fs";
import {dirname, join, relative, sep} from "node:path";
import {pointedAt} from "../../engine/pointedAt.js";
import type {Session} from "../../engine/session.js";
import {setVariables} from "../../engine/sqlFile.js";
import type {Codelists} from "../../ground/codelists.js";
import type {RegisterParameters} from "../../ground/parameters.js";
import {Refusal} from "../../ground/refusal.js";
import {createModelsOfNobody} from "../../models/registers/registerModels.js";
import {createNoRegisters} from "../../sources/registers.js";
import {indicatorVariable, type Indicator} from "./indicator.js";
import {indicatorFiles, indicatorFolder, readIndicator} from "./readIndicators.js";
import {reviewFaults} from "./reviews.js";

/**
 * Refuses indicators that nobody has checked, and those whose SQL cannot be run, before anything is read: on registers
 * and models without rows.
 * @throws Refusal with a line for each, by file, line and column
 */
export async function refuseUnsoundIndicators(
  session: Session,
  codelists: Codelists,
  parameters: RegisterParameters,
  folder = indicatorFolder
): Promise<void> {
  await createNoRegisters(session, codelists);
  await createModelsOfNobody(session, parameters);
  const faults = new Set<string>(await reviewFaults(folder));
  for (const path of indicatorFiles(folder)) {
    const indicator = await readIndicator(path);
    if (!indicator) continue;
    await setVariables(session, {indicator: indicatorVariable(indicator)});
    const fault = await faultIn(session, indicator, path);
    if (fault) faults.add(fault);
  }
  if (faults.size > 0) throw new Refusal([...faults].join("\n"));
}

/** Why an indicator's SQL cannot be run, with its file, line and column before it; undefined where it can. */
export async function faultIn(session: Session, {sql}: Indicator, path: string): Promise<string | undefined> {
  const explain = "EXPLAIN ";
  try {
    await session.rows(explain + sql);
    return undefined;
  } catch (error) {
    const {message, line, column} = pointedAt(error as Error, explain + sql);
    const start = line === 1 ? explain.length : 0;
    return `${placeInFile(path, sql, {line, column: Math.max(1, column - start)})}: error: ${message}`;
  }
}

/**
 * The place in the project of one in an indicator's SQL, as `file:line:column`: a line of the SQL as it is run is that
 * of the template it is written in, which is the indicator's or that of a module it imports.
 */
export function placeInFile(path: string, sql: string, {line, column} = {line: 1, column: 1}): string {
  const {file, source, start} = templateOf(path);
  const first = source.slice(0, start).split("\n").length;
  const written = source.split("\n")[first + line - 2] ?? "";
  const word = /^[\w.]*/.exec(sql.split("\n")[line - 1]?.slice(column - 1) ?? "")![0];
  // Values that the template takes in move what stands after them.
  const at = word === "" || written.startsWith(word, column - 1) ? -1 : written.indexOf(word);
  const project = join(dirname(path), "../..");
  return `${relative(project, file).split(sep).join("/")}:${first + line - 1}:${at < 0 ? column : at + 1}`;
}

function templateOf(path: string): {file: string; source: string; start: number} {
  const source = readFileSync(path, "utf8");
  const start = source.search(template);
  if (start >= 0) return {file: path, source, start};
  for (const [, name] of source.matchAll(/from "(\.\/.+)\.js"/g)) {
    const file = join(dirname(path), `${name}.ts`);
    const text = readFileSync(file, "utf8");
    if (text.search(template) >= 0) return {file, source: text, start: text.search(template)};
  }
  return {file: path, source, start: 0};
}

/** Where the text of an indicator's SQL begins. */
const template = /\bsql: `|\bconst sql = `/;
