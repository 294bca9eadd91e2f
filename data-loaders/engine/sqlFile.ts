import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {fileURLToPath} from "node:url";
import {text, type Session, type Value, type Values} from "./session.js";

/**
 * Runs a file of SQL as it stands, or, where it has the `.read` lines of a DuckDB shell, the
 * files of those names beside it.
 */
export async function runSql(session: Session, file: URL): Promise<void> {
  const sql = readFileSync(file, "utf8");
  const others = Array.from(sql.matchAll(/^\.read (.+)$/gm), ([, path]) => new URL(basename(path!), file));
  for (const other of others) await runSql(session, other);
  if (others.length > 0) return;
  try {
    await session.run(sql);
  } catch (error) {
    throw new Error(`${fileURLToPath(file)}: ${(error as Error).message}`, {cause: error});
  }
}

/** Sets variables of a session, which SQL reads as `getvariable('name')`; each stands until it is set again. */
export async function setVariables(session: Session, variables: Values): Promise<void> {
  for (const [variable, value] of Object.entries(variables)) {
    await session.run(`SET VARIABLE ${variable} = $value`, {value});
  }
}

/** The same as SQL, for who follows the models by hand. */
export function variablesSql(variables: Values): string {
  const lines = Object.entries(variables).map(([variable, value]) => `SET VARIABLE ${variable} = ${literal(value)};\n`);
  return lines.join("");
}

function literal(value: Value): string {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (!(value instanceof Object)) return String(value);
  return `{${Object.entries(value)
    .map(([field, own]) => `${text(field)}: ${literal(own)}`)
    .join(", ")}}`;
}
