import {isDeepStrictEqual} from "node:util";
import type {newsKinds} from "../../src/domain/news.js";
import type {RegisterFacts} from "../facts/registerFacts.js";
import {danish, danishPercent} from "../printed/printedNumber.js";
import {tables} from "../tables/index.js";
import type {Edition, KeptEdition} from "./edition.js";
import {crossed, isShown, newestShares, percentOf, surelyMoved, type Crossed, type Moved, type Shown} from "./moved.js";
import {definitionOf, editedTexts, type TextChange} from "./texts.js";

/** One piece of news: what it is about, a sentence or two, and the place that shows it. */
export interface NewsItem {
  kind: keyof typeof newsKinds;
  subject: string;
  sentence: string;
  /** Below the site's own address. */
  address: string;
  /** Of a text that was edited. */
  changes?: TextChange[];
}

/** What is new since a release. */
export interface News {
  /** The name of the release it is compared with; null where there is none. */
  since: string | null;
  /** What was not compared, and why, a sentence each. */
  notCompared: string[];
  items: NewsItem[];
}

/** What is said where no release is kept. */
export const noNews: News = {since: null, notCompared: [], items: []};

/** The words that the sentences need. */
type Words = Pick<RegisterFacts, "indicators" | "areas">;

/**
 * What is new since the newest release that says anything else: the release of the very site stands among them.
 * @param releases the newest first
 */
export function latestNews(releases: readonly KeptEdition[], now: Edition, words: Words): News {
  const all = releases.map((release) => newsSince(release, now, words));
  return all.find(({items}) => items.length > 0) ?? all[0] ?? noNews;
}

/**
 * What a site says that a release did not. Numbers are compared where both publish them, and told when they moved
 * beyond chance: nothing follows from it that does not follow from the two.
 */
export function newsSince(release: KeptEdition, now: Edition, words: Words): News {
  const edited = release.texts && now.texts ? editedTexts(release.texts, now.texts) : [];
  const isRedefined = (id: string) =>
    edited.some(
      ({about, changes}) =>
        about === definitionOf(titleOf(words, id)) && changes.some(({part}) => !onlyExplain.includes(part))
    );
  const sameParameters = isDeepStrictEqual(release.parameters, now.parameters);
  const isCompared = ({indicator_id}: {indicator_id: string}) => sameParameters && !isRedefined(indicator_id);
  const [then, today] = [release, now].map(({shares, periods}) =>
    newestShares(
      shares.filter(isCompared),
      periods.map(({id}) => id)
    )
  );
  const ofCountry = ({area_type}: {area_type: string}) => area_type === "country";
  const country = surelyMoved(then!.filter(ofCountry), today!.filter(ofCountry));
  const areas = surelyMoved(
    then!.filter((share) => !ofCountry(share)),
    today!.filter((share) => !ofCountry(share))
  );
  const redefined = words.indicators.filter(({id}) => isRedefined(id)).map(({title}) => `»${title}«`);
  return {
    since: release.name,
    notCompared: [
      ...(release.texts
        ? []
        : ["Udgivelsen gemte ikke teksterne, så definitioner, kodelister og tekster er ikke sammenholdt."]),
      ...(sameParameters
        ? []
        : ["Indstillingerne for, hvem der tælles i registrene, er ændret, så indikatorernes tal er ikke sammenholdt."]),
      ...(redefined.length === 0
        ? []
        : [`Definitionen er ændret, så tallene er ikke sammenholdt for ${redefined.join(" og ")}.`])
    ],
    items: [
      ...country.map((moved) => movedItem(moved, words)),
      ...areas.flatMap((moved) => crossedItems(moved, words)),
      ...(sameParameters ? computedAnew(release, now, isRedefined, words) : []),
      ...edited.map(
        ({about, address, changes}): NewsItem => ({
          kind: "texts",
          subject: about,
          sentence: "Teksten er ændret.",
          address,
          changes
        })
      ),
      ...comeAndGone(release, now)
    ]
  };
}

/** Parts of a definition that decide nothing of what is counted. */
const onlyExplain = ["Retning", "Mål", "Kilde", "Skal bekræftes"];

function movedItem({then, now, difference, low, high}: Moved, words: Words): NewsItem {
  const {title, direction, numerator} = words.indicators.find(({id}) => id === now.indicator_id)!;
  const isBetter = difference > 0 === (direction === "high");
  const [least, most] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  return {
    kind: "moved",
    subject: `»${title}« i hele landet`,
    sentence:
      `Andelen er ${fromTo(then, now)}${direction === "none" ? "" : isBetter ? ", en bedring" : ", en forringelse"}. ` +
      `Forskellen er ${danish(100 * least!, 1)} til ${danish(100 * most!, 1)} procentpoint, når alle indikatorer ses under ét. ` +
      `Andelen tæller ${numerator.charAt(0).toLowerCase()}${numerator.slice(1)}.`,
    address: `register/indikatorer/${now.indicator_id}#udvikling`
  };
}

