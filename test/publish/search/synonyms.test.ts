import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {find} from "../../../publish/search/client/find.js";
import {searchIndex} from "../../../publish/search/searchIndex.js";
import {readSynonyms, synonymsIn} from "../../../publish/search/synonyms.js";

const groups = readSynonyms();
const blank = {description: "", keywords: "", headings: "", figures: "", places: [], choices: [], listed: true};
const index = searchIndex(
  [
    {...blank, path: "mr.html", title: "Henvist til MR-scanning", text: ""},
    {...blank, path: "medicin.html", title: "Medicin", text: "Recept på NSAID, og på opioider."},
    {...blank, path: "kommune.html", title: "Københavns Kommune", text: "Om København."},
    {...blank, path: "cases.html", title: "Case nummer 5", text: "Mistanke om cauda equina; STarT Back."},
    {...blank, path: "diskretion.html", title: "Diskretion", text: "Intet CPR-nummer forlader huset."}
  ],
  () => "",
  groups
);

test.each([
  ["MR-skanning", "mr"],
  ["MR-scanning", "mr"],
  ["morfin", "medicin"],
  ["gigtpiller", "medicin"],
  ["Kbh", "kommune"],
  ["cauda equina", "cases"],
  ["STarT Back", "cases"],
  ["personnummer", "diskretion"]
])("»%s« finds the one page it is about", (typed, address) =>
  expect(find(index, typed).map((page) => page.address)).toEqual([address])
);

test("a phrase counts whole only, and what a text says itself is not added", () => {
  expect(synonymsIn("Ryg og back.", [["start back", "sbt"]])).toEqual([]);
  expect(synonymsIn("STarT Back", [["start back", "sbt"]])).toEqual(["sbt"]);
});

test("a file that is no list of words is refused with what was expected", () => {
  const path = join(mkdtempSync(join(tmpdir(), "synonyms-")), "synonyms.yaml");
  writeFileSync(path, "- [alene]\n");
  expect(() => readSynonyms(path)).toThrow("mindst to ord, der betyder det samme");
});
