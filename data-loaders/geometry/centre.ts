import {areaOf, nearestOn, type Point} from "./shape.js";

/** Cells along the longer side, and how often the best place is looked at more closely. */
const cells = 12;
const rounds = 4;

/** The place inside a shape's largest ring that is farthest from its edge: where a name has most room. */
export function centreOf(rings: readonly Point[][]): Point {
  const ring = rings.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  let [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best: {at: Point; room: number} = {at: ring[0]!, room: -Infinity};
  for (let round = 0; round < rounds; round++) {
    const [dx, dy] = [(right - left) / cells, (bottom - top) / cells];
    for (let i = 0; i <= cells; i++) {
      for (let j = 0; j <= cells; j++) {
        const at: Point = [left + i * dx, top + j * dy];
        const room = roomAt(at, ring);
        if (room > best.room) best = {at, room};
      }
    }
    [left, right, top, bottom] = [best.at[0] - dx, best.at[0] + dx, best.at[1] - dy, best.at[1] + dy];
  }
  return best.at;
}

/** Distance to the edge, negative outside. */
function roomAt(at: Point, ring: readonly Point[]): number {
  let inside = false;
  let nearest = Infinity;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]!;
    if (a[1] > at[1] !== b[1] > at[1] && at[0] < ((b[0] - a[0]) * (at[1] - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside;
    nearest = Math.min(nearest, nearestOn(at, a, b).distance);
  });
  return inside ? nearest : -nearest;
}
