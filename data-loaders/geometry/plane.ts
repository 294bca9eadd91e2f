import {Refusal} from "../ground/refusal.js";
import {boxOf, type Point, type Shape} from "./shape.js";

const bornholm = "0400";
const radius = 6_371_000;
const degree = Math.PI / 180;

/**
 * Longitude and latitude, or UTM zone 32, as a plane whose y grows downwards. Degrees go through the transverse
 * Mercator projection around 9° E that UTM 32 uses too; on a sphere, which no map of this size shows.
 * @throws Refusal when the coordinates are neither
 */
export function inPlane(shapes: readonly Shape[], file: string): Shape[] {
  const {x, y, width, height} = boxOf(shapes);
  const within = (left: number, right: number, low: number, high: number) =>
    x >= left && x + width <= right && y >= low && y + height <= high;
  if (within(7, 16, 54, 58)) return map(shapes, projected);
  if (within(400_000, 950_000, 6_000_000, 6_450_000)) return map(shapes, ([east, north]) => [east, -north]);
  throw new Refusal(
    `${file}: koordinaterne går fra ${Math.round(x)}, ${Math.round(y)} til ${Math.round(x + width)}, ${Math.round(y + height)}, men skulle være ` +
      "længde og bredde (WGS84) eller meter i UTM-zone 32 i Danmark; gem grænserne i et af de to systemer."
  );
}

/** Moves Bornholm from its place in the Baltic to the corner up to the right, so that the rest can be shown larger. */
export function withBornholmMoved(shapes: readonly Shape[]): Shape[] {
  const [island, rest] = [shapes.filter(({code}) => code === bornholm), shapes.filter(({code}) => code !== bornholm)];
  const [from, to] = [boxOf(island), boxOf(rest)];
  const right = to.x + to.width - from.x - from.width;
  const down = to.y + 0.03 * to.height - from.y;
  return [...rest, ...map(island, ([x, y]) => [x + right, y + down])];
}

/** Scales and moves shapes so that they fill a width from the corner 0, 0. */
export function scaledTo(shapes: readonly Shape[], width: number): Shape[] {
  const box = boxOf(shapes);
  const scale = width / box.width;
  return map(shapes, ([x, y]) => [(x - box.x) * scale, (y - box.y) * scale]);
}

function projected([east, north]: Point): Point {
  const away = (east - 9) * degree;
  const b = Math.cos(north * degree) * Math.sin(away);
  return [radius * Math.atanh(b), -radius * Math.atan2(Math.tan(north * degree), Math.cos(away))];
}

function map(shapes: readonly Shape[], move: (point: Point) => Point): Shape[] {
  return shapes.map(({code, rings}) => ({code, rings: rings.map((ring) => ring.map(move))}));
}
