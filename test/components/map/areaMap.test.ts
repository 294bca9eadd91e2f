import {beforeEach, describe, expect, test} from "vitest";
import type {AreaMapOptions} from "../../../src/components/map/areaMap.js";
import {areaValue, controlledValue} from "../../../src/components/rows/areaValue.js";
import {shareClasses} from "../../../src/components/map/colorClasses.js";
import {deviationClasses} from "../../../src/components/map/deviationClasses.js";
import {snapshotOf, textsOf} from "../../support/svg.js";
import {evil, openPage} from "../browser.js";
import {controlled, geometry, hidden, share, values} from "./fixtures.js";

const options: AreaMapOptions = {
  geometry,
  title: "Kort",
  day: "2024-06-30",
  colors: shareClasses([82, 88]),
  direction: "high"
};

let areaMap: typeof import("../../../src/components/map/areaMap.js").areaMap;
let miniMap: typeof import("../../../src/components/map/miniMap.js").miniMap;
beforeEach(async () => {
  openPage();
  ({areaMap} = await import("../../../src/components/map/areaMap.js"));
  ({miniMap} = await import("../../../src/components/map/miniMap.js"));
});

const group = (map: Element, area: string) => map.querySelector(`.map-area[data-area="${area}"][role]`)!;
const bordersIn = (map: Element) =>
  [...map.querySelectorAll("g[transform^=scale] .map-border")].map((path) => path.getAttribute("d"));

test.each([900, 360])("colours, stripes, legend and inset, %d pixels wide", (width) => {
  const map = areaMap(values, {...options, width});
  expect(map.getAttribute("aria-label")).toBe("Kort");
  expect(map.outerHTML).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  expect(snapshotOf(map)).toMatchSnapshot();
});

test("a hidden value has the colour of the class that its whole range lies in, else stripes", () => {
  const ranged = (least: number, most: number) =>
    areaValue({...hidden("0400", "Øen", "hidden"), denominator: 40, percent_least: least, percent_most: most});
  const fillOf = (least: number, most: number) => {
    const map = areaMap([...values.filter(({area}) => area !== "0400"), ranged(least, most)], options);
    expect(group(map, "0400").getAttribute("aria-label")).toMatch(/^Øen, skjult, for få, .*\s%, N = 40 patienter$/u);
    return group(map, "0400").getAttribute("fill");
  };
  expect(fillOf(83, 87)).toBe(group(areaMap(values, options), "0147").getAttribute("fill"));
  expect(fillOf(80, 83)).toMatch(/^url/);
});

test("coloured by how far areas lie from the country: the legend has all five classes, with how many lie in each", () => {
  // Limits of chance for 100 patients around 88 %: 80 and 94 at 95 %, 76 and 97 at 99.8 %.
  const rows = [controlled("0101", "Ærø", 98), controlled("0147", "Aabyen", 78), controlled("0810", "Byen", 88)];
  const map = areaMap(
    rows.map((row) => controlledValue(row, 88)),
    {...options, colors: deviationClasses}
  );
  expect(["0101", "0147", "0810"].map((area) => group(map, area).getAttribute("fill"))).toEqual([
    "var(--deviation-5)",
    "var(--deviation-2)",
    "var(--deviation-3)"
  ]);
  expect(group(map, "0400").getAttribute("fill")).toMatch(/^url/);
  expect(group(map, "0147").getAttribute("aria-label")).toMatch(/N = 100 patienter, under 95\u00A0%-grænsen$/);
  expect(textsOf(map)).toEqual(
    expect.arrayContaining([
      "Høj andel er bedst (øverst)",
      "over 99,8\u00A0%-grænsen: klart over landet (1)",
      "over 95\u00A0%-grænsen: muligvis over landet (0)",
      "inden for grænserne: kan være tilfældigt (1)",
      "under 95\u00A0%-grænsen: muligvis under landet (1)",
      "under 99,8\u00A0%-grænsen: klart under landet (0)",
      "ingen tal (1)"
    ])
  );
  expect(snapshotOf(map)).toMatchSnapshot();
});

test("every municipality is said once, with value, interval and N, or why there is none", () => {
  const map = areaMap(values, options);
  const said = [...map.querySelectorAll("[role=img]")].map((area) => area.getAttribute("aria-label"));
  expect(said.sort()).toEqual(
    [
      "Aabyen, 85,0\u00A0% (95 %-interval 80,0–90,0\u00A0%), N = 100 patienter",
      "Byen, 90,0\u00A0% (95 %-interval 85,0–95,0\u00A0%), N = 100 patienter",
      "Ærø, 80,0\u00A0% (95 %-interval 75,0–85,0\u00A0%), N = 100 patienter",
      "Øen, skjult, for få"
    ].sort()
  );
});

