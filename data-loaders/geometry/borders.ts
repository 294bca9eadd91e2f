import {group} from "d3-array";
import {boxOf, meets, nearestOn, type Point, type Shape} from "./shape.js";
import {simplifyLine} from "./simplify.js";

/** A line between two neighbours, which may be in several pieces. */
export interface Border {
  between: [code: string, code: string];
  lines: Point[][];
}

/** A place midway between a point of an outline and its nearest neighbour. */
interface Midway {
  neighbour: string;
  at: Point;
}

/**
 * The lines along which neighbours meet, midway between them: outlines that are drawn apart share no points.
 * @param wanted which pairs of neighbours are asked for; the first code is the lower
 * @param gap how far apart neighbours' outlines may lie
 */
export function bordersBetween(
  shapes: readonly Shape[],
  wanted: (a: string, b: string) => boolean,
  gap: number
): Border[] {
  const placed = shapes.map((shape) => ({...shape, box: boxOf([shape])}));
  return placed.flatMap(({code, rings, box}) => {
    const near = placed.filter((other) => other.code !== code && meets(box, other.box, gap));
    if (!near.some((other) => code < other.code && wanted(code, other.code))) return [];
    const isOurs = (found: Midway | undefined) =>
      found && code < found.neighbour && wanted(code, found.neighbour) ? found : undefined;
    const stretches = rings.flatMap((ring) =>
      unbroken(dense(ring, gap / 4).map((point) => isOurs(midway(point, near, gap))))
    );
    return [...group(stretches, ([first]) => first!.neighbour)].map(
      ([neighbour, lines]): Border => ({
        between: [code, neighbour],
        lines: lines.map((line) =>
          simplifyLine(
            line.map(({at}) => at),
            gap / 20
          )
        )
      })
    );
  });
}

function midway(point: Point, neighbours: readonly Shape[], gap: number): Midway | undefined {
  let best = {neighbour: "", distance: Infinity, at: point};
  for (const {code, rings} of neighbours) {
    for (const ring of rings) {
      ring.forEach((a, i) => {
        const found = nearestOn(point, a, ring[(i + 1) % ring.length]!);
        if (found.distance < best.distance) best = {neighbour: code, ...found};
      });
    }
  }
  if (best.distance > gap) return undefined;
  return {neighbour: best.neighbour, at: [(point[0] + best.at[0]) / 2, (point[1] + best.at[1]) / 2]};
}

/** The stretches of a ring along one neighbour each, those of a single point left out. */
function unbroken(ring: readonly (Midway | undefined)[]): Midway[][] {
  // Begins where a neighbour does, so that no stretch is cut in two.
  const start = Math.max(
    0,
    ring.findIndex((found, i) => found?.neighbour !== ring.at(i - 1)?.neighbour)
  );
  const stretches: Midway[][] = [];
  for (let i = 0; i < ring.length; i++) {
    const found = ring[(start + i) % ring.length];
    const last = stretches.at(-1);
    if (i > 0 && found && found.neighbour === ring[(start + i - 1) % ring.length]?.neighbour) last!.push(found);
    else if (found) stretches.push([found]);
  }
  return stretches.filter((stretch) => stretch.length > 1);
}

/** A ring with no stretch longer than `longest`. */
function dense(ring: readonly Point[], longest: number): Point[] {
  return ring.flatMap(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    const parts = Math.max(1, Math.ceil(Math.hypot(u - x, v - y) / longest));
    return Array.from({length: parts}, (_, j): Point => [x + ((u - x) * j) / parts, y + ((v - y) * j) / parts]);
  });
}
