import {expect, test} from "vitest";
import {isCpr} from "../../src/domain/cpr.js";

test.each([
  ["010190-1234", true],
  ["3112991234", true],
  ["kode 010190 1234", true],
  ["12", false],
  ["K-42", false],
  // No day or month: a number of another kind.
  ["9912991234", false],
  ["0113991234", false],
  // Longer numbers hold none.
  ["20261201010190", false]
])("»%s« may be a CPR number: %s", (text, expected) => {
  expect(isCpr(text)).toBe(expected);
});
