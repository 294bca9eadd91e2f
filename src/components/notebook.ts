// What a page needs, from one import line. Nothing here may come from a CDN, so pages never rely on Framework's implicit names.
export * as Plot from "@observablehq/plot";
export * as Inputs from "@observablehq/inputs";
export {html, svg} from "htl";
export {sql} from "./database.js";
