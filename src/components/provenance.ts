import {site} from "./site.js";

/** What every figure says of where its numbers come from. */
export const provenance = {
  source: `Audit: ${site.codebook.title}${site.date ? `, udtræk af ${site.date}` : ""}`,
  seal: site.seal.slice(0, 12),
  synthetic: site.synthetic
};
