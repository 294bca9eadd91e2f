// What a page needs, from one import line. Nothing here may come from a CDN, so pages never
// rely on Framework's implicit names.
import {goAlong} from "./inputs/goAlong.js";

export * as Plot from "./charts/plot.js";
export * as Inputs from "./tables/inputs.js";
export {html, svg} from "htl";
export {choiceBar} from "./inputs/choices.js";
export {choose, chosenText} from "./inputs/choose.js";
export {dataTable} from "./tables/dataTable.js";
export {figure} from "./figure/figure.js";
export * from "./words/format.js";
export {provenance, site} from "./data/site.js";
export {sql} from "./data/sql.js";

// Every page with numbers passes here: the reader's own place goes along on it.
goAlong();
