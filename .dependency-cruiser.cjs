/**
 * The house from the ground up. Each storey may use those named before it, never one named after it; what stands in one
 * row are neighbours that know nothing of each other. docs/architecture.md draws the same picture.
 */
const storeys = [
  ["src/domain", "src/statistics"],
  ["data-loaders/ground"],
  ["data-loaders/engine"],
  ["data-loaders/sources"],
  ["data-loaders/models"],
  ["data-loaders/programme", "data-loaders/indicators"],
  ["data-loaders/tables"],
  ["data-loaders/disclosure", "data-loaders/geometry"],
  ["data-loaders/facts"],
  ["data-loaders/seals"],
  ["data-loaders/loadAudit\\.ts", "data-loaders/loadRegisters\\.ts"],
  ["data-loaders/load\\.ts"],
  ["data-loaders/synthetic"],
  ["data-loaders/reconcile"],
  ["data-loaders/commands"],
  ["src/parameters\\.ts"],
  ["src/components"],
  ["publish"],
  ["src/data", "src/[^/]+\\.md", "observablehq\\.config\\.ts", "bench"],
  ["data-loaders/cli\\.ts"]
];

const pattern = (places) => `^(${places.map((place) => (/\\\.(ts|md)$/.test(place) ? `${place}$` : `${place}/`)).join("|")})`;

const oneWay = storeys.slice(0, -1).map((places, i) => ({
  name: `one-way: ${places.join(", ").replaceAll("\\", "")} know nothing of what stands above`,
  severity: "error",
  from: {path: pattern(places)},
  to: {path: pattern(storeys.slice(i + 1).flat())}
}));

const neighbours = storeys
  .filter((places) => places.length > 1)
  .flatMap((places) =>
    places.map((place) => ({
      name: `neighbours: ${place.replaceAll("\\", "")} knows nothing of those beside it`,
      severity: "error",
      from: {path: pattern([place])},
      to: {path: pattern(places.filter((other) => other !== place))}
    }))
  );

module.exports = {
  forbidden: [
    ...oneWay,
    ...neighbours,
    {name: "no circle of files", severity: "error", from: {}, to: {circular: true}},
    {name: "no circle of folders", severity: "error", scope: "folder", from: {}, to: {circular: true}}
  ],
  options: {
    doNotFollow: {path: "node_modules"},
    exclude: {path: "^(src/\\.observablehq|dist|test|data)/"},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: "tsconfig.json"},
    enhancedResolveOptions: {extensions: [".ts", ".js"]}
  }
};
