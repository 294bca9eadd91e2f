import type {DatedNews} from "../../../data-loaders/news/keepNews.js";
import type {NewsItem} from "../../../data-loaders/news/news.js";
import {newsKinds} from "../../domain/news.js";
import {element} from "../dom/dom.js";
import {siteRoot} from "../dom/siteRoot.js";
import {unbroken} from "../dom/text.js";
import {longDay} from "../words/format.js";

/** What is new since a release, grouped by what it is about, each leading to its figure. */
export function newsList({since, date, items, notCompared}: DatedNews): HTMLElement {
  if (since === null || date === null)
    return element("p", {}, "Der er ingen tidligere udgivelse at sammenligne med, så her er intet at fortælle endnu.");
  const kinds = Object.entries(newsKinds) as [NewsItem["kind"], string][];
  return element(
    "div",
    {class: "news"},
    element(
      "p",
      {},
      items.length === 0
        ? `Der er intet nyt siden udgivelsen den ${releaseDay(since)}.`
        : `Sammenlignet med udgivelsen den ${releaseDay(since)}; skrevet den ${longDay(date)}.`
    ),
    ...notCompared.map((text) => element("p", {class: "news-left"}, text)),
    ...kinds.flatMap(([kind, heading]) => {
      const own = items.filter((item) => item.kind === kind);
      if (own.length === 0) return [];
      return [element("h2", {}, heading), element("ul", {}, ...own.map(newsItem))];
    }),
    howFound()
  );
}

function newsItem({kind, subject, sentence, address, changes = []}: NewsItem): HTMLElement {
  // The heading says that it came or went.
  const isSaid = kind === "come" || kind === "gone";
  const link = element("a", {href: new URL(address, siteRoot()).href}, subject);
  const edited = changes.flatMap(({part, before, after}) => [
    element("dt", {}, part),
    ...before.map((text) => element("dd", {}, element("del", {}, element("strong", {}, "Før: "), text))),
    ...after.map((text) => element("dd", {}, element("ins", {}, element("strong", {}, "Nu: "), text)))
  ]);
  return element(
    "li",
    {},
    link,
    ...(edited.length > 0 ? [element("dl", {}, ...edited)] : isSaid ? [] : [element("br"), ...unbroken(sentence)])
  );
}

/** A release is named after its day; a second of one day has a number behind. */
function releaseDay(name: string): string {
  const [, date, no] = /^(\d{4}-\d\d-\d\d)(?:-(\d+))?$/.exec(name) ?? [];
  if (!date) return name;
  return `${longDay(date)}${no ? ` (nr. ${no})` : ""}`;
}

/** How the news were found, and where a reader's program fetches them. */
function howFound(): HTMLElement {
  return element(
    "p",
    {class: "news-how"},
    "En indikator har flyttet sig, når dens andel i den nyeste periode er en anden, end tilfældighed forklarer. Det afgøres for hele landet og for alle områder hver for sig, " +
      "så strengt, at hvis intet er ændret, står der et forkert fund i højst 2 af 1.000 udgivelser. Et område har krydset en grænse, når det ligger på en anden side af den, " +
      "og dets andel også har flyttet sig så sikkert. Kun tal, der er offentliggjort begge gange, er sammenlignet; det, der er skjult, siger siden intet om. Følg med i ",
    element("a", {href: new URL("nyt.xml", siteRoot()).href}, "nyhedernes feed"),
    " (Atom)."
  );
}
