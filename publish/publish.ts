import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {readCodebook} from "../data-loaders/codebook.js";
import {findDelivery, sealOf} from "../data-loaders/delivery.js";
import {tableSeal} from "../data-loaders/load.js";
import {Refusal} from "../data-loaders/refusal.js";
import type {Settings} from "../data-loaders/settings.js";
import {mendFurniture} from "./furniture.js";

/** What `publish` did, for its report. */
export interface PublishReport {
  pages: number;
  tables: number;
  seal: string;
}

/**
 * Finishes what `observable build` left in `dist`.
 * @throws Refusal when there is no build, or its tables were computed from other extracts, code or settings than today's
 */
export async function publish(settings: Settings, dist = join(settings.root, "dist")): Promise<PublishReport> {
  if (!existsSync(join(dist, "index.html"))) throw new Refusal(`${dist} indeholder ikke et bygget websted; kør npm run build.`);
  const files = readdirSync(dist, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const {hash} = await sealOf(await findDelivery(settings, readCodebook(settings.codebook)), settings);
  const tables = files.filter((file) => file.endsWith(".parquet"));
  for (const table of tables) {
    if (tableSeal(table) !== hash) {
      throw new Refusal(`${relative(dist, table)} er ikke beregnet af de udtræk, den kode og de indstillinger, der ligger her nu; kør npm run build igen.`);
    }
  }
  const pages = files.filter((file) => file.endsWith(".html"));
  for (const page of pages) {
    const html = readFileSync(page, "utf8");
    // A page that is already finished is left as it is, so that publish can run again.
    if (!html.includes('<html lang="da">')) writeFileSync(page, mendFurniture(html, relative(dist, page)));
  }
  return {pages: pages.length, tables: tables.length, seal: hash};
}
