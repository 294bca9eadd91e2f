import {readFileSync} from "node:fs";
import {join} from "node:path";
import {isSmall, type DisclosureRules} from "../../data-loaders/ground/rules.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {readPages} from "../pages/cells.js";
import {readHtml} from "../html.js";
import {frontMatter} from "../framework/pageSource.js";
import {readFacts} from "./embeddedData.js";
import {pagesOf, type FinishedSite} from "./finishedSite.js";
import type {Source} from "./sources.js";
import {everythingIn, wordsOfPage} from "./saidByPage.js";

/** What a Danish sentence counts when it counts people, or what was registered of them. */
const people = "(?:patient|person|borger|registrering|kvinde|mænd|mand|menneske)";
/** Before a number that is a rule, not a count. */
const rule = "mindst|højst|mere|flere|færre end|under|over|til|fra|og|eller|hver|pr\\.|[–-]";
const counts = (space: string) =>
  new RegExp(`(?<![\\d.,–-])(?<!(?:${rule})\\s+)(\\d+)${space}(?:\\p{L}+${space})?${people}\\w*`, "giu");
const counted = counts("\\s+");
/** In a drawing, a number and the words of its neighbour, such as the next cell of a table, are no sentence. */
const countedInOne = counts("[^\\S\\n]+");

/**
 * Whether the numbers that a page says itself, in text, labels, pictures and what is read aloud,
 * stand in its source, where an author wrote them: everything else that a page shows, its script
 * draws from the published tables. And whether no sentence, not even an author's, counts so few
 * people that the number must be hidden. Returns one sentence a fault.
 */
export function prose(
  site: FinishedSite,
  sources: ReadonlyMap<string, Source>,
  {root, disclosure}: Pick<Settings, "root" | "disclosure">
): string[] {
  const shared = [sharedText(root), labels(site)].join(" \n ");
  return pagesOf(site).flatMap((page) => {
    const document = site.page(page);
    const written = sources.get(page)?.text ?? "";
    const source = new Set(
      [written, wordsOfPage(readHtml(written)), shared, page].flatMap(numbersIn).flatMap(({pairs}) => pairs)
    );
    const unknown = numbersIn(wordsOfPage(site.undrawn(page))).find(
      ({pairs}) => !pairs.some((pair) => source.has(pair))
    );
    if (unknown)
      return [
        `${page} siger »${unknown.said}«, som hverken står i sidens kilde eller kommer fra de offentliggjorte tabeller.`
      ];
    const rules = rulesOf(page, disclosure);
    const found = [
      ...everythingIn(site.undrawn(page)).matchAll(counted),
      ...everythingIn(document).matchAll(countedInOne)
    ];
    const [small] = found.find(([, n]) => isSmall(Number(n), rules)) ?? [];
    return small ? [`${page} siger »${small.trim()}«: så få skal være skjult.`] : [];
  });
}

/** The rules of the side that a page is about, else the stricter. */
function rulesOf(page: string, {audit, registers}: Settings["disclosure"]): DisclosureRules {
  if (page.startsWith("audit/")) return audit;
  return page.startsWith("register/") || registers.threshold > audit.threshold ? registers : audit;
}

/** Numbers in what every page has: the menu, the footer, and the titles of other pages. */
function sharedText(root: string): string {
  const titles = readPages(join(root, "src")).map(
    ({path, text}) => `${String(frontMatter(join(root, "src", path)).title ?? "")} ${/^# .*$/m.exec(text)?.[0] ?? ""}`
  );
  return [readFileSync(join(root, "observablehq.config.ts"), "utf8"), ...titles].join(" \n ");
}

/** The words of definitions, which pages made from a template are named after. */
function labels(site: FinishedSite): string {
  const facts = readFacts(site);
  return facts
    ? JSON.stringify([
        facts.codebook,
        facts.registers.indicators,
        facts.registers.areas,
        facts.registers.periods,
        facts.registers.words
      ])
    : "";
}

/**
 * Each number with the word before it and the word after: one of the two pairs is enough to
 * find it again, since markup may part the other.
 */
function numbersIn(text: string): {said: string; pairs: string[]}[] {
  const tokens = Array.from(
    text
      .replace(/&nbsp;|&#160;|&#xa0;/gi, " ")
      .replace(/&[a-z]+;/gi, "'")
      .matchAll(/\d+(?:[.,]\d+)*|\p{L}+/gu),
    ([token]) => token.toLowerCase()
  );
  return tokens.flatMap((token, i) => {
    if (!/^\d/.test(token)) return [];
    const [before, after] = [tokens[i - 1] ?? "", tokens[i + 1] ?? ""];
    return [{said: [before, token, after].join(" ").trim(), pairs: [`${before} ${token}`, `${token} ${after}`]}];
  });
}
