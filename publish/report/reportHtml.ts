import {escapeAttribute} from "../html.js";
import type {TakenPage} from "./client/takePage.js";
import type {Cover} from "./cover.js";

/** The report as one page of the browser: front, room for the contents, chapters. */
export function reportHtml(
  cover: Cover,
  chapters: readonly TakenPage[],
  styles: {addresses: string[]; css: string}
): string {
  const {title, subject, synthetic, facts} = cover;
  const name = `${title}: ${subject}`;
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<title>${escapeAttribute(name)}</title>
${styles.addresses.map((address) => `<link rel="stylesheet" href="${escapeAttribute(address)}">`).join("\n")}
<style>${styles.css}
@page { @bottom-left { content: ${JSON.stringify(`Rygatlas · ${name}${synthetic ? " · syntetiske data" : ""}`)}; } }
</style>
</head>
<body class="report">
<header class="cover">
<p class="brand">Rygatlas</p>
<h1>${escapeAttribute(title)}</h1>
<p class="subject">${escapeAttribute(subject)}</p>
<dl>
${facts.map(([term, said]) => `<dt>${escapeAttribute(term)}</dt><dd>${escapeAttribute(said)}</dd>`).join("\n")}
</dl>
</header>
<nav class="contents"><h1>Indhold</h1></nav>
${chapters.map(({title, body}, i) => `<section class="chapter" id="kapitel-${i + 1}">\n<h1>${escapeAttribute(title)}</h1>\n${body}\n</section>`).join("\n")}
</body>
</html>
`;
}
