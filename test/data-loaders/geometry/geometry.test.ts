import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {csvParse} from "d3-dsv";
import {afterEach, describe, expect, test} from "vitest";
import {geometryOf, keepGeometry} from "../../../data-loaders/geometry/geometry.js";
import {checkout} from "../../support/project.js";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, {recursive: true})));

const listed = csvParse(readFileSync(join(checkout, "data/codelists/municipalities.csv"), "utf8")).filter(
  ({code}) => code !== "0411"
);
const codes = [...new Set(listed.map(({code}) => code!))].sort();

/** A project with the official lists and, where given, boundaries of its own. */
function project(...own: [name: string, content: string][]): string {
  const root = mkdtempSync(join(tmpdir(), "rygatlas-geo-"));
  folders.push(root);
  cpSync(join(checkout, "data/codelists"), join(root, "data/codelists"), {recursive: true});
  cpSync(join(checkout, "data/outlines"), join(root, "data/outlines"), {recursive: true});
  cpSync(join(checkout, "data-loaders/geometry"), join(root, "data-loaders/geometry"), {recursive: true});
  mkdirSync(join(root, "data/geo"));
  for (const [name, content] of own) writeFileSync(join(root, "data/geo", name), content);
  return root;
}

const geometry = (root: string) => geometryOf(root, join(root, "out"));

/** Municipalities as squares, ten in a row; Bornholm's lies apart. */
function squares(corner: (column: number, row: number) => [number, number], [dx, dy]: [number, number]): object[] {
  return codes.map((code, i) => {
    const [x, y] = code === "0400" ? corner(25, 5) : corner(i % 10, Math.floor(i / 10));
    const ring = [
      [x, y],
      [x + dx, y],
      [x + dx, y + dy],
      [x, y + dy],
      [x, y]
    ];
    return {type: "Feature", properties: {kommunekode: code}, geometry: {type: "Polygon", coordinates: [ring]}};
  });
}

const degrees = squares((column, row) => [8 + 0.25 * column, 57 - 0.2 * row], [0.25, 0.2]);
const collection = (features: unknown) => JSON.stringify({type: "FeatureCollection", features});
const own = (features: unknown) => geometry(project(["kommuner.geojson", collection(features)]));

describe("the built-in boundaries", () => {
  const built = geometry(checkout);

  test("are the official 98 municipalities, with the official names", () => {
    expect(built.municipalities.map(({code}) => code)).toEqual(codes);
    expect(new Set(built.municipalities.map(({name}) => name))).toEqual(new Set(listed.map(({name}) => name)));
    expect(built.municipalities.find(({code}) => code === "0430")!.name).toBe("Faaborg-Midtfyn");
  });

  test("weigh at most 80 kB compressed", () => {
    expect(gzipSync(JSON.stringify(built)).length).toBeLessThanOrEqual(80_000);
  });

  test("have lines where regions meet at some time, and nowhere else", () => {
    const between = built.borders.map(({between}) => between.join(" "));
    expect(between).toContain("0630 0766"); // Vejle in Syddanmark, Hedensted in Midtjylland
    expect(between).toContain("0169 0265"); // Høje-Taastrup in Hovedstaden, Roskilde in Sjælland
    expect(between).not.toContain("0101 0147");
    expect(built.borders.every(({path}) => /^M\d/.test(path))).toBe(true);
  });

  test("know that Hovedstaden and Sjælland become one region in 2027", () => {
    const regions = (code: string) => built.municipalities.find((m) => m.code === code)!.regions;
    expect(regions("0101")).toEqual([
      {id: "1084", from: "2007-01-01", to: "2026-12-31"},
      {id: "oestdanmark", from: "2027-01-01", to: ""}
    ]);
    expect(regions("0851")).toEqual([{id: "1081", from: "2007-01-01", to: ""}]);
  });

  test("hold the capital and its suburbs in a stretch of their own", () => {
    const {box, codes} = built.capital;
    expect(codes).toHaveLength(17);
    expect(codes).toEqual(expect.arrayContaining(["0101", "0147", "0155", "0187"]));
    expect(box.width).toBeLessThan(built.width / 5);
  });
});

