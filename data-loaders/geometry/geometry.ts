import {christiansoe} from "../../src/domain/areas.js";
import {existsSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {readCodelists, type Codelists} from "../ground/codelists.js";
import {filesBelow, hashSources} from "../engine/seal.js";
import {bordersBetween} from "./borders.js";
import {ownFile, ownShapes, shapesOf} from "./outlines.js";
import {lineText, ringsText} from "./pathText.js";
import {inPlane, scaledTo, withBornholmMoved} from "./plane.js";
import {boxOf, centreOf, meets, type Box, type Point, type Shape} from "./shape.js";
import {simplifyRings} from "./simplify.js";

/** Dates are `yyyy-mm-dd`; an empty one is open. */
interface Validity {
  from: string;
  to: string;
}

/** What a map of Denmark is drawn from. Places are whole numbers, y growing downwards; paths are SVG's. */
export interface Geometry {
  /** What it was made from: the outlines, the code lists and the code. */
  seal: string;
  /** Who drew the outlines, in Danish. */
  source: string;
  width: number;
  height: number;
  regions: ({id: string; name: string} & Validity)[];
  /** By code. */
  municipalities: {
    code: string;
    name: string;
    /** Those it lies in, one after the other. */
    regions: ({id: string} & Validity)[];
    path: string;
    /** Where its name has most room. */
    centre: Point;
  }[];
  /** The lines between municipalities that at some time lie in different regions. */
  borders: {between: [code: string, code: string]; path: string}[];
  /** Bornholm, moved to where it is shown. */
  bornholm: Box;
  /**
   * The capital's small municipalities, to be shown larger: the stretch of the map, them, and
   * the others that reach into it.
   */
  capital: {box: Box; codes: string[]; around: string[]};
}

const fileName = "geometry.json";
const width = 10_000;

/**
 * Left out when drawn: what is smaller than a quarter of a pixel on a map 600 pixels wide;
 * less where it is shown larger.
 */
const tolerance = 4;
const tolerances = {tolerance, islet: 100};
const capitalTolerances = {tolerance: 1, islet: 20};

/** The outlines that come with the project; Bornholm already stands as an inset. */
const builtInFile = "data/outlines/municipalities.geojson";

/** Who drew the outlines, and how far apart neighbours may lie once simplified, as a share of the map's width. */
const builtIn = {source: "react-denmark-map 1.0.0 (MIT)", gap: 0.011};
const own = {source: "egen grænsefil", gap: 0.002};

/** Codes of the capital and its suburbs, the official districts Byen København and Københavns omegn. */
const isCapital = (code: string) => code >= "0101" && code <= "0187";

/**
 * The most the outlines may weigh, compressed: 80 kB is for the whole, with names, codes and the lines between regions.
 */
const heaviest = 65_000;

/**
 * The geometry of a project: of the analyst's own boundaries in `data/geo`, else of the built-in ones.
 * @param out where one was kept before; it is given back when it is still today's
 * @throws Refusal when the own boundaries or a code list cannot be used
 */
export function geometryOf(root: string, out: string): Geometry {
  const codelists = readCodelists(join(root, "data/codelists"));
  const ownOutlines = ownFile(join(root, "data/geo"));
  const file = ownOutlines ?? join(root, builtInFile);
  const lists = ["municipalities", "regions"].map((list) => join(root, "data/codelists", `${list}.csv`));
  const seal = hashSources(root, [file, ...lists, ...filesBelow(join(root, "data-loaders/geometry"))]);
  const before = keptGeometry(out);
  if (before?.seal === seal) return before;
  const codes = codesOf(codelists);
  if (!ownOutlines) return {seal, ...compact(shapesOf(file, codes), codelists, builtIn)};
  return {seal, ...compact(withBornholmMoved(inPlane(ownShapes(file, codes), file)), codelists, own)};
}

/** Leaves the geometry in a folder of published files, unless it is there already. */
export function keepGeometry(out: string, geometry: Geometry): void {
  if (keptGeometry(out)?.seal === geometry.seal) return;
  const file = join(out, fileName);
  writeFileSync(`${file}.new`, JSON.stringify(geometry));
  renameSync(`${file}.new`, file);
}

function keptGeometry(out: string): Geometry | undefined {
  const file = join(out, fileName);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Geometry) : undefined;
}

/** Outlines as small as they can be drawn, coarser where a map would weigh too much. */
function compact(shapes: Shape[], codelists: Codelists, from: {source: string; gap: number}): Omit<Geometry, "seal"> {
  const exact = scaledTo(shapes, width).sort((a, b) => (a.code < b.code ? -1 : 1));
  const weight = (simple: Shape[]) => gzipSync(simple.map(({rings}) => ringsText(rings)).join()).length;
  let simple: Shape[];
  let coarser = 1;
  do {
    simple = exact.map((shape) => simplified(shape, coarser));
    coarser *= 1.5;
  } while (weight(simple) > heaviest);
  return draw(simple, codelists, from);
}

function simplified({code, rings}: Shape, coarser: number): Shape {
  const {tolerance, islet} = isCapital(code) ? capitalTolerances : tolerances;
  return {code, rings: simplifyRings(rings, {tolerance: tolerance * coarser, islet: islet * coarser})};
}

function draw(
  shapes: Shape[],
  codelists: Codelists,
  {source, gap}: {source: string; gap: number}
): Omit<Geometry, "seal"> {
  const capital = shapes.filter(({code}) => isCapital(code)).map(({code}) => code);
  const box = padded(boxOf(shapes.filter(({code}) => isCapital(code))), 60);
  const regionsOf = (code: string) =>
    codelists.municipalities
      .filter((m) => m.code === code)
      .map((m) => ({id: m.region, from: m.valid_from, to: m.valid_to}));
  const borders = bordersBetween(shapes, (a, b) => areApart(regionsOf(a), regionsOf(b)), gap * width);
  return {
    source,
    width,
    height: Math.ceil(boxOf(shapes).height),
    regions: codelists.regions.map((r) => ({id: r.code, name: r.name, from: r.valid_from, to: r.valid_to})),
    municipalities: shapes.map(({code, rings}) => ({
      code,
      name: codelists.municipalities.findLast((m) => m.code === code)!.name,
      regions: regionsOf(code),
      path: ringsText(rings),
      centre: centreOf(rings).map(Math.round) as Point
    })),
    borders: borders.map(({between, lines}) => ({between, path: lines.map(lineText).join("")})),
    bornholm: whole(boxOf(shapes.filter(({code}) => code === "0400"))),
    capital: {
      box: whole(box),
      codes: capital,
      around: shapes.filter((s) => !isCapital(s.code) && meets(boxOf([s]), box)).map(({code}) => code)
    }
  };
}

/** Whether two municipalities at some time lie in different regions. */
function areApart(a: ({id: string} & Validity)[], b: ({id: string} & Validity)[]): boolean {
  const meet = (one: Validity, other: Validity) =>
    (one.to === "" || other.from <= one.to) && (other.to === "" || one.from <= other.to);
  return a.some((one) => b.some((other) => one.id !== other.id && meet(one, other)));
}

function codesOf({municipalities}: Codelists): string[] {
  return [...new Set(municipalities.map(({code}) => code))].filter((code) => code !== christiansoe.code).sort();
}

function padded({x, y, width, height}: Box, by: number): Box {
  return {x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by};
}

function whole({x, y, width, height}: Box): Box {
  return {x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height)};
}
