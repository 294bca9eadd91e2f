/**
 * Where the site begins, as the page's own link to its front page says: the site may lie in a folder of a web server.
 */
export function siteRoot(): URL {
  const home = document.querySelector<HTMLAnchorElement>("#observablehq-sidebar a[href]");
  return new URL(home?.getAttribute("href") ?? "./", document.baseURI);
}
