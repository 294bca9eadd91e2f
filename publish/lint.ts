import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {buildCache, load} from "../data-loaders/load.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {reviewFindings} from "../data-loaders/indicators/definition/reviews.js";
import {findDelivery} from "../data-loaders/synthetic/standIn.js";
import {dayOf} from "../src/domain/review.js";
import {fenceFiles} from "./fence/fence.js";
import {aboutAnswers, readAnswers} from "./answers/memory.js";
import {publishedTables} from "./answers/tables.js";
import {lintPage, together, type Desk} from "./lint/lintPage.js";
import type {Problem} from "./lint/problem.js";
import {asPage, placeOf, readPages, type Page} from "./pages/cells.js";
import {makePages, parameterPages, sitePages} from "./pages/parameterPages.js";
import {readVocabulary} from "./pages/vocabulary.js";

/**
 * The problems of every page, drafts too, on today's tables, and of the files beside them. What has changed since is
 * loaded first.
 */
export async function lint(settings: Settings, step: (label: string) => void): Promise<Problem[]> {
  await load(settings, await findDelivery(settings), {write: true, step});
  return lintSite(settings);
}

/** The same on the tables that the last load left. */
export async function lintSite(settings: Settings, memory = readAnswers(settings)): Promise<Problem[]> {
  const desk = await openDesk(settings, memory);
  try {
    const pages = [];
    for (const page of await sitePages(settings.root)) pages.push({page, problems: await lintPage(page, desk)});
    return [...(await fileProblems(settings.root)), ...together(pages)];
  } finally {
    desk.session.close();
  }
}

/** What is wrong with a site whose pages are being written. */
export interface KeptLint {
  problems(): Problem[];
  /**
   * Checks pages again, by their paths below the source folder; those that are gone have no problems left. Of the many
   * made from one file, the first and those that had problems: all of them would take seconds.
   */
  check(paths: Iterable<string>): Promise<void>;
  close(): void;
}

/** Checks every page, and keeps tables and answers ready, so that a page that is saved is checked at once. */
export async function keepLint(settings: Settings, step: (label: string) => void): Promise<KeptLint> {
  await load(settings, await findDelivery(settings), {write: true, step});
  const {root} = settings;
  const desk = await openDesk(settings);
  const made = await parameterPages(root);
  const found = new Map<string, Problem[]>();
  const files = await fileProblems(root);
  const troubled = new Set<string>();
  const check = async (page: Page, which: (page: Page, i: number) => boolean) => {
    const pages = [];
    for (const one of makePages([page], made).filter(which)) {
      const problems = await lintPage(one, desk);
      if (problems.length > 0) troubled.add(placeOf(one));
      else troubled.delete(placeOf(one));
      pages.push({page: one, problems});
    }
    found.set(page.path, together(pages));
  };
  for (const page of readPages(join(root, "src"))) await check(page, () => true);
  return {
    problems: () => [...files, ...[...found.keys()].sort().flatMap((path) => found.get(path)!)],
    async check(paths) {
      for (const path of paths) {
        const file = join(root, "src", path);
        if (existsSync(file))
          await check(asPage(path, readFileSync(file, "utf8")), (one, i) => i === 0 || troubled.has(placeOf(one)));
        else found.delete(path);
      }
    },
    close: () => desk.session.close()
  };
}

/** What pages are held against: the tables that the last load left, and the answers that are known. */
export async function openDesk(settings: Settings, memory = readAnswers(settings)): Promise<Desk> {
  const fileOf = (table: string) => join(buildCache(settings), `${table}.parquet`);
  return {
    root: settings.root,
    words: readVocabulary(settings),
    remembered: {memory, about: aboutAnswers(settings, fileOf)},
    session: await publishedTables(settings, fileOf)
  };
}

/** What is wrong with the files beside the pages on a day: those of the source folder, and the indicators' reviews. */
export async function fileProblems(root: string, today = dayOf(new Date())): Promise<Problem[]> {
  const fenced = (await fenceFiles(root)).map((fault): Problem => ({...fault, severity: "error"}));
  return [...fenced, ...(await reviewFindings(today, join(root, "data-loaders/indicators")))];
}
