import {expect, test} from "vitest";
import {absenceOf} from "../../src/domain/status.js";

test("every way of hiding a number has words of its own, and a shown number has none", () => {
  const shorts = ["hidden", "hidden_rest", "hidden_base", "hidden_secondary"].map((status) => absenceOf(status)!.short);
  expect(shorts).toEqual([
    "skjult, for få",
    "skjult, for få er ikke med",
    "skjult, del af for få",
    "skjult, beskytter andre tal"
  ]);
  expect([absenceOf("shown"), absenceOf(undefined), absenceOf(null)]).toEqual([undefined, undefined, undefined]);
});
