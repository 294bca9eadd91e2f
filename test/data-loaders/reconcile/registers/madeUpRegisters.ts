import {join} from "node:path";
import {readCodelists} from "../../../../data-loaders/ground/codelists.js";
import {readIndicators} from "../../../../data-loaders/indicators/definition/readIndicators.js";
import {defaultParameters} from "../../../../data-loaders/ground/parameters.js";
import type {ComputedRegisters} from "../../../../data-loaders/printed/registers/computed.js";
import {root} from "../madeUp.js";

const codelists = readCodelists(join(root, "data/codelists"));
const indicators = await readIndicators();

/** The definitions of the project, and tables that hold nothing but what is given. */
export function madeUpRegisters(tables: ComputedRegisters["tables"] = {}): ComputedRegisters {
  return {tables, indicators, parameters: defaultParameters, codelists};
}
