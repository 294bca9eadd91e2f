import {areaOf, nearestOn, type Point} from "./shape.js";

/**
 * Leaves out points of a line that lie nearer than `tolerance` to the line without them.
 *
 * D. H. Douglas and T. K. Peucker: Algorithms for the reduction of the number of points
 * required to represent a digitized line or its caricature. Cartographica 1973;10:112-22.
 */
export function simplifyLine(line: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, line.length - 1]);
  const stretches: [number, number][] = [[0, line.length - 1]];
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch;
    let farthest = from;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const {distance} = nearestOn(line[i]!, line[from]!, line[to]!);
      if (distance > most) [farthest, most] = [i, distance];
    }
    if (farthest === from) continue;
    kept.add(farthest);
    stretches.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, i) => kept.has(i));
}

/** Simplifies closed rings and leaves out islets smaller than `islet`, but never a shape's largest ring. */
export function simplifyRings(
  rings: readonly Point[][],
  {tolerance, islet}: {tolerance: number; islet: number}
): Point[][] {
  const largest = Math.max(...rings.map(areaOf));
  return rings
    .filter((ring) => areaOf(ring) >= Math.min(islet, largest))
    .map((ring) => simplifyRing(ring, tolerance))
    .filter((ring) => ring.length > 2);
}

function simplifyRing(ring: readonly Point[], tolerance: number): Point[] {
  const [x, y] = ring[0]!;
  const distances = ring.map(([u, v]) => Math.hypot(u - x, v - y));
  const opposite = distances.indexOf(Math.max(...distances.slice(1)));
  const there = simplifyLine(ring.slice(0, opposite + 1), tolerance);
  const back = simplifyLine([...ring.slice(opposite), ring[0]!], tolerance);
  return [...there, ...back.slice(1, -1)];
}
