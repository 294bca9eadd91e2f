import {describe, expect, test} from "vitest";
import {closeFit, lettersWrong, looseFit} from "../../../../publish/search/client/fit.js";

describe("close fits", () => {
  test.each([
    ["the word itself", "rodtryk", "rodtryk"],
    ["its beginning", "ryg", "rygsmerter"],
    ["the end of a compound", "rygsmerter", "laenderygsmerter"],
    ["the middle of a compound", "smerte", "rygsmertepatient"],
    ["another ending", "henvisninger", "henvisningen"],
    ["another ending, in a compound", "smerterne", "laenderygsmerter"]
  ])("%s: %s in %s", (_, sought, word) => expect(closeFit(sought, word)).toBeGreaterThan(0.3));

  test("the whole word fits best, then the beginning, the end and the middle", () => {
    const fits = ["smerter", "smerterne", "rygsmerter", "rygsmerterne"].map((word) => closeFit("smerter", word));
    expect(fits).toEqual(fits.toSorted((a, b) => b - a));
    expect(new Set(fits).size).toBe(4);
  });

  test("short pieces inside words are no fit", () => {
    expect(closeFit("er", "smerter")).toBe(0);
    expect(closeFit("ter", "patientens")).toBe(0);
  });

  test("long words that begin alike are distinguished", () => {
    expect(closeFit("rygsoejlegigtbehandling", "rygsoejlegigtpatient")).toBe(0);
  });
});

describe("loose fits", () => {
  test.each([
    ["a wrong letter", "laenderigsmerter", "laenderygsmerter"],
    ["a letter too few", "varation", "variation"],
    ["two letters swapped", "smetrer", "smerter"],
    ["a in the place of å", "handtering", "haandtering"],
    ["misspelt, in a compound", "haandterng", "egenhaandtering"],
    ["a compound of which the page has the last part", "mrscanning", "scanning"]
  ])("%s: %s for %s", (_, sought, word) => expect(looseFit(sought, word)).toBeGreaterThan(0));

  test.each([
    ["mri", "mre"],
    ["knae", "hofte"],
    ["operation", "opfoelgning"],
    ["kiropraktor", "kir"]
  ])("%s is not %s", (sought, word) => expect(looseFit(sought, word)).toBe(0));
});

test("letters are counted once each", () => {
  expect(lettersWrong("abc", "abc")).toBe(0);
  expect(lettersWrong("abc", "xxabcxx")).toBe(0);
  expect(lettersWrong("acb", "abc")).toBe(1);
  expect(lettersWrong("abdc", "abc")).toBe(1);
  expect(lettersWrong("", "abc")).toBe(0);
});
