import {hashOf} from "../../data-loaders/engine/seal.js";
import {startBrowser} from "../browser/chromium.js";
import {hasDrawing, layDrawing} from "../framework/drawnCells.js";
import {all, writeHtml} from "../html.js";
import {visit} from "../visit/visit.js";
import {isPicture} from "../web/sharing.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";
import {hashOfTables, type GatedTable} from "./gatedTables.js";
import type {Known} from "./proofs.js";

/** The pictures of pages that no page shows, or that are others than the pages name: the names tell what is in them. */
function pictures(site: FinishedSite): string[] {
  const addresses = pagesOf(site).flatMap((page) => all('meta[property="og:image"]', site.page(page)));
  const shown = addresses.map(({attribs}) => decodeURI(attribs.content ?? ""));
  return site.files
    .filter((file) => file.startsWith("_delt/"))
    .filter((file) => !isPicture(file, site.bytes(file)) || !shown.some((address) => address.endsWith(`/${file}`)))
    .map((file) => `${file} er ikke det billede, en side viser; kør npm run build igen.`);
}

/**
 * Whether what stands in pages before their scripts is what the scripts draw of the published tables: each page is
 * opened anew. A proof on the very same page and tables counts. Returns one sentence a fault.
 * @throws Refusal where there is something to open, and no browser
 */
export async function drawings(site: FinishedSite, tables: GatedTable[], {proofs, code}: Known): Promise<string[]> {
  const other = pictures(site);
  if (other.length > 0) return other;
  const about = hashOf("drawing", code, hashOfTables(tables));
  const key = (page: string) => hashOf(about, page, site.text(page));
  const drawn = pagesOf(site).filter((page) => {
    if (!hasDrawing(site.page(page))) return false;
    const proved = proofs.has(key(page));
    if (proved) proofs.note(key(page));
    return !proved;
  });
  if (drawn.length === 0) return [];
  const browser = await startBrowser();
  try {
    const {seen} = await visit(browser, site.dist, drawn);
    return drawn.flatMap((page, i) => {
      const anew = site.undrawn(page);
      layDrawing(anew, page, seen[i]!.drawing);
      if (writeHtml(anew) !== site.text(page))
        return [`${page} viser andet, før dens script har kørt, end bagefter; kør npm run build igen.`];
      proofs.note(key(page));
      return [];
    });
  } finally {
    await browser.close();
  }
}
