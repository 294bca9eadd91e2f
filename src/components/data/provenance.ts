import {dataText} from "./citation.js";
import {site} from "./site.js";

/** What every figure says of where its numbers come from. */
export const provenance = {
  source: `auditten »${site.codebook.title}«, ${dataText(site)}`,
  seal: site.seal.slice(0, 12),
  synthetic: site.synthetic
};
