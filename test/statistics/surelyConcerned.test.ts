import {randomBinomial, randomLcg} from "d3-random";
import {expect, test} from "vitest";
import {peopleOf, surelyConcerned} from "../../src/statistics/surelyConcerned.js";

/*
def wil(y, n, z):
    p = y/n; c = (p + z*z/(2*n))/(1 + z*z/n); h = z/(1 + z*z/n)*sqrt(p*(1 - p)/n + z*z/(4*n*n)); return c - h, c + h
def sc(y, n, y2, n2, m):
    z = NormalDist().inv_cdf(1 - .025/m); a, b = y/n, y2/n2; (l, u), (l2, u2) = wil(y, n, z), wil(y2, n2, z)
    d = a - b; lo = d - hypot(a - l, u2 - b); hi = d + hypot(u - a, b - l2); return d, lo, hi, floor(n*max(0, lo, -hi))
*/
test.each([
  [115, 460, 4092, 20642, 1, 0.05176339501986241, 0.013971795111396484, 0.09364165903330235, 6],
  [115, 460, 4092, 20642, 14, 0.05176339501986241, -0.00279373930786158, 0.11526124968651955, 0],
  [20, 460, 4092, 20642, 35, -0.15475834411057238, -0.17824984653758, -0.11240781663679467, 51],
  [56, 70, 48, 80, 1, 0.2, 0.05243147240236498, 0.33387265403690597, 3]
])("%d of %d beside %d of %d, one of %d, as Python has it", (y, n, y2, n2, compared, difference, low, high, people) => {
  const found = surelyConcerned({y, n}, {y: y2, n: n2}, compared);
  expect(found.difference).toBeCloseTo(difference, 12);
  expect(found.low).toBeCloseTo(low, 8);
  expect(found.high).toBeCloseTo(high, 8);
  expect(found.people).toBe(people);
});

test("limits on both sides of none concern nobody for sure; 0.29 of 100 are 29", () => {
  expect(peopleOf({low: -0.1, high: 0.2}, 1000)).toBe(0);
  expect(peopleOf({low: 0.29, high: 0.4}, 100)).toBe(29);
  expect(peopleOf({low: -0.4, high: -0.29}, 100)).toBe(29);
});

test("the largest of 35 differences that are not there concerns anybody in at most 5 % of runs", () => {
  const random = randomLcg(7);
  const draw = (n: number) => ({y: randomBinomial.source(random)(n, 0.2)(), n});
  const wrong = Array.from({length: 400}, () =>
    Math.max(...Array.from({length: 35}, () => surelyConcerned(draw(400), draw(4000), 35).people))
  ).filter((people) => people > 0).length;
  expect(wrong / 400).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / 400));
});

test("a count above its group is stopped", () => {
  expect(() => surelyConcerned({y: 2, n: 1}, {y: 1, n: 2})).toThrow(RangeError);
});
