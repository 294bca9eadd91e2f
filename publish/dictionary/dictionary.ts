import {join} from "node:path";
import {readIndicators} from "../../data-loaders/indicators/definition/readIndicators.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {codebookPart} from "./codebookPart.js";
import type {Part} from "./entry.js";
import {codesPart, indicatorsPart} from "./registersPart.js";
import {sourcesPart} from "./sourcesPart.js";
import {tablesPart} from "./tablesPart.js";
import {usesOf} from "./usedOn.js";

/** The data dictionary of a project: from the definitions that tables are made by, and the pages that read them. */
export async function dictionary(project: string): Promise<Part[]> {
  const uses = usesOf(join(project, "src"));
  const indicators = await readIndicators(join(project, "data-loaders/indicators"));
  const {codebook, disclosure, parameters} = readSettings(project);
  return [
    tablesPart(uses, disclosure.audit),
    codebookPart(codebook, uses),
    indicatorsPart(indicators, uses),
    codesPart(project, parameters, uses),
    sourcesPart(project)
  ];
}
