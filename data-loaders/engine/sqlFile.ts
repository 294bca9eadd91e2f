import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {fileURLToPath} from "node:url";
import {text, type Session, type Value, type Values} from "./session.js";

/**
 * Runs a file of SQL as it stands. Only `.read` lines, which a DuckDB shell understands, are
 * followed: to files of that name beside it.
 */
export async function runSql(session: Session, file: URL): Promise<void> {
  const sql = readFileSync(file, "utf8");
  const others = Array.from(sql.matchAll(/^\.read (.+)$/gm), ([, path]) => new URL(basename(path!), file));
  if (others.length > 0) for (const other of others) await runSql(session, other);
  else
    await session
      .run(sql)
      .catch((error: Error) => Promise.reject(new Error(`${fileURLToPath(file)}: ${error.message}`)));
}

/** Sets variables of a session, which SQL reads as `getvariable('name')`; each stands until it is set again. */
export async function setVariables(session: Session, variables: Values): Promise<void> {
  for (const [variable, value] of Object.entries(variables))
    await session.run(`SET VARIABLE ${variable} = $value`, {value});
}

/** The same as SQL, for who follows the models by hand. */
export function variablesSql(variables: Values): string {
  return Object.entries(variables)
    .map(([variable, value]) => `SET VARIABLE ${variable} = ${literal(value)};\n`)
    .join("");
}

function literal(value: Value): string {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value instanceof Object)
    return `{${Object.entries(value)
      .map(([field, own]) => `'${field}': ${literal(own)}`)
      .join(", ")}}`;
  return String(value);
}
