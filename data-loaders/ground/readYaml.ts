import {readFileSync} from "node:fs";
import {parse, YAMLParseError} from "yaml";
import {Refusal} from "./refusal.js";
import * as v from "valibot";

/**
 * Reads YAML.
 * @param file what the text is called in a message
 * @throws Refusal naming the file and the line where it stops being YAML
 */
export function readYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const at = error.linePos?.[0];
    throw new Refusal(
      `${file}${at ? `, linje ${at.line}, tegn ${at.col}` : ""}: er ikke gyldig YAML; ret indrykning og tegn dér.`
    );
  }
}

/**
 * Reads a YAML file that is as a schema has it.
 * @param file what it is called in a message
 * @throws Refusal naming the file and what is wrong with it
 */
export function readSpec<S extends v.GenericSchema>(schema: S, path: string, file = path): v.InferOutput<S> {
  return asSpecified(schema, readYaml(readFileSync(path, "utf8"), file), file);
}

/**
 * A value that is as a schema has it.
 * @param where the place of the value in a message
 * @throws Refusal naming the place and what is wrong there
 */
export function asSpecified<S extends v.GenericSchema>(schema: S, value: unknown, where: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new Refusal(`${where}: ${issueInWords(result.issues[0], "filen")}; ret filen.`);
}

/**
 * What is wrong with a value, in Danish: `"threads" er 1.5, men skal være et helt tal`.
 * @param whole what the value is called when it is wrong as a whole
 */
export function issueInWords(issue: v.BaseIssue<unknown>, whole: string): string {
  const path = v.getDotPath(issue);
  const place = path === null ? whole : `"${path}"`;
  if (issue.expected === "never") return `${place} kendes ikke`;
  if (issue.received === "undefined") return `${place} mangler`;
  return `${place} er ${issue.received === "null" ? "tom" : issue.received}, men skal være ${expected(issue)}`;
}

const types: Record<string, string> = {
  string: "en tekst",
  number: "et tal",
  integer: "et helt tal",
  boolean: "true eller false",
  array: "en liste",
  object: "navne med hver sin værdi",
  strict_object: "navne med hver sin værdi",
  record: "navne med hver sin værdi",
  custom: "navne med hver sin værdi"
};

/** A pattern says in its message what it asks for. */
function expected({type, expected, message}: v.BaseIssue<unknown>): string {
  if (type === "regex" || type === "check") return message;
  if (type === "picklist") return (expected ?? "").replace(/[()]/g, "").replaceAll(" | ", " eller ");
  if (type === "min_value") return `mindst ${expected?.slice(2)}`;
  if (type === "max_value") return `højst ${expected?.slice(2)}`;
  return types[type] ?? String(expected);
}
