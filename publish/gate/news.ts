import {isDeepStrictEqual} from "node:util";
import {keptEditions, editionOf} from "../../data-loaders/news/edition.js";
import type {DatedNews} from "../../data-loaders/news/keepNews.js";
import {newsSince, noNews} from "../../data-loaders/news/news.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {feed, feedFile} from "../web/feed.js";
import {readFacts} from "./embeddedData.js";
import {parseJson, type FinishedSite} from "./finishedSite.js";
import type {GatedTable} from "./gatedTables.js";

/**
 * Whether the news are what follows from the site's own tables and those of the release that they name, and the feed
 * says the same. Returns one sentence a fault.
 * @throws Refusal when a kept release cannot be compared
 */
export async function newsFaults(
  site: FinishedSite,
  tables: readonly GatedTable[],
  settings: Settings
): Promise<string[]> {
  const file = site.files.find((one) => /^_file\/data\/news\.[0-9a-f]{8}\.json$/.test(one));
  const facts = readFacts(site);
  const hasFeed = site.files.includes(feedFile);
  if (!file || !facts) return hasFeed ? [`${feedFile} er der, men ikke de nyheder, den er skrevet af; fjern den.`] : [];
  const {date, ...news} = parseJson<DatedNews>(site.text(file), file);
  const release =
    news.since === null ? undefined : (await keptEditions(settings, facts)).find(({name}) => name === news.since);
  if (news.since !== null && !release)
    return [`${file} sammenholder med udgivelsen ${news.since}, som ikke er i data/releases; kør npm run build igen.`];
  const now = editionOf(settings, facts, (name) => tables.find(({table}) => table.name === name)?.rows ?? []);
  const right = release ? newsSince(release, now, facts.registers) : noNews;
  const isDated = release ? /^\d{4}-\d\d-\d\d$/.test(date ?? "") : date === null;
  // What a file cannot hold, such as undefined, says nothing.
  if (!isDated || !isDeepStrictEqual(news, JSON.parse(JSON.stringify(right))))
    return [`${file} siger andet, end hvad tabellerne og udgivelsen tilsammen viser; kør npm run build igen.`];
  const beside = feed({date, ...news}, settings.siteAddress);
  return (hasFeed ? site.text(feedFile) : undefined) === beside
    ? []
    : [`${feedFile} siger andet end ${file}; kør npm run build igen.`];
}
