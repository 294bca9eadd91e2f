import {readFileSync} from "node:fs";
import type {Document} from "domhandler";
import {escapeAttribute, layAfter, one} from "../html.js";
import {addressOf, meta, type PageText} from "../pages/pageText.js";

/** The picture that a shared link shows, below the site's address. */
export const preview = {
  file: "forhaandsvisning.png",
  width: 1200,
  height: 630,
  alt: "Rygatlas: søjler fra den laveste andel til den højeste, med tilfældighedens grænser bagved"
};

/** The picture itself; `assets/preview.svg` is what it is drawn from. */
export function readPreview(): Buffer {
  return readFileSync(new URL("assets/preview.png", import.meta.url));
}

/**
 * Lays into a page what search engines and those who are sent a link to it need: description,
 * address, title and picture.
 */
export function addSharing(document: Document, page: PageText, siteAddress: string): void {
  const description = page.description || "Rygatlas: kvaliteten af rygbehandling i Danmark.";
  const address = new URL(encodeURI(addressOf(page.path)), siteAddress).href;
  const picture = new URL(preview.file, siteAddress).href;
  const tags = [
    meta(document, "description") ? "" : tag("name", "description", description),
    // A page that is found nowhere has no address to call its own.
    page.listed ? `<link rel="canonical" href="${escapeAttribute(address)}">` : "",
    page.listed ? tag("property", "og:url", address) : "",
    tag("property", "og:type", "website"),
    tag("property", "og:site_name", "Rygatlas"),
    tag("property", "og:locale", "da_DK"),
    tag("property", "og:title", page.title),
    tag("property", "og:description", description),
    tag("property", "og:image", picture),
    tag("property", "og:image:type", "image/png"),
    tag("property", "og:image:width", String(preview.width)),
    tag("property", "og:image:height", String(preview.height)),
    tag("property", "og:image:alt", preview.alt),
    tag("name", "twitter:card", "summary_large_image")
  ];
  layAfter(one("title", document)!, ["", ...tags.filter(Boolean)].join("\n"));
}

function tag(kind: "name" | "property", name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escapeAttribute(content)}">`;
}
