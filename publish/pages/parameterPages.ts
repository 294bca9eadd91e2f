import {existsSync} from "node:fs";
import {join} from "node:path";
import {max} from "d3-array";
import {readCodelists} from "../../data-loaders/ground/codelists.js";
import {readIndicators} from "../../data-loaders/indicators/definition/readIndicators.js";
import {areasOn} from "../../data-loaders/facts/registerFacts.js";
import {readCases} from "../../data-loaders/programme/cases.js";
import {readSettings} from "../../data-loaders/ground/settings.js";
import {areaName, regionByRegion} from "../../src/domain/areas.js";
import {readPages, type Page} from "./cells.js";
import type {ParameterPage} from "./parameterPage.js";

/**
 * Every such page of a project whose template is there, from the code lists and the indicators: no
 * built site is needed. Those of one template follow each other as readers leaf through them.
 */
export async function parameterPages(project: string): Promise<ParameterPage[]> {
  const lastDay = max(readSettings(project).parameters.periods, ({to}) => to)!;
  const areas = areasOn(lastDay, readCodelists(join(project, "data/codelists")));
  const indicators = await readIndicators(join(project, "data-loaders/indicators"));
  const template = "forloebsprogram/cases/[nr].md";
  const cases = existsSync(join(project, "src", template)) ? readCases(project) : [];
  const pages = [
    ...cases.map(({no, title}) => fromTemplate(template, {nr: String(no)}, {titel: title}, `Case ${no}: ${title}`)),
    ...indicators.map(({id, title}) => fromTemplate("register/indikatorer/[id].md", {id}, {titel: title}, title)),
    ...regionByRegion(areas).map((area) =>
      fromTemplate("register/omraade/[kode].md", {kode: area.id}, {navn: areaName(area)}, areaName(area))
    )
  ];
  return pages.filter(({template}) => existsSync(join(project, "src", template)));
}

/** Every page of a project's site, in a fixed order: a template stands for the pages made from it. */
export async function sitePages(project: string): Promise<Page[]> {
  return makePages(readPages(join(project, "src")), await parameterPages(project));
}

/** Pages with each template replaced by the pages made from it. */
export function makePages(pages: readonly Page[], made: readonly ParameterPage[]): Page[] {
  return pages.flatMap((page) => {
    if (!isTemplate(page.path)) return [page];
    return made.filter(({template}) => template === page.path).map((own) => ({...page, made: own}));
  });
}

/** Whether a path in the source folder stands for many pages. */
export function isTemplate(path: string): boolean {
  return parameter.test(path);
}

const parameter = /\[([a-z_]\w*)\]/i;

function fromTemplate(
  template: string,
  params: Record<string, string>,
  words: Record<string, string>,
  name: string
): ParameterPage {
  const address = Object.entries(params)
    .reduce((path, [name, value]) => path.replace(`[${name}]`, value), template)
    .replace(/\.md$/, "");
  return {address, template, name, params, words};
}
