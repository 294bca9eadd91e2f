import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Seal} from "../../data-loaders/engine/seal.js";
import {sharedSeal} from "../../data-loaders/load/sharedTables.js";
import {auditTables, sharedTables} from "../../data-loaders/tables/index.js";
import {declaredData} from "../fence/sourceFiles.js";
import {headersFile} from "../framework/contentSecurity.js";
import type {Manifest} from "../release/manifest.js";
import {preview, readPreview} from "../web/sharing.js";
import type {FinishedSite} from "./finishedSite.js";
import type {GatedTable} from "./gatedTables.js";

/**
 * Whether the files that no data decide are the site's own, each JSON file is one of
 * `src/data`, and each table has its seal. Returns one sentence a fault.
 */
export function fixedFiles(site: FinishedSite, tables: GatedTable[], manifest: Manifest, root: string): string[] {
  const [audit, registers] = [manifest, manifest.registers].map(({seal, extracts}) => ({
    hash: seal,
    date: extracts
  })) as [Seal, Seal];
  const shared = sharedSeal({audit, registers});
  const worker = site.files.find((file) => file.endsWith(".js") && file.includes("duckdb-browser-eh.worker."));
  const fixed: [string, Buffer][] = [
    [preview.file, readPreview()],
    ["_headers", Buffer.from(headersFile(worker ?? ""))]
  ];
  return [
    ...fixed
      .filter(([file, right]) => site.files.includes(file) && !site.bytes(file).equals(right))
      .map(([file]) => `${file} er ikke den, som publish skriver; kør npm run build igen.`),
    ...site.files.flatMap((file) => dataFault(site, file, join(root, "src/data"))),
    ...tables.flatMap(({table, file, metadata}) => {
      const right = sharedTables.includes(table.name)
        ? shared
        : auditTables.some(({name}) => name === table.name)
          ? audit.hash
          : registers.hash;
      const seal = metadata.key_value_metadata?.find(({key}) => key === "rygatlas_seal")?.value;
      return seal === right ? [] : [`${file} har et andet segl end resten af webstedet; kør npm run build igen.`];
    })
  ];
}

/** A JSON file is either what a loader makes or, such as the reconciliation's, the repository's own file. */
function dataFault(site: FinishedSite, file: string, folder: string): string[] {
  const name = /^_file\/data\/(\w+)\.[0-9a-f]{8}\.json$/.exec(file)?.[1];
  if (name === undefined) return [];
  if (!declaredData.has(`${name}.json`)) return [`${name}.json er ikke nogen af de filer, som src/data offentliggør.`];
  const own = join(folder, `${name}.json`);
  return !existsSync(own) || readFileSync(own).equals(site.bytes(file))
    ? []
    : [`${file} er en anden end src/data/${name}.json; kør npm run build igen.`];
}
