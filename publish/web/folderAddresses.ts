import {createHash} from "node:crypto";
import {posix} from "node:path";

/**
 * Pages that lead on from the addresses of folders, which readers try when they cut an address short, and which a plain
 * web server does not know: `/metode` to `/metode/`, and from a folder without a page of its own, such as `/audit` and
 * `/audit/`, to its first in the menu.
 * @param pages the site's pages by their file, such as `audit/variation.html`
 * @param menu the addresses of the menu in its order, such as `audit/tabeller` and `metode/`
 * @returns files by their path
 */
export function folderAddresses(pages: readonly string[], menu: readonly string[]): Map<string, string> {
  const ways = new Map<string, string>();
  const there = new Set(pages);
  for (const folder of new Set(pages.flatMap(foldersOf))) {
    const hasIndex = there.has(`${folder}/index.html`);
    const inside = [...menu, ...pages.map((page) => page.replace(/\.html$/, ""))];
    const first = hasIndex ? "" : inside.find((one) => one.startsWith(`${folder}/`))!.slice(folder.length + 1);
    if (!hasIndex) ways.set(`${folder}/index.html`, leadOn(`./${first}`));
    if (!there.has(`${folder}.html`)) ways.set(`${folder}.html`, leadOn(`./${posix.basename(folder)}/${first}`));
  }
  return ways;
}

/** Whether a file is a page that does nothing but lead on to another of the site's files. */
export function leadsOn(file: string, text: string, files: readonly string[]): boolean {
  const target = /<a href="(\.\/[\w./æøå-]+)">/i.exec(text)?.[1];
  if (!target || text !== leadOn(target)) return false;
  const path = posix.join(posix.dirname(file), target);
  return files.includes(path.endsWith("/") ? `${path}index.html` : `${path}.html`);
}

/** Takes the reader's choices along, which are in the address. */
const goOn = 'location.replace(document.querySelector("a").href + location.search + location.hash)';
const goOnHash = `'sha256-${createHash("sha256").update(goOn).digest("base64")}'`;

/** A page that says nothing and leads on to another, `./audit/tabeller`, with what stands after its own address. */
export function leadOn(target: string): string {
  return `<!DOCTYPE html><html lang="da"><head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${goOnHash}; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<noscript><meta http-equiv="refresh" content="0; url=${target}"></noscript>
<title>Rygatlas</title>
</head>
<body>
<p><a href="${target}">Gå til siden</a></p>
<script>${goOn}</script>
</body></html>
`;
}

/** The folders a page lies in, such as `register/omraade` and `register`. */
function foldersOf(page: string): string[] {
  const folder = posix.dirname(page);
  return folder === "." ? [] : [folder, ...foldersOf(folder)];
}
