import polylabel from "polylabel";
import {areaOf, type Point} from "./shape.js";

/**
 * The place inside a shape's largest ring that is farthest from its edge, to within one unit
 * of the map: where a name has most room.
 */
export function centreOf(rings: readonly Point[][]): Point {
  const ring = rings.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
  const [x, y] = polylabel([ring], 1);
  return [x!, y!];
}
