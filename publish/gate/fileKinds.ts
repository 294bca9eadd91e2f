import {lstatSync} from "node:fs";
import {join} from "node:path";
import type {FinishedSite} from "./finishedSite.js";

const hash = "[0-9a-f]{8}";

/** The only files a site is made of, by their place and name. */
const kinds: RegExp[] = [
  /^(?!_)[\w./æøå-]+\.html$/i,
  /^_site\/[\w.-]+\.[0-9A-Z]{8}\.js$/,
  new RegExp(`^_import/[\\w/.-]+\\.${hash}\\.css$`),
  /^_file\/data\/\w+\.parquet$/,
  new RegExp(`^_file/data/\\w+\\.${hash}\\.json$`),
  new RegExp(`^_answers/[\\w/æøå-]+\\.[0-9a-f]{16}\\.${hash}\\.json$`, "i"),
  /^_delt\/[\w/.æøå-]+\.[0-9a-f]{16}\.png$/i,
  new RegExp(`^_node/@duckdb/duckdb-wasm@[\\d.]+/dist/(?:duckdb-eh\\.wasm|duckdb-browser-eh\\.worker\\.${hash}\\.js)$`),
  new RegExp(`^_observablehq/soegning\\.${hash}\\.js$`),
  /^(?:sitemap\.xml|nyt\.xml|robots\.txt|_headers|release\.json|forhaandsvisning\.png)$/
];

/** Files that no site is made of: caches, source maps, tables before protection. Returns one sentence a fault. */
export function fileKinds({dist, files, text}: FinishedSite): string[] {
  return files.flatMap((file) => {
    if (lstatSync(join(dist, file)).isSymbolicLink())
      return [`${file} er en genvej til et andet sted; et websted må kun have egne filer.`];
    if (!kinds.some((kind) => kind.test(file)))
      return [`${file} er ikke af en slags, som webstedet består af; fjern den fra src, og byg igen.`];
    if (/\.(js|css)$/.test(file) && /[#@]\s*sourceMappingURL=/.test(text(file)))
      return [`${file} henviser til et source map, som viser kildekoden.`];
    return [];
  });
}
