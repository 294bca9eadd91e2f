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

/** The forms that are compared with each other, those on paper and in person, with the participants of each. */
export const comparedForms = site.codebook.professions
  .filter(({telephoneOf}) => !telephoneOf)
  .map((form) => ({
    ...form,
    participants: site.forms.find(({profession}) => profession === form.id)?.participants
  }));
