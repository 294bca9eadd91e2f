import {join} from "node:path";
import type {Remembered} from "../data-loaders/engine/memory.js";
import type {Session} from "../data-loaders/engine/session.js";
import {buildCache, load} from "../data-loaders/load.js";
import type {Settings} from "../data-loaders/ground/settings.js";
import {findDelivery} from "../data-loaders/synthetic/standIn.js";
import type {Vocabulary} from "../src/parameters.js";
import {firstAsking, strangeExpression} from "./answers/askings.js";
import {chosenDefaults, sqlCells, type Page} from "./pages/cells.js";
import type {Fault} from "./fence/fault.js";
import {fenceFiles, fencePage} from "./fence/fence.js";
import type {CellResult} from "./answers/cellResult.js";
import {aboutAnswers, readAnswers} from "./answers/memory.js";
import {refusedQuery} from "./answers/query.js";
import {sitePages} from "./pages/parameterPages.js";
import {duckdbError, runOnce, unreadable} from "./answers/runCell.js";
import {publishedTables} from "./answers/tables.js";
import {readVocabulary} from "./pages/vocabulary.js";

/** Something wrong with a page, or with another file of the source folder. `line` is the file's, from 1. */
export interface Problem {
  file: string;
  line: number;
  severity: "error" | "warning";
  message: string;
}

/** The problems of every page, drafts too, on today's tables, and of the files beside them. */
export async function lint(settings: Settings): Promise<Problem[]> {
  await load(settings, await findDelivery(settings), {write: true});
  return lintSite(settings);
}

/** The same on the tables that the last load left. */
export async function lintSite(settings: Settings, memory = readAnswers(settings)): Promise<Problem[]> {
  const words = readVocabulary(settings);
  const fileOf = (table: string) => join(buildCache(settings), `${table}.parquet`);
  const remembered = {memory, about: aboutAnswers(settings, fileOf)};
  const session = await publishedTables(settings, fileOf);
  try {
    const problems = (await fenceFiles(settings.root)).map(asProblem);
    for (const page of await sitePages(settings.root))
      problems.push(...(await lintPage(page, session, words, remembered)));
    // Pages made from one file share its faults.
    return [...new Map(problems.map((problem) => [describeProblem(problem), problem])).values()];
  } finally {
    session.close();
  }
}

/**
 * Runs each SQL cell of a page once, for its default choices.
 * Finds what a page may not bring along, queries that fail, columns a browser cannot read as plain
 * values, interpolations nobody can answer beforehand, and what a page forgot to import.
 */
export async function lintPage(
  page: Page,
  session: Session,
  words: Vocabulary,
  remembered?: Remembered<CellResult>
): Promise<Problem[]> {
  const problems = (await fencePage(page, session)).map(asProblem);
  const own = chosenDefaults(page.text);
  const {params} = page.made ?? {};
  for (const cell of sqlCells(page)) {
    if (await refusedQuery(session, cell.parts.join("?"))) continue;
    const problem = (severity: Problem["severity"], line: number, message: string) =>
      problems.push({file: `src/${page.path}`, line, severity, message});
    const strange = strangeExpression(cell.expressions, params);
    if (strange?.startsWith("observable.params")) {
      problem(
        "error",
        cell.line,
        `\${${strange}} kendes ikke på siden; en sides parametre er dem, der står i [ ] i dens filnavn.`
      );
      continue;
    }
    if (strange !== undefined) {
      problem(
        "warning",
        cell.line,
        `\${${strange}} er ikke et af valgene i src/parameters.ts; cellen kan ikke kontrolleres og svares i browseren.`
      );
      continue;
    }
    try {
      const values = firstAsking(cell.expressions, words, own, params);
      const result = await runOnce(session, cell.parts, values, remembered);
      for (const {column, type} of unreadable(result)) {
        problem(
          "error",
          cell.line,
          `Kolonnen "${column}" er ${type}, som en browser ikke læser som en almindelig værdi; skriv ::VARCHAR efter udtrykket.`
        );
      }
      for (const column of new Set(result.columns.filter((column, i, all) => all.indexOf(column) < i))) {
        problem(
          "error",
          cell.line,
          `To kolonner hedder "${column}", og siden ser kun den ene; giv dem hver sit navn med AS.`
        );
      }
    } catch (error) {
      const {message, line} = duckdbError(error as Error);
      problem("error", cell.line + line - 1, message);
    }
  }
  return problems.sort((a, b) => a.line - b.line);
}

/** What a draft does reaches nobody. */
function asProblem({draft, ...fault}: Fault): Problem {
  return {...fault, severity: draft ? "warning" : "error"};
}

/** One line a problem, as editors read them: `src/audit/x.md:12:1: error: …`. */
export function describeProblem({file, line, severity, message}: Problem): string {
  return `${file}:${line}:1: ${severity}: ${message}`;
}
