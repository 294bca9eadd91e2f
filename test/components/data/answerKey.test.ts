import {expect, test} from "vitest";
import {answerKey, valuesKey} from "../../../src/components/data/answers.js";

test("a query's name is the same wherever it is computed, and short enough for a file", () => {
  expect(answerKey(["SELECT n FROM t WHERE p = ", ""])).toMatch(/^[0-9a-f]{16}$/);
  expect(answerKey(["SELECT n FROM t WHERE p = ", ""])).toBe(answerKey(["SELECT n FROM t WHERE p = ", ""]));
});

test("blanks around a query, which Framework cuts as it likes, play no part; those inside do", () => {
  expect(answerKey(["\n  SELECT ", "\n \t"])).toBe(answerKey(["SELECT ", ""]));
  expect(answerKey(["SELECT 'a  b'"])).not.toBe(answerKey(["SELECT 'a b'"]));
  expect(answerKey(["SELECT 1 -- x\n, 2"])).not.toBe(answerKey(["SELECT 1 -- x , 2"]));
});

test("similar queries have different names", () => {
  const names = ["a", "b", "ab", "ba", "", " a b", "a\nb", "A"].flatMap((column) =>
    [["1"], ["2"], ["1", ""], ["", "1"]].map((rest) => answerKey([`SELECT ${column}, ${rest[0]}`, ...rest.slice(1)]))
  );
  expect(new Set(names).size).toBe(names.length);
});

test("values differ by order, number and kind", () => {
  const names = [[], ["1"], [1], [null], ["1", "2"], ["2", "1"], ["1,2"], ['1","2'], [["1", "2"]]].map(valuesKey);
  expect(new Set(names).size).toBe(names.length);
});
