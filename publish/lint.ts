import {join} from "node:path";
import {buildCache, load} from "../data-loaders/load.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {findDelivery} from "../data-loaders/synthetic/standIn.js";
import {fenceFiles} from "./fence/fence.js";
import {aboutAnswers, readAnswers} from "./answers/memory.js";
import {publishedTables} from "./answers/tables.js";
import {lintPage, together, type Desk} from "./lint/lintPage.js";
import type {Problem} from "./lint/problem.js";
import {sitePages} from "./pages/parameterPages.js";
import {readVocabulary} from "./pages/vocabulary.js";

/** The problems of every page, drafts too, on today's tables, and of the files beside them. */
export async function lint(settings: Settings): Promise<Problem[]> {
  await load(settings, await findDelivery(settings), {write: true});
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

/** What is wrong with the files beside the pages. */
export async function fileProblems(root: string): Promise<Problem[]> {
  return (await fenceFiles(root)).map((fault) => ({...fault, severity: "error"}));
}
