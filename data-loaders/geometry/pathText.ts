import type {Point} from "./shape.js";

/** Closed rings as an SVG path of whole numbers, each point relative to the one before: the shortest text. */
export function ringsText(rings: readonly Point[][]): string {
  return rings.map((ring) => `${lineText(ring)}z`).join("");
}

/** A line as an SVG path of whole numbers; empty where all its points fall together. */
export function lineText(line: readonly Point[]): string {
  const whole = line.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const [first, ...rest] = whole.filter(([x, y], i) => i === 0 || x !== whole[i - 1]![0] || y !== whole[i - 1]![1]);
  if (!first || rest.length === 0) return "";
  let [x, y] = first;
  const moves = rest.map(([u, v]) => {
    const move = pairText(u - x, v - y);
    [x, y] = [u, v];
    return move;
  });
  return `M${pairText(...first)}l${moves.reduce((text, move) => text + (move.startsWith("-") || text === "" ? "" : " ") + move, "")}`;
}

function pairText(x: number, y: number): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}
