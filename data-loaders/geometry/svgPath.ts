import type {Point} from "./shape.js";

/** Points that stand for a curve; what is not needed of them goes when the ring is simplified. */
const steps = 8;

/** How many numbers each command of a path takes. */
const takes: Record<string, number> = {m: 2, l: 2, c: 6, z: 0};

/**
 * The closed rings of an SVG path made of moves, lines and cubic curves, absolute or relative.
 * @throws Error on any other command
 */
export function ringsOf(path: string): Point[][] {
  const rings: Point[][] = [];
  let ring: Point[] = [];
  let at: Point = [0, 0];
  for (const [, letter, text] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const kind = letter!.toLowerCase();
    if (takes[kind] === undefined) throw new Error(`The path command ${letter} is not understood.`);
    const numbers = (text!.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi) ?? []).map(Number);
    const relative = letter === kind;
    if (kind === "z") {
      at = ring[0] ?? at;
      continue;
    }
    for (let i = 0; i < numbers.length; i += takes[kind]) {
      const [ox, oy] = relative ? at : [0, 0];
      const points = pairs(numbers.slice(i, i + takes[kind])).map(([x, y]): Point => [x + ox, y + oy]);
      if (kind === "m" && i === 0) rings.push((ring = []));
      ring.push(...(kind === "c" ? curve(at, points as [Point, Point, Point]) : points));
      at = points.at(-1)!;
    }
  }
  return rings.map(open).filter((points) => points.length > 2);
}

function pairs(numbers: number[]): Point[] {
  return Array.from({length: numbers.length / 2}, (_, i): Point => [numbers[2 * i]!, numbers[2 * i + 1]!]);
}

function curve(p0: Point, [p1, p2, p3]: [Point, Point, Point]): Point[] {
  return Array.from({length: steps}, (_, i): Point => {
    const t = (i + 1) / steps;
    const u = 1 - t;
    const on = (axis: 0 | 1) =>
      u * u * u * p0[axis] + 3 * u * u * t * p1[axis] + 3 * u * t * t * p2[axis] + t * t * t * p3[axis];
    return [on(0), on(1)];
  });
}

/** Without the last point where it repeats the first. */
function open(ring: Point[]): Point[] {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return Math.hypot(first[0] - last[0], first[1] - last[1]) < 1e-6 ? ring.slice(0, -1) : ring;
}
