import {beforeEach, expect, test} from "vitest";
import {dictionarySearch} from "../../../src/components/inputs/dictionarySearch.js";
import {openPage} from "../browser.js";

let form: ReturnType<typeof dictionarySearch>;
const shown = () =>
  Array.from(document.querySelectorAll<HTMLElement>(".dictionary dl > div:not([hidden])"), ({id}) => id);
const seek = (text: string) => {
  const field = form.querySelector("input")!;
  field.value = text;
  field.dispatchEvent(new window.Event("input"));
};

beforeEach(() => {
  openPage();
  const word = (id: string, meaning: string, english: string) =>
    `<div id="${id}"><dt><code>${id}</code></dt><dd>${meaning}</dd><dd lang="en">${english}</dd><dd class="dictionary-pages">Bruges på: Alder</dd></div>`;
  document.body.innerHTML = `<section class="dictionary"><h2>A</h2><section><h3>Svar</h3><dl>${word("n", "Antal", "Number")}${word("low", "Nedre grænse", "Lower limit")}</dl></section>
    <section><h3>Øvrige</h3><dl>${word("age", "Ålder", "Age")}</dl></section></section><section class="dictionary"><h2>Tom</h2><section><h3>T</h3><dl>${word("x", "Andet", "Other")}</dl></section></section>`;
  form = dictionarySearch(document);
});

test("shows every word until something is sought", () => {
  expect(shown()).toEqual(["n", "low", "age", "x"]);
  expect(form.querySelector("[role=status]")!.textContent).toBe("4 ord");
});

test("finds by name, by meaning in either language and by what a word stands under, with every word sought", () => {
  const found = (text: string) => (seek(text), shown());
  expect(found("LOWER")).toEqual(["low"]);
  expect(found("nedre lim")).toEqual(["low"]);
  expect(found("svar number")).toEqual(["n"]);
  expect(found("ålder")).toEqual(["age"]);
  // The pages that use a word are no meaning of it.
  expect(found("alder")).toEqual([]);
});

test("folds away what is then empty, and says how many are left", () => {
  seek("antal");
  expect(Array.from(document.querySelectorAll<HTMLElement>("section.dictionary"), ({hidden}) => hidden)).toEqual([
    false,
    true
  ]);
  expect(form.querySelector("[role=status]")!.textContent).toBe("1 af 4 ord passer.");
  seek("findes ikke");
  expect(form.querySelector("[role=status]")!.textContent).toBe("Intet ord passer.");
  seek("");
  expect(shown()).toHaveLength(4);
});
