/**
 * The house from the ground up. A storey may import those named before it, never one named after it; those in one row
 * are neighbours that do not import each other. So no arrow runs back, and no two folders import each other.
 * docs/architecture.md draws the same picture.
 */
const storeys = [
  ["src/domain", "src/statistics"],
  ["data-loaders/ground"],
  ["data-loaders/engine"],
  ["data-loaders/sources", "data-loaders/reception"],
  ["data-loaders/models"],
  ["data-loaders/indicators"],
  ["data-loaders/programme"],
  ["data-loaders/tables"],
  ["data-loaders/printed"],
  ["data-loaders/disclosure", "data-loaders/geometry"],
  ["data-loaders/facts"],
  ["data-loaders/load"],
  ["data-loaders/load.ts"],
  ["data-loaders/news"],
  ["data-loaders/synthetic"],
  ["data-loaders/reconcile"],
  ["data-loaders/commands"],
  ["src/parameters.ts"],
  ["src/components/dom"],
  ["src/components/words"],
  ["src/components/rows"],
  ["src/components/charts"],
  ["src/components/data"],
  ["src/components/tables"],
  ["src/components/inputs", "src/components/map", "src/components/picture"],
  ["src/components/sentences", "src/components/folder", "src/components/findings"],
  ["src/components/figure", "src/components/panels"],
  ["src/components/notebook.ts"],
  ["src/data"],
  ["publish/html.ts", "publish/whenSaved.ts"],
  ["publish/browser", "publish/pages"],
  ["publish/answers", "publish/search", "publish/web"],
  ["publish/framework", "publish/form"],
  ["publish/dictionary", "publish/fence", "publish/release", "publish/visit"],
  ["publish/lint"],
  ["publish/gate", "publish/lint.ts", "publish/publish.ts", "publish/report", "publish/feedback", "publish/workbench"],
  ["publish/build.ts", "publish/release.ts", "publish/languageServer"],
  ["observablehq.config.ts", "bench", "editors"],
  ["data-loaders/cli.ts"]
];

const pattern = (places) =>
  `^(${places.map((place) => (/\.ts$/.test(place) ? `${place}$` : `${place}/`)).join("|")})`;

const oneWay = storeys.slice(0, -1).map((places, i) => ({
  name: `one way: ${places.join(", ")} does not know what stands above`,
  severity: "error",
  from: {path: pattern(places)},
  to: {path: pattern(storeys.slice(i + 1).flat())}
}));

const neighbours = storeys
  .filter((places) => places.length > 1)
  .flatMap((places) =>
    places.map((place) => ({
      name: `neighbours: ${place} does not know those beside it`,
      severity: "error",
      from: {path: pattern([place])},
      to: {path: pattern(places.filter((other) => other !== place))}
    }))
  );

module.exports = {
  forbidden: [
    ...oneWay,
    ...neighbours,
    {
      name: "every module that uses another stands in one of the storeys",
      severity: "error",
      from: {pathNot: [pattern(storeys.flat()), "node_modules"]},
      to: {}
    },
    {name: "no circle of files", severity: "error", from: {}, to: {circular: true}}
  ],
  options: {
    doNotFollow: {path: "node_modules"},
    exclude: {path: "^(src/\\.observablehq|dist|test|data)/"},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: "tsconfig.json"},
    enhancedResolveOptions: {extensions: [".ts", ".js"]}
  }
};
