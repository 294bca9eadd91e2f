// What a page needs, from one import line. Nothing here may come from a CDN, so pages never
// rely on Framework's implicit names.
export * as Plot from "@observablehq/plot";
export * as Inputs from "./tables/inputs.js";
export {html, svg} from "htl";
export {choiceBar} from "./inputs/choices.js";
export {choose} from "./inputs/choose.js";
export {chosenText} from "./inputs/chosenText.js";
export {dataTable} from "./tables/dataTable.js";
export {figure} from "./figure/figure.js";
export * from "./words/format.js";
export {provenance} from "./data/provenance.js";
export {site} from "./data/site.js";
export {sql} from "./data/sql.js";
