import {describe, expect, test} from "vitest";
import {combinations, defaults, isParameter} from "../../../publish/pages/combinations.js";
import {words} from "./vocabulary.js";

test("a choice is known by its name alone", () => {
  expect(["round", "profession", "measure"].every(isParameter)).toBe(true);
  expect(["rounds", "round ", "choices.round", "toString", "__proto__"].some(isParameter)).toBe(false);
});

describe("combinations", () => {
  test("of no choice are one: nothing chosen", () => {
    expect(combinations([], words)).toEqual([{}]);
  });

  test("of independent choices are all pairs", () => {
    expect(combinations(["round", "profession"], words)).toEqual([
      {round: "1", profession: "gp"},
      {round: "1", profession: "chiropractor"},
      {round: "2", profession: "gp"},
      {round: "2", profession: "chiropractor"}
    ]);
  });

  test("of a choice and the one it depends on are only those that go together, in either order", () => {
    const together = [
      {profession: "gp", question: "sex"},
      {profession: "gp", question: "advice"},
      {profession: "chiropractor", question: "sex"},
      {profession: "chiropractor", question: "mri"}
    ];
    expect(combinations(["profession", "question"], words)).toEqual(together);
    expect(combinations(["question", "profession"], words)).toEqual(together);
  });

  test("of a starting specialty and a region are each with all of the other, never both", () => {
    const pairs = combinations(["startSpecialty", "hospitalRegion"], words);
    expect(pairs).toHaveLength(1 + 4 + 3);
    expect(pairs.every(({startSpecialty, hospitalRegion}) => [startSpecialty, hospitalRegion].includes("all"))).toBe(
      true
    );
  });

  test("of a dependent choice alone are its values for every value of the other, each once", () => {
    expect(combinations(["question"], words)).toEqual([{question: "sex"}, {question: "advice"}, {question: "mri"}]);
    expect(combinations(["measure"], words).map(({measure}) => measure)).toEqual([
      "sex.yes",
      "sex.no",
      "advice.yes",
      "advice.no",
      "mri.yes",
      "mri.no"
    ]);
  });

  test("are none where a choice has no value", () => {
    expect(combinations(["round", "profession"], {...words, rounds: []})).toEqual([]);
  });
});

describe("defaults", () => {
  test("are the first values, of a dependent choice those of the other's default", () => {
    expect(defaults(["round", "question"], words, {})).toMatchObject({round: "1", profession: "gp", question: "sex"});
  });

  test("are the page's own, where they can be chosen", () => {
    expect(
      defaults(["round", "block", "question"], words, {
        round: "2",
        profession: "chiropractor",
        question: "mri",
        block: "x"
      })
    ).toEqual({
      round: "2",
      profession: "chiropractor",
      question: "mri",
      block: "sex"
    });
    expect(defaults(["question"], words, {question: "mri"})).toEqual({profession: "gp", question: "sex"});
  });
});
