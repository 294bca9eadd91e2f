import {beforeEach, expect, test, vi} from "vitest";
import {aboutNumbers, type Origin} from "../../../src/components/dom/aboutNumbers.js";
import {evil, openPage} from "../browser.js";

beforeEach(() => {
  openPage();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const main = () => document.querySelector("#observablehq-main")!;
const drawn = (id: string, origin: Partial<Origin> = {}) => {
  const node = document.createElement("figure");
  main().append(node);
  aboutNumbers(id, node, {title: id, source: "auditten", seal: "a1b2c3", synthetic: true, sql: "SELECT 1", ...origin});
  return node;
};
const about = () => main().querySelector(".about-numbers");
const texts = (selector: string) => Array.from(main().querySelectorAll(selector), (node) => node.textContent);

test("two figures of one source and one query: the badge, the seal and the query stand once, at the page's ends", () => {
  drawn("en");
  drawn("to");
  vi.runAllTimers();
  expect(texts(".page-badge")).toEqual(["Syntetiske data"]);
  expect(main().firstElementChild!.className).toContain("page-badge");
  expect(main().lastElementChild).toBe(about());
  expect(texts("li")).toEqual(["Kilde: auditten. Segl: a1b2c3."]);
  expect(texts("details p")).toEqual(["Bag »en«, »to«:"]);
  expect(texts("pre")).toEqual(["SELECT 1"]);
});

test("what is of real data has no badge, and what is of both says that a part is made up", () => {
  drawn("en", {synthetic: false, source: "egne udtræk"});
  vi.runAllTimers();
  expect(texts(".page-badge, .about-numbers strong")).toEqual([]);
  drawn("to");
  vi.runAllTimers();
  expect(about()!.textContent).toContain("En del af tallene er regnet ud af et opdigtet datasæt");
});

test("a new choice takes the query of the figure before it away, and leaves the queries open", () => {
  const before = drawn("en", {sql: "SELECT 1"});
  vi.runAllTimers();
  about()!.querySelector("details")!.open = true;
  drawn("en", {sql: "SELECT 2"});
  before.remove();
  vi.runAllTimers();
  expect(texts("pre")).toEqual(["SELECT 2"]);
  expect(about()!.querySelector("details")!.open).toBe(true);
});

test("sources stand in the order of their figures, whichever was ready first", () => {
  const second = drawn("to", {source: "registrene"});
  const first = drawn("en", {source: "auditten"});
  main().insertBefore(first, second);
  vi.runAllTimers();
  expect(texts("li")).toEqual(["Kilde: auditten. Segl: a1b2c3.", "Kilde: registrene. Segl: a1b2c3."]);
  expect(texts("details p")).toEqual(["Bag »en«, »to«:"]);
});

test("markup in titles and queries is inert", () => {
  drawn("en", {title: evil, source: evil, sql: evil});
  vi.runAllTimers();
  expect(main().querySelector("img")).toBeNull();
  expect(texts("pre")).toEqual([evil]);
});
