import {beforeEach, expect, test} from "vitest";
import {newsList} from "../../../src/components/panels/newsList.js";
import {openPage} from "../browser.js";

beforeEach(() => openPage());

const moved = {
  kind: "moved" as const,
  subject: "Opereret inden for et år",
  sentence: "I hele landet er andelen 13,8 % i 2023/24 mod 15,0 % i 2022/23.",
  address: "register/indikatorer/surgery_within_a_year"
};
const edited = {
  kind: "texts" as const,
  subject: "Definitionen af »Gentagen MR-skanning«",
  sentence: "Definitionen er ændret.",
  address: "register/indikatorer/repeated_mri#definition",
  changes: [{part: "Tæller", before: ["Skannet igen"], after: ["Skannet igen på en anden dag"]}]
};
const said = (items: Parameters<typeof newsList>[0]["items"], since: string | null = "2026-09-01-2") =>
  newsList({since, date: "2026-12-01", notCompared: ["Teksterne er ikke sammenlignet."], items});

test("without a kept release there is one sentence", () => {
  const node = said([], null);
  expect(node.tagName).toBe("P");
  expect(node.textContent).toMatch(/ingen tidligere udgivelse/);
});

test("items stand below the heading of their kind, and each leads to its place", () => {
  const node = said([edited, moved]);
  expect(node.textContent).toContain("udgivelsen den 1. september 2026 (nr. 2); skrevet den 1. december 2026");
  expect(node.textContent).toContain("Teksterne er ikke sammenlignet.");
  expect(node.querySelectorAll("h2")).toHaveLength(2);
  const links = Array.from(
    node.querySelectorAll<HTMLAnchorElement>("li > a"),
    ({href}) => href.split("/indikatorer/")[1]
  );
  expect(links).toEqual(["surgery_within_a_year", "repeated_mri#definition"]);
});

test("an edited text says what it said, and what it says now", () => {
  const node = said([edited]);
  expect(node.querySelector("del")!.textContent).toBe("Før: Skannet igen");
  expect(node.querySelector("ins")!.textContent).toBe("Nu: Skannet igen på en anden dag");
});

test("nothing new is said to be nothing", () => {
  expect(said([]).textContent).toContain("Der er intet nyt siden udgivelsen den 1. september 2026");
});
