import {createHash} from "node:crypto";
import type {Remembered} from "../../data-loaders/engine/memory.js";
import type {Session} from "../../data-loaders/engine/session.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {answerKey, valuesKey, type PageAnswers} from "../../src/components/data/answers.js";
import type {Vocabulary} from "../../src/parameters.js";
import {allAskings, firstAsking, strangeExpression} from "./askings.js";
import {chosenDefaults, placeOf, sqlCells, type Cell, type Page} from "../pages/cells.js";
import {datesOf, type CellResult} from "./cellResult.js";
import {duckdbError, runCell} from "./runCell.js";

/** The answers of a site. */
export interface AnsweredSite {
  /** By page: where it lies below `dist`, without `.html`. */
  pages: Map<string, PageAnswers>;
  /** Contents by path below `dist`. */
  files: Map<string, string>;
  count: number;
  left: string[];
}

/**
 * Answers every page before anything is written, so that a page that fails leaves nothing behind.
 * @throws Refusal with page, line and DuckDB's message when a query fails
 */
export async function answerPages(
  pages: Page[],
  session: Session,
  words: Vocabulary,
  most: number,
  remembered?: Remembered<CellResult>
): Promise<AnsweredSite> {
  const site: AnsweredSite = {pages: new Map(), files: new Map(), count: 0, left: []};
  for (const page of pages) {
    const {answers, files, count, left} = await answerPage(page, session, words, most, remembered);
    if (Object.keys(answers).length > 0) site.pages.set(placeOf(page), answers);
    for (const [file, contents] of files) site.files.set(file, contents);
    site.count += count;
    site.left.push(...left);
  }
  // What is said of a template is said once.
  return {...site, left: [...new Set(site.left)]};
}

/** The answers of one page: what stands in it, and the files beside it. */
export interface AnsweredPage {
  answers: PageAnswers;
  /** Contents by path below `dist`. */
  files: Map<string, string>;
  /** How many queries have an answer. */
  count: number;
  /** Cells left to DuckDB-wasm, and why. */
  left: string[];
}

/**
 * Runs every SQL cell of a page for every value of the choices it uses.
 * @param most cells with more combinations than this are left to the browser
 * @param remembered answers that need not be asked for again
 * @throws Refusal with page, line and DuckDB's message when a query fails
 */
export async function answerPage(
  page: Page,
  session: Session,
  words: Vocabulary,
  most: number,
  remembered?: Remembered<CellResult>
): Promise<AnsweredPage> {
  const answered: AnsweredPage = {answers: {}, files: new Map(), count: 0, left: []};
  const own = chosenDefaults(page.text);
  const {params} = page.made ?? {};
  for (const cell of sqlCells(page)) {
    const where = `src/${cell.page}:${cell.line}`;
    const strange = strangeExpression(cell.expressions, params);
    if (strange !== undefined) {
      answered.left.push(`${where}: \${${strange}} er ikke et af webstedets valg, så cellen svares i browseren.`);
      continue;
    }
    const values = allAskings(cell.expressions, words, params);
    if (values.length > most) {
      answered.left.push(
        `${where}: ${values.length} kombinationer af valg er flere end de ${most}, settings.yaml tillader, så cellen svares i browseren.`
      );
      continue;
    }
    const first = valuesKey(firstAsking(cell.expressions, words, own, params));
    await answerCell(answered, cell, session, {values, first, place: placeOf(page), remembered});
  }
  return answered;
}

async function answerCell(
  answered: AnsweredPage,
  cell: Cell,
  session: Session,
  {
    values,
    first,
    place,
    remembered
  }: {values: string[][]; first: string; place: string; remembered: Remembered<CellResult> | undefined}
): Promise<void> {
  const all: Record<string, unknown[][]> = {};
  let columns: string[] = [];
  let dates: string[] = [];
  let unsaid = 0;
  try {
    for await (const result of runCell(session, cell.parts, values, remembered)) {
      columns = result.columns;
      dates = datesOf(result);
      if (result.rows.every((row) => row.every(survivesJson))) all[valuesKey(result.values)] = result.rows;
      else unsaid++;
    }
  } catch (error) {
    const {message, line} = duckdbError(error as Error);
    throw new Refusal(`src/${cell.page}:${cell.line + line - 1}: ${message}`);
  }
  if (unsaid > 0) {
    answered.left.push(
      `src/${cell.page}:${cell.line}: ${unsaid} svar har tal, som JSON ikke kan skrive (NaN, uendelig, -0), så de svares i browseren.`
    );
  }
  answered.count += values.length;
  const {[first]: inPage, ...others} = all;
  const depth = place.split("/").length - 1;
  const own: PageAnswers[string] = {
    columns,
    ...(dates.length > 0 && {dates}),
    answers: inPage ? {[first]: inPage} : {}
  };
  if (Object.keys(others).length > 0) {
    const contents = JSON.stringify(others);
    const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8);
    const file = `_answers/${place}.${answerKey(cell.parts)}.${hash}.json`;
    answered.files.set(file, contents);
    own.file = (depth > 0 ? "../".repeat(depth) : "./") + file;
  }
  answered.answers[answerKey(cell.parts)] = own;
}

/** JSON has no NaN and no infinity, and writes -0 as 0. */
function survivesJson(value: unknown): boolean {
  return typeof value !== "number" || (Number.isFinite(value) && !Object.is(value, -0));
}
