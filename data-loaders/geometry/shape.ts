import polylabel from "polylabel";

export type Point = [x: number, y: number];

/**
 * A municipality's outline: closed rings in a plane whose y grows downwards, the last point not repeating the first.
 */
export interface Shape {
  /** Official code, four digits. */
  code: string;
  rings: Point[][];
}

/** An upright rectangle. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function boxOf(shapes: readonly Shape[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const {rings} of shapes) {
    for (const ring of rings) {
      for (const [x, y] of ring) {
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      }
    }
  }
  return {x: left, y: top, width: right - left, height: bottom - top};
}

/** Whether two boxes overlap, or lie no farther apart than `gap`. */
export function meets(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x - gap <= b.x + b.width &&
    b.x - gap <= a.x + a.width &&
    a.y - gap <= b.y + b.height &&
    b.y - gap <= a.y + a.height
  );
}

/** The area a ring encloses, for holes as for outer rings. */
export function areaOf(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    return sum + x * v - u * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The place inside a shape's largest ring that is farthest from its edge: where a name has most room. */
export function centreOf(rings: readonly Point[][]): Point {
  const largest = rings.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
  const [x, y] = polylabel([largest]);
  return [x, y];
}

/** How far a point is from a line's stretch between two others, and the place on it that is nearest. */
export function nearestOn([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): {distance: number; at: Point} {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  const at: Point = [ax + along * dx, ay + along * dy];
  return {distance: Math.hypot(x - at[0], y - at[1]), at};
}
