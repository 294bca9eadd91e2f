import {expect, test} from "vitest";
import {professionStyles} from "../../../src/components/charts/colors.js";

const styles = [...professionStyles(["a", "b", "c", "d", "e", "f"].map((id) => ({id}))).values()];

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

test("every colour stands out on white and on the dark theme", () => {
  for (const {color} of styles) {
    expect(contrast(luminance(color), 1)).toBeGreaterThanOrEqual(3);
    expect(contrast(luminance(color), luminance("#161616"))).toBeGreaterThanOrEqual(3);
  }
});

test("the four compared professions grow lighter, for greyscale print", () => {
  const lightness = styles.slice(0, 4).map(({color}) => 116 * Math.cbrt(luminance(color)) - 16);
  for (let i = 1; i < 4; i++) expect(lightness[i]! - lightness[i - 1]!).toBeGreaterThan(4);
});

test("symbols and dashes separate them where colours do not", () => {
  for (const cue of ["color", "symbol", "dash"] as const)
    expect(new Set(styles.map((style) => style[cue])).size).toBe(6);
});

test("a seventh profession begins anew", () => {
  const seven = professionStyles(["a", "b", "c", "d", "e", "f", "g"].map((id) => ({id})));
  expect(seven.get("g")).toEqual(seven.get("a"));
});
