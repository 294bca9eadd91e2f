import {readFileSync} from "node:fs";
import type {Document, Element} from "domhandler";
import {prepend, removeElement} from "domutils";
import {hashOf} from "../../data-loaders/engine/seal.js";
import {all, escapeAttribute, layAfter, nodesOf, one} from "../html.js";
import {addressOf, meta, type PageText} from "../pages/pageText.js";

/** The picture that a shared link shows, below the site's address. */
export const preview = {
  file: "forhaandsvisning.png",
  width: 1200,
  height: 630,
  alt: "Rygatlas: søjler fra den laveste andel til den højeste, med tilfældighedens grænser bagved"
};

/** A figure of a page, as a link to the page shows it. */
export interface Picture {
  /** PNG, in base64. */
  png: string;
  width: number;
  height: number;
  alt: string;
}

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
    ...pictureTags(picture, preview),
    tag("name", "twitter:card", "summary_large_image")
  ];
  layAfter(one("title", document)!, ["", ...tags.filter(Boolean)].join("\n"));
}

/** What `addPicture` lays into a page. */
const own = "data-picture";

/**
 * Lays a figure of a page before the site's own picture: of several, those who show links take the first.
 * @returns the file of the picture below `dist`; its name tells what is in it
 */
export function addPicture(document: Document, path: string, picture: Picture): string {
  const file = `_delt/${path.replace(/\.html$/, "")}.${nameOf(picture.png)}`;
  const general = one('meta[property="og:image"]', document)!;
  const tags = pictureTags(new URL(encodeURI(file), general.attribs.content).href, picture);
  for (const node of [...nodesOf(tags.join(""))] as Element[]) {
    node.attribs[own] = "";
    prepend(general, node);
  }
  return file;
}

/** Takes a page's own picture out again. */
export function removePicture(document: Document): void {
  for (const node of all(`meta[${own}]`, document)) removeElement(node);
}

/** Whether a file below `dist` is the picture of a page, and what its name tells is in it. */
export function isPicture(file: string, contents: Buffer): boolean {
  return file.endsWith(`.${nameOf(contents.toString("base64"))}`);
}

function nameOf(png: string): string {
  return `${hashOf(png).slice(0, 16)}.png`;
}

function pictureTags(address: string, {width, height, alt}: Omit<Picture, "png">): string[] {
  return [
    tag("property", "og:image", address),
    tag("property", "og:image:type", "image/png"),
    tag("property", "og:image:width", String(width)),
    tag("property", "og:image:height", String(height)),
    tag("property", "og:image:alt", alt)
  ];
}

function tag(kind: "name" | "property", name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escapeAttribute(content)}">`;
}
