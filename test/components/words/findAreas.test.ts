import {expect, test} from "vitest";
import {findAreas} from "../../../src/components/words/findAreas.js";

const areas = [
  "Syddanmark",
  "Odense",
  "Nordfyns",
  "København",
  "Aabenraa",
  "Ærø",
  "Faaborg-Midtfyn",
  "Høje-Taastrup"
].map((name) => ({name}));

test.each([
  ["in any case", "ODENSE", ["Odense"]],
  ["the beginning of the name", "ode", ["Odense"]],
  ["the beginning of its second word", "midt", ["Faaborg-Midtfyn"]],
  ["both words", "høje tåstrup", ["Høje-Taastrup"]],
  ["no fragment from within a word", "fyn", []],
  ["å for aa", "Åbenrå", ["Aabenraa"]],
  ["ae for æ, oe for ø", "aeroe", ["Ærø"]],
  ["plain letters for Danish ones", "kobenhavn", ["København"]],
  ["the genitive", "Odenses", ["Odense"]],
  ["the name of a kind with it", "Region Syddanmark", ["Syddanmark"]],
  ["a kind before the name", "Nordfyns Kommune", ["Nordfyns"]],
  ["a kind alone", "kommune", []],
  ["nothing", " ", []]
])("%s: %s", (_, typed, names) => expect(findAreas(areas, typed).map(({name}) => name)).toEqual(names));

test("by Danish alphabet, and names that begin so before others that do within", () => {
  const named = ["Høje-Sandby", "Ørsted", "Sæby", "Sandby"].map((name) => ({name}));
  expect(findAreas(named, "s").map(({name}) => name)).toEqual(["Sandby", "Sæby", "Høje-Sandby"]);
});
