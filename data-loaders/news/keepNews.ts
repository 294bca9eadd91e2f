import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {newsKinds} from "../../src/domain/news.js";
import {readParquet} from "../engine/readParquet.js";
import type {Row} from "../engine/session.js";
import type {Settings} from "../ground/settings.js";
import {buildCache} from "../load.js";
import {editionOf, keptEditions, type Facts} from "./edition.js";
import {latestNews, type News} from "./news.js";

/** News as the page and the feed read them. */
export interface DatedNews extends News {
  /** The day they were written, `yyyy-mm-dd`; null where there is nothing to compare with. */
  date: string | null;
}

/** Where the repository keeps them. */
export function newsFile(root: string): string {
  return join(root, "src/data/news.json");
}

/** What was written the last time; undefined where nothing was, or it was cut off: it is written again. */
export function readNews(root: string): DatedNews | undefined {
  const file = newsFile(root);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as DatedNews;
  } catch {
    return undefined;
  }
}

/** What is new in a site since the kept releases, by its facts and tables. */
export async function newsOf(settings: Settings, facts: Facts, rows: (table: string) => Row[]): Promise<News> {
  return latestNews(await keptEditions(settings, facts), editionOf(settings, facts, rows), facts.registers);
}

/**
 * Writes what the tables that `load` left say that the kept releases did not. News that say the same keep their day.
 * @param today `yyyy-mm-dd`
 * @throws Refusal when a release cannot be compared; what was written before then stands
 */
export async function keepNews(settings: Settings, today: string): Promise<DatedNews> {
  const cache = buildCache(settings);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(cache, `${name}.json`), "utf8"));
  const facts = {...(read("site") as object), registers: read("registers")} as Facts;
  const rows = new Map<string, Row[]>();
  for (const table of ["indicator_values", "audit_answers"])
    rows.set(table, (await readParquet(readFileSync(join(cache, `${table}.parquet`)))).rows);
  const news = await newsOf(settings, facts, (table) => rows.get(table)!);
  const before = readNews(settings.root);
  const dated = {date: news.since === null ? null : today, ...news};
  const same = before && JSON.stringify({...before, date: dated.date}) === JSON.stringify(dated);
  if (same && (before.date === null) === (dated.date === null)) return before;
  writeFileSync(newsFile(settings.root), `${JSON.stringify(dated, null, 2)}\n`);
  return dated;
}

/** The news as they are printed. */
export function describeNews({since, notCompared, items}: News): string[] {
  if (since === null) return ["Der er ingen tidligere udgivelse at sammenligne med."];
  if (items.length === 0) return [`Intet nyt siden udgivelsen ${since}.`, ...notCompared];
  return [
    `Nyt siden udgivelsen ${since}:`,
    ...items.map(({kind, subject, sentence}) => `  ${newsKinds[kind]}: ${subject}. ${sentence}`),
    ...notCompared
  ];
}
