import {existsSync, readFileSync} from "node:fs";
import * as v from "valibot";
import {issueInWords, readYaml} from "../ground/readYaml.js";
import {Refusal} from "../ground/refusal.js";

/**
 * Reads a YAML file of what a twin assumes.
 * @throws Refusal naming the file and what is wrong with it
 */
export function readAssumed<S extends v.GenericSchema>(schema: S, file: string): v.InferOutput<S> {
  if (!existsSync(file)) throw new Refusal(`Antagelserne ${file} findes ikke; opret filen.`);
  const result = v.safeParse(schema, readYaml(readFileSync(file, "utf8"), file));
  if (result.success) return result.output;
  throw new Refusal(`${file}: ${issueInWords(result.issues[0], "filen")}; ret filen.`);
}