test("the classes go from the lightest to the darkest, and the same limits hold for regions", () => {
  const fills = ["0101", "0147", "0810"].map((area) => group(areaMap(values, options), area).getAttribute("fill"));
  expect(fills).toEqual(["var(--map-1)", "var(--map-3)", "var(--map-5)"]);
  const region = areaMap([areaValue(share("1081", "Region Vest", 83))], {...options, level: "region"});
  expect(group(region, "1081").getAttribute("fill")).toBe("var(--map-3)");
  expect(group(region, "1081").querySelectorAll("path")).toHaveLength(2);
});

test("what has no value is striped, what is hidden otherwise than what there is none of, and the legend says how many", () => {
  const rows = [
    hidden("0101", "Ærø", "hidden_secondary"),
    hidden("0147", "Aabyen", "incomplete"),
    hidden("0400", "Øen", "none"),
    share("0810", "Byen", 90)
  ];
  const map = areaMap(rows.map(areaValue), options);
  expect(group(map, "0147").getAttribute("fill")).toMatch(/^url\(#/);
  const stripes = /#([^)]+)/.exec(group(map, "0147").getAttribute("fill")!)![1]!;
  expect(map.querySelector(`pattern[id="${stripes}"]`)).not.toBeNull();
  const fillOf = (area: string) => group(map, area).getAttribute("fill");
  expect(fillOf("0101")).not.toBe(fillOf("0147"));
  expect(fillOf("0400")).toBe(fillOf("0147"));
  expect(textsOf(map)).toEqual(
    expect.arrayContaining(["skjult for at beskytte få personer (1)", "ufuldstændigt (1)", "ingen patienter (1)"])
  );
});

test("an area without a row is striped too", () => {
  const map = areaMap([], options);
  expect(group(map, "0810").getAttribute("aria-label")).toBe("Byen, ingen tal");
});

test.each([
  ["high", /^Høj andel er bedst/],
  ["low", /^Lav andel er bedst/],
  ["none", /^Hverken/]
] as const)("the legend says which way is good: %s", (direction, words) => {
  expect(textsOf(areaMap(values, {...options, direction}))).toContainEqual(expect.stringMatching(words));
});

describe("regions on a day", () => {
  test("are separated by the lines between them, which change in 2027", () => {
    expect(bordersIn(areaMap(values, options))).toEqual(["M500 450l400 0", "M450 0l0 400"]);
    expect(bordersIn(areaMap(values, {...options, day: "2027-01-01"}))).toEqual(["M450 0l0 400"]);
  });

  test("are the areas where the map shows regions", () => {
    const on = (day: string) =>
      [...areaMap([], {...options, level: "region", day}).querySelectorAll("[role=img]")].map((area) =>
        area.getAttribute("data-area")
      );
    expect(on("2026-12-31")).toEqual(["1084", "1085", "1081"]);
    expect(on("2027-01-01")).toEqual(["oestdanmark", "1081"]);
  });
});

test("a name of markup is text and nothing else", () => {
  const map = areaMap([areaValue(share("0810", evil, 90))], {...options, title: evil});
  const again = document.createElement("div");
  again.innerHTML = map.outerHTML;
  expect(again.querySelector("img")).toBeNull();
});

test("the site's rules for browsers allow no style attribute in what is drawn anew", () => {
  expect(areaMap(values, options).innerHTML).not.toMatch(/style="(?!--pixel)/);
});

describe("the small map", () => {
  const small = (id: string) => miniMap({id, name: "Her"}, {geometry, day: "2024-06-30"});

  test("fills a municipality or a whole region", () => {
    expect(small("0810").querySelector(".map-here")!.getAttribute("d")).toBe(geometry.municipalities[3]!.path);
    expect(small("1081").querySelector(".map-here")!.getAttribute("d")).toBe(
      geometry.municipalities[2]!.path + geometry.municipalities[3]!.path
    );
    expect(small("0810").getAttribute("aria-label")).toBe("Kort over Danmark, hvor Her er fremhævet");
  });

  test("puts a ring around one of the capital's", () => {
    expect(small("0101").querySelector(".map-ring")).not.toBeNull();
    expect(small("0810").querySelector(".map-ring")).toBeNull();
  });
});
