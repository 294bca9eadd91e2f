// What a page needs, from one import line. Nothing here may come from a CDN, so pages never
// rely on Framework's implicit names.
export * as Plot from "@observablehq/plot";
export * as Inputs from "./inputs.js";
export {html, svg} from "htl";
export {choiceBar} from "./choices.js";
export {choose} from "./choose.js";
export {chosenText} from "./chosenText.js";
export {dataTable} from "./dataTable.js";
export {figure} from "./figure.js";
export * from "./format.js";
export {provenance} from "./provenance.js";
export {site} from "./site.js";
export {sql} from "./sql.js";
