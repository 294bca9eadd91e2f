import type {DatedNews} from "../../data-loaders/news/keepNews.js";
import {newsKinds} from "../../src/domain/news.js";
import {escapeAttribute} from "../html.js";

/** The feed's file, beside the page about what is new. */
export const feedFile = "nyt.xml";

/**
 * What is new as an Atom feed (RFC 4287): an entry each item, of the day that they were written, by the address of its
 * figure and its place among the news of a release.
 * @returns undefined where there is nothing to compare with
 */
export function feed({since, date, items}: DatedNews, siteAddress: string): string | undefined {
  if (since === null || date === null) return undefined;
  const at = (address: string) => escapeAttribute(new URL(encodeURI(address), siteAddress).href);
  const updated = `<updated>${date}T00:00:00Z</updated>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da">',
    "<title>Nyt i Rygatlas</title>",
    `<id>${at("nyt")}</id>`,
    `<link href="${at("nyt")}"/>`,
    `<link rel="self" href="${at(feedFile)}"/>`,
    updated,
    "<author><name>Rygatlas</name></author>",
    ...items.map(({kind, subject, sentence, address, changes = []}, i) => {
      const edited = changes.flatMap(({part, before, after}) => [
        ...before.map((text) => `${part}, før: ${text}`),
        ...after.map((text) => `${part}, nu: ${text}`)
      ]);
      return [
        "<entry>",
        `<title>${escapeAttribute(`${newsKinds[kind]}: ${subject}`)}</title>`,
        `<id>${at(`nyt#siden-${since}-${i + 1}`)}</id>`,
        `<link href="${at(address)}"/>`,
        updated,
        `<category term="${kind}" label="${escapeAttribute(newsKinds[kind])}"/>`,
        `<content type="text">${escapeAttribute([sentence, ...edited].join("\n"))}</content>`,
        "</entry>"
      ].join("");
    }),
    "</feed>",
    ""
  ].join("\n");
}
