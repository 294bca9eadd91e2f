import {describe, expect, test} from "vitest";
import {find} from "../../../../publish/search/client/find.js";
import {howMany} from "../../../../publish/search/client/search.js";
import type {PageText} from "../../../../publish/pages/pageText.js";
import {searchIndex} from "../../../../publish/search/searchIndex.js";

const blank = {
  description: "",
  keywords: "",
  headings: "",
  figures: "",
  places: [],
  text: "",
  choices: [],
  listed: true
};
const page = (path: string, parts: Partial<PageText>): PageText => ({
  ...blank,
  path: `${path}.html`,
  title: path,
  ...parts
});

const index = searchIndex(
  [
    page("index", {title: "Overblik", text: "Mennesker med lænderygsmerter hos praktiserende læger."}),
    page("audit/haandtering", {
      title: "Håndtering på tværs",
      headings: "Håndtering på tværs",
      text: "Råd om egenhåndtering."
    }),
    page("audit/udstraaling", {title: "Svært påvirkede", text: "Klinisk mistanke om rodtryk. Håndtering."}),
    page("audit/variation", {title: "Variation", choices: ["measure"]}),
    page("kommune/odense", {title: "Kommune", text: "Rygsøjlegigtbehandling."}),
    page("kommune/aarhus", {title: "Kommune", text: "Rygsøjlegigtpatient."}),
    page("404", {title: "Rodtryk", listed: false})
  ],
  (choices) => (choices.includes("measure") ? "Følelsesmæssig påvirkning" : "")
);
const found = (typed: string) => find(index, typed).map(({address}) => address);

test.each([
  ["part of a compound", "rygsmerter", [""]],
  ["a compound's last part", "håndtering", ["audit/haandtering", "audit/udstraaling"]],
  ["without Danish letters", "haandtering", ["audit/haandtering", "audit/udstraaling"]],
  ["misspelt", "rodtyrk", ["audit/udstraaling"]],
  ["what only a choice says", "følelsesmæssig", ["audit/variation"]],
  ["the end of an address", "Århus", ["kommune/aarhus"]],
  ["long words that begin alike", "rygsøjlegigtpatient", ["kommune/aarhus"]],
  ["their common beginning", "rygsøjle", ["kommune/aarhus", "kommune/odense"]],
  ["every word on one page", "mistanke om rodtryk", ["audit/udstraaling"]],
  ["no page with every word: the most of them", "mistanke rodtryk scanner", ["audit/udstraaling"]],
  ["nothing", "xylofon", []],
  ["no word", "?", []]
])("%s: %s", (_, typed, addresses) => expect(found(typed)).toEqual(addresses));

test("pages of one title are distinguished", () => {
  expect(find(index, "kommune").map(({title}) => title)).toEqual(["Kommune: odense", "Kommune: aarhus"]);
});

describe("many pages made from one template", () => {
  const template = "register/omraade/[kode].md";
  const names = ["Aabenraa Kommune", "Ærø Kommune", ...Array.from({length: 30}, (_, i) => `Nr${i} Kommune`)];
  const many = searchIndex([
    ...names.map((title, i) =>
      page(`register/omraade/${i}`, {title, description: `Om ${title}`, text: "Operation og medicin", template})
    ),
    page("register/omraade/index", {title: "Områder", text: "Aabenraa Kommune, Ærø Kommune, operation"}),
    page("register/indikatorer/a", {title: "Operation", text: "Operation", template: "register/indikatorer/[id].md"})
  ]);
  const found = (typed: string) => find(many, typed).map(({title}) => title);

  test.each([
    ["by their names, however spelt", "Åbenrå", ["Aabenraa Kommune", "Områder"]],
    ["by a name with what they have in common", "ærø kommune", ["Ærø Kommune", "Områder"]],
    ["in the genitive", "Aabenraas", ["Aabenraa Kommune", "Områder"]]
  ])("are found %s", (_, typed, titles) => expect(found(typed)).toEqual(titles));

  test("give way when what was typed distinguishes none of them", () => {
    expect(found("kommune")).toEqual(["Områder"]);
    expect(found("operation")).toEqual(["Operation", "Områder"]);
    expect(found("medicin")).toEqual([]);
  });

  test("are all found when there is nothing else", () => expect(found("nr")).toHaveLength(30));
});

test("a page that asks to be left out is in no index", () => {
  expect(index.pages.map(({address}) => address)).not.toContain("404");
});

test("words of the language's own machinery are words like others", () => {
  expect(found("constructor")).toEqual([]);
  expect(find(searchIndex([page("a", {text: "constructor __proto__ toString"})]), "constructor")).toHaveLength(1);
});

test.each([
  [0, "Ingen sider fundet"],
  [1, "1 side fundet"],
  [1234, "1.234 sider fundet"]
])("%i: %s", (pages, said) => expect(howMany(pages)).toBe(said));