describe("boundaries of one's own", () => {
  test("in degrees and in UTM 32 replace the built-in, and Bornholm stands in the corner", () => {
    const metres = squares((column, row) => [450_000 + 16_000 * column, 6_390_000 - 22_000 * row], [16_000, 22_000]);
    for (const features of [degrees, metres]) {
      const {municipalities, width, bornholm, source} = own(features);
      expect(municipalities).toHaveLength(98);
      expect(source).toBe("egen grænsefil");
      expect(Math.abs(bornholm.x + bornholm.width - width)).toBeLessThan(20);
    }
  });

  test("are as wide as they are high on the ground", () => {
    // At 56° north a degree of longitude is cos 56° = 0.559 of one of latitude.
    const {municipalities} = own(degrees);
    const numbers = municipalities
      .find(({code}) => code === codes[45])!
      .path.match(/-?\d+/g)!
      .map(Number);
    const xs = [0, numbers[2]!, numbers[2]! + numbers[4]!];
    const ys = [0, numbers[3]!, numbers[3]! + numbers[5]!];
    const ratio = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
    expect(ratio).toBeCloseTo((0.25 * Math.cos((56.1 * Math.PI) / 180)) / 0.2, 1);
  });

  test("may come in several pieces, with codes as numbers and Christiansø beside", () => {
    const [first, ...rest] = degrees as {properties: object; geometry: object}[];
    const more = [
      {...first, properties: {kommunekode: 101}},
      {...first, properties: {kommunekode: "0411"}}
    ];
    expect(own([first, ...rest, ...more]).municipalities).toHaveLength(98);
  });

  test.each(["KOMKODE", "kode", "lau_1", "nr"])("may have the code by the name of public files, %s", (name) => {
    const named = (degrees as {properties: {kommunekode: string}}[]).map((feature) => ({
      ...feature,
      properties: {navn: "x", [name]: Number(feature.properties.kommunekode)}
    }));
    expect(own(named).municipalities).toHaveLength(98);
  });

  test("of great detail are drawn coarser until they weigh 80 kB", () => {
    const detailed = squares((column, row) => [8 + 0.25 * column, 57 - 0.2 * row], [0.25, 0.2]) as {
      geometry: {coordinates: number[][][]};
    }[];
    for (const [i, {geometry}] of detailed.entries()) {
      const [[x, y]] = geometry.coordinates[0] as [[number, number]];
      const round = Array.from({length: 900}, (_, j) => {
        const radius = 0.08 + 0.003 * Math.sin(j * (7 + i)) + 0.002 * Math.cos(j * j);
        return [x + 0.12 + radius * Math.cos((j * Math.PI) / 450), y + 0.1 + radius * Math.sin((j * Math.PI) / 450)];
      });
      geometry.coordinates = [[...round, round[0]!]];
    }
    expect(gzipSync(JSON.stringify(own(detailed))).length).toBeLessThanOrEqual(80_000);
  });

  test("are kept, and given back while nothing changes", () => {
    const root = project(["kommuner.geojson", collection(degrees)]);
    mkdirSync(join(root, "out"));
    const first = geometry(root);
    keepGeometry(join(root, "out"), first);
    expect(geometry(root)).toEqual(first);
    rmSync(join(root, "data/geo/kommuner.geojson"));
    expect(geometry(root).seal).not.toBe(first.seal);
  });
});

describe("refused are boundaries", () => {
  const [first, ...rest] = degrees as {properties: object; geometry: object}[];
  const metersElsewhere = squares((column, row) => [50 * column, 50 * row], [50, 50]);

  test.each<[string, string, RegExp]>([
    ["that are no JSON", "kommuner", /kommuner\.geojson er ikke gyldig JSON; gem grænserne som GeoJSON\./],
    [
      "that are no collection",
      '{"type": "Topology"}',
      /er ikke GeoJSON med kommuner: øverst skulle stå en FeatureCollection/
    ],
    [
      "without codes",
      collection([{...first, properties: {navn: "København"}}]),
      /element 1: egenskaben »kommunekode« mangler \(der står navn\), men skulle være/
    ],
    [
      "of an unknown municipality",
      collection([...rest, {...first, properties: {kommunekode: "9999"}}]),
      /element 98: »9999« er ingen kommune i kodelisten/
    ],
    [
      "that are no areas",
      collection([{...first, geometry: {type: "Point", coordinates: [9, 56]}}]),
      /element 1 \(kommune 0101\): omridset skulle være en Polygon/
    ],
    ["that lack municipalities", collection(rest), /1 af 98 kommuner mangler \(0101\); hent en fil med alle kommuner/],
    [
      "in an unknown system of coordinates",
      collection(metersElsewhere),
      /koordinaterne går fra 0, .* skulle være længde og bredde \(WGS84\) eller meter i UTM-zone 32/
    ]
  ])("%s", (_, content, message) => {
    expect(() => geometry(project(["kommuner.geojson", content]))).toThrow(message);
  });

  test("in two files", () => {
    expect(() => geometry(project(["a.geojson", "{}"], ["b.json", "{}"]))).toThrow(
      /data\/geo indeholder 2 grænsefiler \(a\.geojson, b\.json\)/
    );
  });
});
