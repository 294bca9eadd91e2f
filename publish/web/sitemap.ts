import {escapeAttribute} from "../html.js";
import {addressOf, type PageText} from "../pages/pageText.js";

/** `sitemap.xml`: the address of every page that wants to be found, in order. */
export function sitemap(pages: readonly PageText[], siteAddress: string): string {
  const addresses = pages
    .filter(({listed}) => listed)
    .map(({path}) => new URL(encodeURI(addressOf(path)), siteAddress).href)
    .sort();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses.map((address) => `<url><loc>${escapeAttribute(address)}</loc></url>`),
    "</urlset>",
    ""
  ].join("\n");
}

/** `robots.txt`: everybody is welcome everywhere. */
export function robots(siteAddress: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${new URL("sitemap.xml", siteAddress).href}\n`;
}
