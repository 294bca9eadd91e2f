import {escapeAttribute} from "../html.js";
import type {Entry, Part, Section, UsedOn} from "./entry.js";

/** More pages than this are folded away. */
const mostOpen = 4;

/**
 * The dictionary as HTML, so that it stands in the page before any script has run, and the
 * site's search finds its words.
 * @param toRoot from the page to the site's own address, such as `../`
 */
export function dictionaryHtml(parts: Part[], toRoot: string): string {
  return parts
    .map(
      ({id, title, text, sections}) =>
        `<section class="dictionary"><h2 id="${escapeAttribute(id)}">${escapeAttribute(title)}</h2>\n<p>${escapeAttribute(text)}</p>\n${sections.map((section) => sectionHtml(section, toRoot)).join("\n")}</section>`
    )
    .join("\n");
}

function sectionHtml({id, term, title, english, pages, entries}: Section, toRoot: string): string {
  const name = term ? ` <code>${escapeAttribute(term)}</code>` : "";
  const about = [english ? `<span lang="en">${escapeAttribute(english)}</span>` : "", pagesHtml(pages, toRoot)]
    .filter((one) => one !== "")
    .join(" · ");
  const list = entries.length > 0 ? `<dl>${entries.map((entry) => entryHtml(entry, toRoot)).join("")}</dl>` : "";
  return `<section><h3 id="${escapeAttribute(id)}">${escapeAttribute(title)}${name}</h3>\n<div class="dictionary-pages">${about}</div>${list}</section>`;
}

function entryHtml({id, term, meaning, english, facts, pages}: Entry, toRoot: string): string {
  const more = facts.length > 0 ? `<dd class="dictionary-facts">${escapeAttribute(facts.join("; "))}</dd>` : "";
  const inEnglish = english ? `<dd lang="en">${escapeAttribute(english)}</dd>` : "";
  const used = pages.length > 0 ? `<dd class="dictionary-pages">${pagesHtml(pages, toRoot)}</dd>` : "";
  return `<div id="${escapeAttribute(id)}"><dt><a href="#${escapeAttribute(id)}"><code>${escapeAttribute(term)}</code></a></dt><dd>${escapeAttribute(meaning)}</dd>${inEnglish}${more}${used}</div>`;
}

function pagesHtml(pages: UsedOn[], toRoot: string): string {
  if (pages.length === 0) return "";
  const links = pages
    .map(({address, title}) => `<a href="${escapeAttribute(toRoot + address)}">${escapeAttribute(title)}</a>`)
    .join(", ");
  return pages.length <= mostOpen
    ? `Bruges på: ${links}`
    : `<details><summary>Bruges på ${pages.length} sider</summary>${links}</details>`;
}
