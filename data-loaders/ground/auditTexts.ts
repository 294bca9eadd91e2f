import {existsSync} from "node:fs";
import {join} from "node:path";
import * as v from "valibot";
import {readSpec} from "./readYaml.js";

/** What the audit's pages say of its own subject, by name: `pages.yaml` of a code book's folder. */
export type AuditTexts = Record<string, string>;

/**
 * Reads the texts of an audit; none where its folder has none, so that its pages speak in neutral words.
 * @throws Refusal naming what the file has wrong
 */
export function readAuditTexts(folder: string): AuditTexts {
  const file = join(folder, "pages.yaml");
  return existsSync(file) ? readSpec(v.record(v.string(), v.pipe(v.string(), v.nonEmpty())), file) : {};
}
