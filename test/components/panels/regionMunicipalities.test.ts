import {beforeEach, expect, test} from "vitest";
import {foldedRegions, regionMunicipalities} from "../../../src/components/panels/regionMunicipalities.js";
import type {Area} from "../../../src/domain/areas.js";
import {openPage} from "../browser.js";

const areas: Area[] = [
  {type: "country", id: "country", name: "Hele landet"},
  {type: "region", id: "1083", name: "Syddanmark"},
  {type: "region", id: "1081", name: "Nordjylland"},
  {type: "municipality", id: "0461", name: "Odense", region: "1083"},
  {type: "municipality", id: "0492", name: "Ærø", region: "1083"},
  {type: "municipality", id: "0561", name: "Esbjerg", region: "1083"},
  {type: "municipality", id: "0851", name: "Aalborg", region: "1081"},
  {type: "municipality", id: "unknown", name: "ukendt", region: "unknown"}
];
const links = (within: Element) =>
  [...within.querySelectorAll("a")].map((link) => `${link.textContent} ${link.getAttribute("href")}`);

beforeEach(() => void openPage());

test("a region's municipalities by Danish alphabet, and nobody else's", () => {
  const list = regionMunicipalities(areas[1]!, areas);
  expect(list.querySelector("h2")!.textContent).toBe("Kommuner i Region Syddanmark");
  expect(links(list)).toEqual(["Esbjerg ./0561", "Odense ./0461", "Ærø ./0492"]);
});

test("every region is folded, and leads to itself and its municipalities", () => {
  const [first, second, ...more] = [...foldedRegions(areas).querySelectorAll("details")];
  expect(more).toEqual([]);
  expect(first!.open).toBe(false);
  expect(links(first!)).toEqual(["Hele Region Nordjylland ./1081", "Aalborg ./0851"]);
  expect(links(second!)).toHaveLength(4);
});