function crossedItems(moved: Moved, words: Words): NewsItem[] {
  const {then, now} = moved;
  const indicator = words.indicators.find(({id}) => id === now.indicator_id)!;
  const area = words.areas.find(({type, id}) => type === now.area_type && id === now.area_id);
  // An area that is no more has no page.
  if (!area) return [];
  return crossed(moved, indicator.target?.percent).map((one) => ({
    kind: "crossed",
    subject: `»${indicator.title}« i ${area.type === "region" ? `Region ${area.name}` : `${area.name} Kommune`}`,
    sentence: `${limitWords(one, indicator.target?.percent)} Andelen er ${fromTo(then, now)}.`,
    address: `register/omraade/${area.id}#indikatorer`
  }));
}

function limitWords({limit, from, to}: Crossed, target: number | undefined): string {
  if (limit === "target") {
    const place = (side: number) => (side < 0 ? "under" : "på eller over");
    return `Andelen lå ${place(from)} målet på ${danishPercent(target!, 0)} og ligger nu ${place(to)} det.`;
  }
  const place = (side: number) => (side === 0 ? "inden for" : side > 0 ? "over" : "under");
  return `Andelen lå ${place(from)} og ligger nu ${place(to)} 99,8 %-grænserne for, hvad tilfældighed gør omkring landets andel.`;
}

/**
 * Periods that both have, and whose country is other now: told where nobody can read a change of few from it, of those
 * with an outcome or of those without.
 */
function computedAnew(
  release: KeptEdition,
  now: Edition,
  isRedefined: (id: string) => boolean,
  words: Words
): NewsItem[] {
  const few = Math.max(release.threshold, now.threshold);
  const isLarge = (change: number) => change === 0 || Math.abs(change) >= few;
  const shown = ({shares}: Edition) => shares.filter((share) => share.area_type === "country").filter(isShown);
  const before = shown(release);
  return shown(now).flatMap((today): NewsItem[] => {
    const then = before.find(
      ({indicator_id, period}) => indicator_id === today.indicator_id && period === today.period
    );
    if (!then || isRedefined(today.indicator_id)) return [];
    const numerator = today.numerator - then.numerator;
    const rest = today.denominator - then.denominator - numerator;
    if ((numerator === 0 && rest === 0) || !isLarge(numerator) || !isLarge(rest) || !isLarge(numerator + rest))
      return [];
    return [
      {
        kind: "anew",
        subject: `»${titleOf(words, today.indicator_id)}« i hele landet, ${today.period}`,
        sentence: `Tallet er regnet om: ${ofMany(today)}; i udgivelsen var det ${ofMany(then)}.`,
        address: `register/indikatorer/${today.indicator_id}#udvikling`
      }
    ];
  });
}

function comeAndGone(release: KeptEdition, now: Edition): NewsItem[] {
  const about = (texts: Edition["texts"]) => new Map((texts ?? []).map(({about, address}) => [about, address]));
  const periodsOf = ({shares}: Edition) => new Map(shares.filter(isShown).map(({period}) => [period, "register/"]));
  const roundsOf = ({rounds}: Edition) => new Map(rounds.map((round) => [String(round), "audit/variation"]));
  const tablesOf = ({tables: names}: Edition) => new Map(names.map((name) => [name, "data"]));
  const titles = new Map(tables.map(({name, title}) => [name, title]));
  const sorts: {of: (edition: Edition) => Map<string, string>; named: (key: string) => string}[] = [
    {of: periodsOf, named: (id) => `Registrenes periode ${id}`},
    {of: roundsOf, named: (round) => `Auditten, runde ${round}`},
    {of: tablesOf, named: (name) => `Tabellen »${titles.get(name) ?? name}«`},
    ...(release.texts && now.texts ? [{of: ({texts}: Edition) => about(texts), named: (name: string) => name}] : [])
  ];
  const missing = (kind: "come" | "gone", has: Edition, lacks: Edition) =>
    sorts.flatMap(({of, named}) => {
      const there = of(lacks);
      return [...of(has)]
        .filter(([key]) => !there.has(key))
        .map(([key, address]): NewsItem => {
          const what = kind === "come" ? "Offentliggøres for første gang." : "Offentliggøres ikke mere.";
          // What is gone has no page to lead to.
          return {kind, subject: named(key), sentence: what, address: kind === "come" ? address : "data"};
        });
    });
  return [...missing("come", now, release), ...missing("gone", release, now)];
}

function fromTo(then: Shown, now: Shown): string {
  const [before, after] = [then, now].map((share) => danishPercent(percentOf(share)));
  const went = percentOf(now) > percentOf(then) ? "steget" : "faldet";
  return then.period === now.period
    ? `${went} fra ${before} i udgivelsen til ${after}, da ${now.period} blev regnet om`
    : `${went} fra ${before} i ${then.period} til ${after} i ${now.period}`;
}

function ofMany(share: Shown): string {
  return `${danishPercent(percentOf(share))} af ${danish(share.denominator)} patienter`;
}

function titleOf({indicators}: Words, id: string): string {
  return indicators.find((indicator) => indicator.id === id)?.title ?? id;
}
