import {expect, test} from "vitest";
import {pageFooter} from "../../../publish/framework/footer.js";
import type {ParameterPage} from "../../../publish/pages/parameterPage.js";

const page = (address: string, name: string): ParameterPage => ({
  address,
  template: address.replace(/\w+$/, "[id].md"),
  name,
  params: {},
  words: {}
});
const made = [
  page("fag/gp", "Læger & co."),
  page("omraade/0580", "Aabenraa Kommune"),
  page("fag/chiropractor", "Kiropraktorer"),
  page("fag/nurse", "Sygeplejersker")
];
const links = (path: string) =>
  Array.from(
    pageFooter({path}, made).matchAll(/<a rel="(\w+)" href="([^"]+)"><span>([^<]+)/g),
    ([, ...parts]) => parts
  );

test("a page made from a template leads to the one before and the one after, and to none of another template", () => {
  expect(links("/fag/gp")).toEqual([["next", "/fag/chiropractor", "Kiropraktorer"]]);
  expect(links("/fag/chiropractor")).toEqual([
    ["prev", "/fag/gp", "Læger &amp; co."],
    ["next", "/fag/nurse", "Sygeplejersker"]
  ]);
  expect(links("/fag/nurse")).toEqual([["prev", "/fag/chiropractor", "Kiropraktorer"]]);
});

test("other pages are left to Framework's pager", () => {
  expect(pageFooter({path: "/audit/variation"}, made)).toBe("Rygatlas: kvaliteten af rygbehandling i Danmark.");
});

test.each([
  ["ryg@region.example", "mailto:ryg@region.example"],
  ["https://region.example/skriv?om=ryg&til=os", "https://region.example/skriv?om=ryg&amp;til=os"]
])("whoever is answerable for the data can be written to at %s", (contact, href) => {
  expect(pageFooter({path: "/metode/"}, made, contact)).toMatch(
    new RegExp(`<a href="${href.replace("?", "\\?")}">Skriv til den dataansvarlige</a>$`)
  );
});
