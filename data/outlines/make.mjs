// Makes municipalities.geojson from the drawings of react-denmark-map, which is no dependency of the project:
//   npm install --no-save react-denmark-map@1.0.0 react@18.3.1 react-dom@18.3.1 svgpath@2.6.0
//   node data/outlines/make.mjs
//   npm ci
import {writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import svgPath from "svgpath";

/** Points that stand for a curve. */
const steps = 8;

// The package's module for import has no file ending that Node accepts. Its component is a function whose element
// carries the outlines, so nothing is rendered.
const {Municipalities} = createRequire(import.meta.url)("react-denmark-map");

const features = Municipalities({}).props.areas.map(({code, d}) => ({
  type: "Feature",
  properties: {kommunekode: code.padStart(4, "0")},
  geometry: {type: "MultiPolygon", coordinates: ringsOf(d).map((ring) => [ring])}
}));
const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
writeFileSync(
  new URL("municipalities.geojson", import.meta.url),
  `{"type": "FeatureCollection", "features": [\n${lines}\n]}\n`
);

/** The closed rings of a path made of moves, lines and cubic curves, to a hundredth of the drawing's unit. */
function ringsOf(path) {
  const rings = [];
  svgPath(path)
    .abs()
    .iterate(([command, ...numbers], _, ...at) => {
      if (command === "M") rings.push([numbers]);
      else if (command === "L") rings.at(-1).push(numbers);
      else if (command === "C") rings.at(-1).push(...curve(at, pairs(numbers)));
      else if (command !== "Z") throw new Error(`The path command ${command} is not expected.`);
    });
  const rounded = (point) => point.map((x) => Number(x.toFixed(2)));
  return rings.filter((ring) => ring.length > 2).map((ring) => closed(ring.map(rounded)));
}

function pairs([x1, y1, x2, y2, x3, y3]) {
  return [
    [x1, y1],
    [x2, y2],
    [x3, y3]
  ];
}

/** A cubic Bézier curve as points, its start left out. */
function curve(p0, [p1, p2, p3]) {
  return Array.from({length: steps}, (_, i) => {
    const t = (i + 1) / steps;
    const u = 1 - t;
    return [0, 1].map(
      (axis) => u ** 3 * p0[axis] + 3 * u * u * t * p1[axis] + 3 * u * t * t * p2[axis] + t ** 3 * p3[axis]
    );
  });
}

function closed(ring) {
  const [first, last] = [ring[0], ring.at(-1)];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}
