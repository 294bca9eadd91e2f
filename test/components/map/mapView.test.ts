import {beforeEach, expect, test, vi} from "vitest";
import {geometry, values} from "./fixtures.js";
import {openPage} from "../browser.js";

let view: HTMLElement;
let chart: HTMLElement;
let sheet: {text: string};
/** Makes the map one whose areas lead somewhere. */
let leading: () => void;

beforeEach(async () => {
  vi.resetModules();
  const page = openPage();
  sheet = {text: ""};
  // jsdom has no style sheets of its own making.
  const Sheet = class {
    replaceSync(text: string) {
      sheet.text = text;
    }
  };
  Object.assign(globalThis, {CSSStyleSheet: Sheet, CSS: {escape: (text: string) => text}});
  Object.defineProperty(page.window.document, "adoptedStyleSheets", {value: []});
  const {areaMap} = await import("../../../src/components/map/areaMap.js");
  const {mapView} = await import("../../../src/components/map/mapView.js");
  const {shareClasses} = await import("../../../src/components/map/colorClasses.js");
  const made = (link?: (area: string) => string) =>
    mapView(
      (width, to) =>
        areaMap(values, {
          link: to,
          geometry,
          title: "Kort",
          width,
          day: "2024-06-30",
          colors: shareClasses([82, 88]),
          direction: "high"
        }),
      values,
      "Kort",
      link
    );
  view = made();
  leading = () => {
    view.replaceWith((view = made((code) => `./${code}`)));
  };
  chart = document.createElement("div");
  chart.setAttribute("data-area", "0810");
  document.querySelector("main")!.append(view, chart);
});

const area = (code: string) => view.querySelector<SVGElement>(`.map-area[data-area="${code}"][role]`)!;
const tip = () => view.querySelector<HTMLElement>(".map-tip")!;
const point = (at: Element) => at.dispatchEvent(new Event("pointerover", {bubbles: true}));
const press = (key: string) => {
  const event = new (document.defaultView as unknown as {KeyboardEvent: typeof KeyboardEvent}).KeyboardEvent(
    "keydown",
    {key, bubbles: true, cancelable: true}
  );
  document.activeElement!.dispatchEvent(event);
};

test("the pointer on a municipality names it with value, interval and N, and marks it wherever it is", () => {
  point(area("0810").querySelector("path")!);
  expect(tip().hidden).toBe(false);
  expect([...tip().children].map((line) => line.textContent)).toEqual([
    "Byen",
    "90,0\u00A0% (95 %-interval 85,0–95,0\u00A0%)",
    "N = 100 patienter"
  ]);
  expect(sheet.text).toBe('[data-area="0810"] { --linked: 1; --mark: var(--map-mark); }');
  point(document.body);
  expect(tip().hidden).toBe(true);
  expect(sheet.text).toBe("");
});

test("pointing at another chart's mark names the area on the map", () => {
  point(chart);
  expect(tip().querySelector("strong")!.textContent).toBe("Byen");
});

test("the map is one stop on the way, and Page Down goes by the alphabet, round and round", () => {
  const stops = () => [...view.querySelectorAll("[tabindex='0']")];
  expect(stops()).toHaveLength(1);
  area("0147").focus();
  const met = Array.from({length: 4}, () => {
    const code = document.activeElement!.getAttribute("data-area");
    press("PageDown");
    return code;
  });
  // Byen, Ærø, Øen and Aabyen: Danish writes å, and its older form aa, last.
  expect(new Set(met).size).toBe(4);
  expect(document.activeElement!.getAttribute("data-area")).toBe(met[0]);
  expect(stops()).toEqual([document.activeElement]);
});

test("Home and End go to the first and the last name, and focus names the area", () => {
  area("0147").focus();
  press("Home");
  expect(document.activeElement).toBe(area("0810"));
  expect(tip().querySelector("strong")!.textContent).toBe("Byen");
  press("End");
  expect(document.activeElement).toBe(area("0147"));
});

test("Escape takes away the name of the area", () => {
  area("0810").focus();
  expect(tip().hidden).toBe(false);
  press("Escape");
  expect(tip().hidden).toBe(true);
});

test("a hidden municipality is described in words", () => {
  point(area("0400"));
  expect(tip().textContent).toBe("Øenskjult, for få");
});

test("areas are links where they lead somewhere, and pictures where they do not", () => {
  expect([area("0810").localName, area("0810").getAttribute("role")]).toEqual(["g", "img"]);
  expect(view.querySelector("input")).toBeNull();
  leading();
  expect([area("0810").localName, area("0810").getAttribute("role")]).toEqual(["a", "link"]);
  expect(area("0810").getAttribute("href")).toBe("./0810");
  expect(view.querySelectorAll("a.map-area[tabindex='0']")).toHaveLength(1);
});

test("a finger's first tap on an area stays, and its second goes; a pointer's click goes at once", () => {
  leading();
  const click = (code: string, pointerType: string) => {
    area(code).dispatchEvent(Object.assign(new Event("pointerdown", {bubbles: true}), {pointerType}));
    const event = new Event("click", {bubbles: true, cancelable: true});
    area(code).dispatchEvent(event);
    return event.defaultPrevented ? "stays" : "goes";
  };
  expect(click("0810", "touch")).toBe("stays");
  expect(click("0147", "touch")).toBe("stays");
  expect(click("0147", "touch")).toBe("goes");
  expect(click("0810", "mouse")).toBe("goes");
});

test("an area that is searched for is named and marked on the map", () => {
  leading();
  const input = view.querySelector("input")!;
  input.value = "byen";
  input.dispatchEvent(new Event("input", {bubbles: true}));
  expect(tip().querySelector("strong")!.textContent).toBe("Byen");
  expect(sheet.text).toContain('[data-area="0810"]');
});
