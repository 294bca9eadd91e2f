import {readFileSync} from "node:fs";
import {csvParse, type DSVRowString} from "d3-dsv";
import {Refusal} from "../ground/refusal.js";

/**
 * The rows of a CSV file that a twin is made from.
 * @throws Refusal with the words `otherwise` when it cannot be read
 */
export function readRows(file: string, otherwise: string): DSVRowString[] {
  try {
    return [...csvParse(readFileSync(file, "utf8"))];
  } catch {
    throw new Refusal(otherwise);
  }
}
