import {expect, test} from "vitest";
import {digamma, logGamma} from "../../src/statistics/logGamma.js";

// python3 -c "from scipy.special import *; [print(x, gammaln(x), digamma(x)) for x in (.02, .5, 4, 12.7, 20000)]"
test.each([
  [0.02, 3.900804516098376, -50.54478931045618],
  [0.5, 0.5723649429247, -1.9635100260214235],
  [4, 1.7917594692280554, 1.2561176684318003],
  [12.7, 19.233043179570085, 2.501715566419338],
  [20_000, 178065.71824964616, 9.903462552327793]
])("ln Γ(%d) and its slope, as scipy has them", (x, value, slope) => {
  expect(logGamma(x) / value).toBeCloseTo(1, 12);
  expect(digamma(x) / slope).toBeCloseTo(1, 12);
});
