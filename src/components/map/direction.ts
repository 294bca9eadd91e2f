import {minIndex} from "d3-array";

/** The middle of something on the screen. */
export interface Middle {
  x: number;
  y: number;
}

const ahead: Record<string, (dx: number, dy: number) => [along: number, aside: number]> = {
  ArrowRight: (dx, dy) => [dx, dy],
  ArrowLeft: (dx, dy) => [-dx, dy],
  ArrowDown: (dx, dy) => [dy, dx],
  ArrowUp: (dx, dy) => [-dy, dx]
};

/**
 * Which of some middles an arrow key leads to from another: the nearest ahead, those off to
 * the side counting as farther away.
 */
export function nextTowards(key: string, from: Middle, middles: readonly Middle[]): number | undefined {
  const turn = ahead[key];
  if (!turn) return undefined;
  const nearest = minIndex(middles, ({x, y}) => {
    const [along, aside] = turn(x - from.x, y - from.y);
    return along > 0 && Math.abs(aside) <= 2 * along ? along + 2 * Math.abs(aside) : NaN;
  });
  return nearest < 0 ? undefined : nearest;
}
