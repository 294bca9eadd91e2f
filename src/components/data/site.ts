import {FileAttachment} from "observablehq:stdlib";
import type {SiteFacts} from "../../../data-loaders/facts/siteFacts.js";
import {dataText} from "./citation.js";

/** What every page has without a query: the code book's words, the rounds, and the source of the figures. */
export const site: SiteFacts = await FileAttachment("../../data/site.json").json<SiteFacts>();

/** The source that every figure states. */
export const provenance = {
  source: `auditten »${site.codebook.title}«, ${dataText(site)}`,
  seal: site.seal.slice(0, 12),
  synthetic: site.synthetic
};

/** The name of a profession within a sentence, such as `praktiserende læger`. */
export function professionInText(id: string): string {
  return site.codebook.professions.find((profession) => profession.id === id)?.inText ?? id;
}
