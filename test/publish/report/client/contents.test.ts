import {beforeEach, expect, test} from "vitest";
import {numberFigures, writeContents, writePages} from "../../../../publish/report/client/contents.js";
import {openPage} from "../../../components/browser.js";

const figure = (title: string) => `<figure class="figure"><div class="figure-head"><h3>${title}</h3></div></figure>`;
const contents = () => document.querySelector("nav")!;

beforeEach(() => {
  openPage();
  document.body.innerHTML = `<nav></nav>
    <section class="chapter" id="kapitel-1"><h1>Diagnoser</h1><h2 id="a">Afsnit</h2>${figure("Kort")}${figure("Tragt")}</section>
    <section class="chapter" id="kapitel-2"><h1>Metode</h1><h2 id="d2-ord">Ordene</h2></section>`;
  numberFigures(document);
  writeContents(document, contents());
});

test("figures are numbered through the report", () => {
  expect(Array.from(document.querySelectorAll("figure"), ({id, textContent}) => [id, textContent])).toEqual([
    ["figur-1", "Figur 1. Kort"],
    ["figur-2", "Figur 2. Tragt"]
  ]);
});

test("a chapter lists its figures, or its sections where it has none, and each line is a link", () => {
  expect(Array.from(contents().querySelectorAll("a"), (link) => [link.hash, link.firstChild!.textContent])).toEqual([
    ["#kapitel-1", "Diagnoser"],
    ["#figur-1", "Figur 1. Kort"],
    ["#figur-2", "Figur 2. Tragt"],
    ["#kapitel-2", "Metode"],
    ["#d2-ord", "Ordene"]
  ]);
});

test("pages are written where they are known", () => {
  writePages(contents(), {"kapitel-1": 3, "figur-1": 3, "figur-2": 4, "kapitel-2": 5});
  expect(Array.from(contents().querySelectorAll(".page"), (page) => page.textContent)).toEqual([
    "3",
    "3",
    "4",
    "5",
    ""
  ]);
});
