import {existsSync} from "node:fs";
import type * as v from "valibot";
import {readSpec} from "../ground/readYaml.js";
import {Refusal} from "../ground/refusal.js";

/**
 * Reads a YAML file of what a twin assumes.
 * @throws Refusal naming the file and what is wrong with it
 */
export function readAssumed<S extends v.GenericSchema>(schema: S, file: string): v.InferOutput<S> {
  if (!existsSync(file)) throw new Refusal(`Antagelserne ${file} findes ikke; opret filen.`);
  return readSpec(schema, file);
}
