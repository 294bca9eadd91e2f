import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";

const sheet = readFileSync("src/style/maps.css", "utf8");
const [light, dark] = [0, 1].map((theme) =>
  Array.from({length: 5}, (_, i) => [...sheet.matchAll(new RegExp(`--deviation-${i + 1}: (#\\w{6})`, "g"))][theme]![1]!)
);

/** Linear light of red, green and blue, 0 to 1. */
function linear(hex: string): number[] {
  return [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
}

const times = (matrix: number[][], v: number[]) => matrix.map((row) => row.reduce((sum, m, i) => sum + m * v[i]!, 0));
const luminance = (hex: string) => times([[0.2126, 0.7152, 0.0722]], linear(hex))[0]!;

/** Contrast as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

/** G. M. Machado et al., IEEE TVCG 2009;15:1291-8: full dichromacy, in linear light. */
const sights: Record<string, number[][]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

/** CIE L*a*b* of a colour as it is seen. */
function lab(hex: string, sight: number[][]): [number, number, number] {
  const seen = times(sight, linear(hex)).map((c) => Math.min(1, Math.max(0, c)));
  const [x, y, z] = times(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505]
    ],
    seen
  ).map((c, i) => {
    const part = c / [0.9505, 1, 1.089][i]!;
    return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116;
  }) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each([
  ["light", light!, "#ffffff"],
  ["dark", dark!, "#161616"]
])("the distance from the country, in %s colours", (_, colors, page) => {
  test("each class stands out from the next by 3:1, and the middle one is nearest to the page", () => {
    for (let i = 1; i < 5; i++) expect(contrast(colors[i - 1]!, colors[i]!)).toBeGreaterThanOrEqual(3);
    const fromPage = colors.map((color) => contrast(color, page));
    expect(Math.min(...fromPage)).toBe(fromPage[2]);
  });

  test.each(Object.entries(sights))("above and below are told apart with %s sight", (_, sight) => {
    const seen = colors.map((color) => lab(color, sight));
    for (const [i, a] of seen.entries())
      for (const b of seen.slice(i + 1)) expect(Math.hypot(...a.map((c, k) => c - b[k]!))).toBeGreaterThan(25);
  });
});
