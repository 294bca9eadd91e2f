import {createRequire} from "node:module";
import type {Shape} from "./shape.js";
import {ringsOf} from "./svgPath.js";

/** What is told of where the built-in outlines are from. */
export const builtInSource = "react-denmark-map 1.0.0 (MIT)";

/** How far apart neighbours are drawn there, as a share of the map's width. */
export const builtInGap = 0.011;

/**
 * The package is a React component; called as the function it is, its element carries the
 * outlines and nothing is drawn.
 */
interface Municipalities {
  (props: object): {props: {areas: {code: string; d: string}[]}};
}

/** The outlines that come with the project; Bornholm already stands as an inset. */
export function builtInShapes(): Shape[] {
  // Its module for import has no file ending that Node accepts.
  const {Municipalities} = createRequire(import.meta.url)("react-denmark-map") as {Municipalities: Municipalities};
  return Municipalities({}).props.areas.map(({code, d}) => ({code: code.padStart(4, "0"), rings: ringsOf(d)}));
}
