import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import * as v from "valibot";
import {christiansoe} from "../../src/domain/areas.js";
import {Refusal} from "../ground/refusal.js";
import type {Point, Shape} from "./shape.js";

const Ring = v.pipe(v.array(v.pipe(v.array(v.number()), v.minLength(2))), v.minLength(4));
const Polygon = v.object({type: v.literal("Polygon"), coordinates: v.array(Ring)});
const MultiPolygon = v.object({type: v.literal("MultiPolygon"), coordinates: v.array(v.array(Ring))});
const Outlined = v.object({geometry: v.variant("type", [Polygon, MultiPolygon])});
const Coded = v.object({properties: v.record(v.string(), v.unknown())});
/** The names that public files of boundaries give a municipality's code, in small letters. */
const codeNames = [
  "kommunekode",
  "komkode",
  "kom_kode",
  "kode",
  "lau_1",
  "lau_2",
  "lau",
  "nr",
  "komnr",
  "kommunenr",
  "kommune_kode"
];
const Collection = v.object({
  type: v.literal("FeatureCollection"),
  features: v.pipe(v.array(v.unknown()), v.minLength(1))
});

/** The analyst's own file of boundaries, or undefined where there is none. */
export function ownFile(folder: string): string | undefined {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => /\.(geo)?json$/i.test(file))
        .sort()
    : [];
  if (files.length > 1)
    throw new Refusal(
      `data/geo indeholder ${files.length} grænsefiler (${files.join(", ")}), men skulle højst indeholde én; tag de andre ud.`
    );
  return files[0] && join(folder, files[0]);
}

/**
 * Reads the analyst's own boundaries.
 * @param codes the municipalities that must be there
 * @throws Refusal naming the feature and what was expected, or the municipalities that are missing
 */
export function ownShapes(file: string, codes: readonly string[]): Shape[] {
  const shapes = shapesOf(file, codes);
  const missing = codes.filter((code) => !shapes.some((shape) => shape.code === code));
  if (missing.length > 0) {
    throw new Refusal(
      `${file}: ${missing.length} af ${codes.length} kommuner mangler (${missing.slice(0, 5).join(", ")}${missing.length > 5 ? " …" : ""}); ` +
        "hent en fil med alle kommuner, eller tag filen ud af data/geo, så de indbyggede grænser bruges."
    );
  }
  return shapes;
}

/**
 * Reads outlines from GeoJSON whose features carry `kommunekode`, or the code by another usual name. A municipality may
 * have several features.
 * @throws Refusal naming the feature and what was expected
 */
export function shapesOf(file: string, codes: readonly string[]): Shape[] {
  const rings = new Map<string, Point[][]>();
  featuresOf(file).forEach((feature, i) => {
    const code = codeOf(feature, codes, `${file}, element ${i + 1}`);
    if (code === christiansoe.code) return;
    const where = `${file}, element ${i + 1} (kommune ${code})`;
    rings.set(code, [...(rings.get(code) ?? []), ...ringsOf(feature, where)]);
  });
  return [...rings].map(([code, rings]) => ({code, rings}));
}

function featuresOf(file: string): unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch {
    throw new Refusal(`${file} er ikke gyldig JSON; gem grænserne som GeoJSON.`);
  }
  return parsed(
    Collection,
    content,
    `${file} er ikke GeoJSON med kommuner: øverst skulle stå en FeatureCollection med mindst ét element; gem grænserne sådan.`
  ).features;
}

function codeOf(feature: unknown, codes: readonly string[], where: string): string {
  const expected = "kommunens officielle kode såsom 0101; ret filen.";
  const {properties} = parsed(
    Coded,
    feature,
    `${where}: egenskaben »kommunekode« mangler, men skulle være ${expected}`
  );
  const names = Object.keys(properties);
  const found = codeNames.flatMap((name) => names.filter((theirs) => theirs.trim().toLowerCase() === name))[0];
  const value = found === undefined ? undefined : properties[found];
  if (typeof value !== "string" && typeof value !== "number")
    throw new Refusal(
      `${where}: egenskaben »kommunekode« mangler${names.length > 0 ? ` (der står ${names.slice(0, 8).join(", ")})` : ""}, men skulle være ${expected}`
    );
  const code = String(value).trim().padStart(4, "0");
  if (code !== christiansoe.code && !codes.includes(code)) {
    throw new Refusal(
      `${where}: »${code}« er ingen kommune i kodelisten municipalities.csv; ret koden eller kodelisten.`
    );
  }
  return code;
}

function ringsOf(feature: unknown, where: string): Point[][] {
  const {type, coordinates} = parsed(
    Outlined,
    feature,
    `${where}: omridset skulle være en Polygon eller MultiPolygon med mindst fire punkter i hver ring; ret filen.`
  ).geometry;
  const rings = type === "Polygon" ? coordinates : coordinates.flat();
  return rings.map((ring) => ring.slice(0, -1).map(([x, y]): Point => [x!, y!]));
}

function parsed<S extends v.GenericSchema>(schema: S, value: unknown, otherwise: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new Refusal(otherwise);
  return result.output;
}
