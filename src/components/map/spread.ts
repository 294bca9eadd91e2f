/** A text by its middle and its size, in pixels. */
export interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

const rounds = 60;

/**
 * Moves texts that cover each other apart, a little at a time and upwards or downwards, and keeps them inside a frame.
 */
export function spread<Text extends Placed>(texts: readonly Text[], frame: {width: number; height: number}): Text[] {
  const placed = texts.map((text) => ({...text, x: within(text.x, text.width, frame.width)}));
  for (let round = 0; round < rounds; round++) {
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) {
        const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
        const covered = (a.height + b.height) / 2 - (lower.y - upper.y);
        if (covered <= 0 || Math.abs(a.x - b.x) >= (a.width + b.width) / 2) continue;
        upper.y -= Math.min(1, covered / 2);
        lower.y += Math.min(1, covered / 2);
      }
    }
    for (const text of placed) text.y = within(text.y, text.height, frame.height);
  }
  return placed;
}

/** A middle such that what is around it stays inside. */
function within(middle: number, size: number, room: number): number {
  return Math.max(size / 2, Math.min(room - size / 2, middle));
}
