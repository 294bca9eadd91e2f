import fc from "fast-check";
import {expect, test} from "vitest";
import {soughtWords, tellingWords, wordsOf} from "../../../publish/search/words.js";
import {fold} from "../../../src/components/words/fold.js";

test.each([
  ["Håndtering", "haandtering"],
  ["haandtering", "haandtering"],
  ["RYGSØJLE", "rygsoejle"],
  ["lænd", "laend"],
  // Å in two characters, as some systems write file names and some people paste.
  ["A\u030Arhus", "aarhus"],
  ["idé", "ide"],
  ["Ödegård", "oedegaard"]
])("%s is known as %s", (word, known) => expect(fold(word)).toBe(known));

test("folding twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({unit: "grapheme"}), (word) => fold(fold(word)) === fold(word)),
    {examples: [["Ǽ"], ["Ǻ"], ["ǿ"], ["İ"]]}
  );
});

test("words are parted where letters and digits are", () => {
  expect(wordsOf("MR-scanning (95 %-interval): »rodtryk«")).toEqual(["mr", "scanning", "95", "interval", "rodtryk"]);
});

test("common words weigh nothing", () => {
  expect(tellingWords("Alder og køn på tværs af rygcentret")).toEqual(["alder", "koen", "tvaers", "rygcentret"]);
  expect(soughtWords("hvad er rodtryk")).toEqual(["rodtryk"]);
  expect(soughtWords("på")).toEqual(["paa"]);
  expect(soughtWords("  …  ")).toEqual([]);
});
