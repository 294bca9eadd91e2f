import {beforeEach, expect, test} from "vitest";
import type {Geometry} from "../../../data-loaders/geometry/geometry.js";
import {placeInput} from "../../../src/components/inputs/placeInput.js";
import type {Area} from "../../../src/domain/areas.js";
import {openPage} from "../browser.js";

const areas: Area[] = [
  {type: "country", id: "country", name: "Hele landet"},
  {type: "region", id: "1083", name: "Syddanmark"},
  {type: "municipality", id: "0461", name: "Odense", region: "1083"},
  {type: "municipality", id: "0561", name: "Esbjerg", region: "1083"}
];
const geometry = {
  width: 100,
  height: 100,
  municipalities: [
    {code: "0461", name: "Odense", path: "M0 0h1v1z", regions: [{id: "1083", from: "2007-01-01", to: ""}]},
    {code: "0561", name: "Esbjerg", path: "M2 0h1v1z", regions: [{id: "1083", from: "2007-01-01", to: ""}]}
  ],
  regions: [],
  borders: []
} as unknown as Geometry;

let events: number;
function open(search = "") {
  openPage(`http://localhost/${search}`);
  const input = placeInput({
    areas,
    professions: [{id: "gp", label: "Praktiserende læger"}],
    geometry: Promise.resolve(geometry),
    day: "2024-06-30"
  });
  document.body.append(input);
  input.addEventListener("input", () => events++);
  return input;
}
const field = () => document.querySelector<HTMLInputElement>("input[type=search]")!;
const type = (text: string) => {
  field().value = text;
  field().dispatchEvent(new Event("change"));
};

beforeEach(() => void (events = 0));

test.each([
  ["Odense Kommune", "0461"],
  ["odense", "0461"],
  ["esb", "0561"],
  ["region syddanmark", "1083"]
])("»%s« is found, stands in the address and in the field", (text, id) => {
  const input = open("?runde=2");
  type(text);
  expect(input.value).toEqual({area: id, profession: ""});
  expect(location.search).toBe(`?runde=2&omraade=${id}`);
  expect(events).toBe(1);
});

test("what is no name is said, and changes nothing", () => {
  const input = open();
  type("Odder Å");
  expect(input.value.area).toBe("country");
  expect(document.querySelector("[role=status]")?.textContent).toBe("Ingen region eller kommune hedder sådan.");
  expect(events).toBe(0);
});

test("an area and a profession set each other back, and the whole country is one press away", () => {
  const input = open("?omraade=0461");
  expect(input.value).toEqual({area: "0461", profession: ""});
  expect(field().value).toBe("Odense Kommune");
  document.querySelector<HTMLButtonElement>("[data-profession=gp]")!.click();
  expect(input.value).toEqual({area: "country", profession: "gp"});
  expect(location.search).toBe("?fag=gp");
  document.querySelector<HTMLButtonElement>(".place-country")!.click();
  expect(input.value).toEqual({area: "country", profession: ""});
  expect(location.search).toBe("");
});

test("an address that names no area is the country's", () => {
  expect(open("?omraade=9999&fag=dentist").value).toEqual({area: "country", profession: ""});
});

test("the map marks the area, or the municipalities of the region, and can be pointed at", async () => {
  const input = open("?omraade=1083");
  await Promise.resolve();
  expect(document.querySelectorAll(".place-map path.here")).toHaveLength(2);
  document
    .querySelector(".place-map path[data-area='0561']")!
    .dispatchEvent(new window.Event("click", {bubbles: true}));
  expect(input.value.area).toBe("0561");
  expect(document.querySelectorAll(".place-map path.here")).toHaveLength(1);
});
