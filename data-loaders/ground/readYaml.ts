import {parse, YAMLParseError} from "yaml";
import {Refusal} from "./refusal.js";

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
