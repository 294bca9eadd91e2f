import type {Remembered} from "../../data-loaders/engine/memory.js";
import type {Session} from "../../data-loaders/engine/session.js";
import type {Vocabulary} from "../../src/parameters.js";
import {firstAsking, strangeExpression} from "../answers/askings.js";
import type {CellResult} from "../answers/cellResult.js";
import {readQuery, refusedQuery} from "../answers/query.js";
import {duckdbError, runOnce, unreadable} from "../answers/runCell.js";
import type {Fault} from "../fence/fault.js";
import {fencePage} from "../fence/fence.js";
import {runningFrontMatter} from "../framework/pageParts.js";
import {readCode, type ReadCode} from "../framework/pageCode.js";
import {chosenDefaults, frontMatter, placeInPage, sqlCells, type Cell, type Page} from "../pages/cells.js";
import {brokenFindings} from "./brokenCells.js";
import {linkFindings} from "./brokenLinks.js";
import {choiceFindings} from "./choiceNames.js";
import {columnFindings} from "./columnNames.js";
import {openCells} from "./closedCells.js";
import {frontMatterFindings} from "./frontMatter.js";
import {hiddenInCode} from "./hiddenInCode.js";
import {hiddenInQuery} from "./hiddenInQuery.js";
import {nameFindings} from "./pageNames.js";
import type {Finding, Problem} from "./problem.js";
import {protectedIn} from "./protectedColumns.js";

/** What pages are held against. */
export interface Desk {
  /** The project's folder. */
  root: string;
  /** A session with the published tables. */
  session: Session;
  words: Vocabulary;
  remembered?: Remembered<CellResult>;
}

/** More rows than anybody reads. */
const manyRows = 10_000;

/**
 * Reads every cell of a page, and runs each SQL cell once, for its default choices. Finds what a page may not bring
 * along, cells that cannot be read, names and choices that are not there, queries that fail, answers that no page can
 * show, and hidden numbers that are taken for 0. What is wrong with a draft is a warning: it reaches nobody.
 */
export async function lintPage(page: Page, desk: Desk): Promise<Problem[]> {
  const file = `src/${page.path}`;
  const open = openCells(page.text, frontMatter(page.text).length);
  // Where a cell swallows the next, nothing else said of them is of use.
  const found: Finding[] =
    open.length > 0
      ? open
      : [
          ...frontMatterFindings(page.text),
          ...(await fencePage(page, desk.session)).map(asFinding),
          ...(await read(page, desk)),
          ...(await run(page, desk))
        ];
  return found
    .map((finding): Problem => ({file, ...finding, ...(page.draft && {severity: "warning" as const})}))
    .sort((a, b) => a.line - b.line || (a.column ?? 1) - (b.column ?? 1));
}

/**
 * What is wrong with several pages, each said once: those made from one file share what is wrong with it. That an
 * answer is empty counts where it is so on all of them.
 */
export function together(pages: readonly {page: Page; problems: Problem[]}[]): Problem[] {
  const made = new Map<string, number>();
  for (const {page} of pages) made.set(page.path, (made.get(page.path) ?? 0) + 1);
  const found = new Map<string, {problem: Problem; times: number}>();
  for (const problem of pages.flatMap(({problems}) => problems)) {
    const key = JSON.stringify(problem);
    found.set(key, {problem, times: (found.get(key)?.times ?? 0) + 1});
  }
  return [...found.values()]
    .filter(({problem: {ofAll, file}, times}) => !ofAll || times === made.get(file.replace(/^src\//, "")))
    .map(({problem}) => problem);
}

function asFinding({line, message}: Fault): Finding {
  return {line, severity: "error", message};
}

/** The code of a page as it was read the last time, by its path: the many pages made from one file share it. */
const codes = new Map<string, {text: string; code: ReadCode}>();

function codeOf(path: string, text: string): ReadCode {
  const before = codes.get(path);
  if (before?.text === text) return before.code;
  const code = readCode(path, text);
  codes.set(path, {text, code});
  return code;
}

/** What was found in the code of a page the last time. */
const known = new Map<string, {text: string; session: Session; findings: Finding[]}>();

/** What the code of a page says without being run. */
async function read({path, text}: Page, desk: Desk): Promise<Finding[]> {
  if (runningFrontMatter.test(text)) return [];
  const before = known.get(path);
  if (before?.text === text && before.session === desk.session) return before.findings;
  const page = codeOf(path, text);
  const cells = sqlCells({path, text});
  const tables = new Set<string>();
  for (const {parts} of cells)
    for (const table of (await readQuery(desk.session, parts.join("?"))).read) tables.add(table);
  const columns = protectedIn(tables);
  const answers = new Set(cells.flatMap(({id}) => id ?? []));
  const findings = [
    ...brokenFindings(page),
    ...nameFindings({root: desk.root, path, ...page}),
    ...linkFindings(desk.root, {path, text, body: page.body}),
    ...page.code.flatMap((piece) => [...choiceFindings(piece, desk.words), ...hiddenInCode(piece, columns, answers)])
  ];
  known.set(path, {text, session: desk.session, findings});
  return findings;
}

/** What the queries of a page give, for its default choices. */
async function run(page: Page, {session, words, remembered}: Desk): Promise<Finding[]> {
  const own = chosenDefaults(page.text);
  const {params} = page.made ?? {};
  const found: Finding[] = [];
  const answers = new Map<string, string[]>();
  for (const cell of sqlCells(page)) {
    if (await refusedQuery(session, cell.parts.join("?"))) continue;
    const {line} = cell;
    const strange = strangeExpression(cell.expressions, params);
    if (strange?.startsWith("observable.params")) {
      const message = `\${${strange}} kendes ikke på siden; en sides parametre er dem, der står i [ ] i dens filnavn.`;
      found.push({line, severity: "error", message});
      continue;
    }
    if (strange !== undefined) {
      const message = `\${${strange}} er ikke et af valgene i src/parameters.ts; cellen kan ikke kontrolleres og svares i browseren.`;
      found.push({line, severity: "warning", message});
      continue;
    }
    try {
      const values = firstAsking(cell.expressions, words, own, params);
      const result = await runOnce(session, cell.parts, values, remembered);
      if (cell.id) answers.set(cell.id, result.columns);
      found.push(...answerFindings(result).map((finding) => ({line, ...finding})));
      if (result.rows.length === 0 && (await haveRows(session, cell))) {
        const message =
          "Cellen giver ingen rækker, så det, der vises af den, er tomt; se efter, om betingelserne passer til tabellen.";
        found.push({line, severity: "warning", message, ofAll: true});
      }
    } catch (error) {
      const {message, ...place} = duckdbError(error as Error, cell.parts.join("?"));
      found.push({...placeInPage(cell, place), severity: "error", message});
    }
    found.push(...(await hiddenFindings(cell, session)));
  }
  return [...found, ...asked(page, answers)];
}

/** What was found of columns the last time. */
const knownAsked = new Map<string, {of: string; findings: Finding[]}>();

/** What the code of a page asks of the answers. */
function asked({path, text}: Page, answers: ReadonlyMap<string, string[]>): Finding[] {
  if (runningFrontMatter.test(text)) return [];
  const of = JSON.stringify([text, ...answers]);
  const before = knownAsked.get(path);
  if (before?.of === of) return before.findings;
  const findings = codeOf(path, text).code.flatMap((piece) => columnFindings(piece, answers));
  knownAsked.set(path, {of, findings});
  return findings;
}

/** Whether every table that a cell reads has rows: none of an empty table are no fault of the cell's. */
async function haveRows(session: Session, cell: Cell): Promise<boolean> {
  const {read: tables} = await readQuery(session, cell.parts.join("?"));
  const rows = await Promise.all(tables.map((table) => session.rows(`SELECT 1 AS one FROM ${table} LIMIT 1`)));
  return rows.every(({length}) => length > 0);
}

/** What is wrong with an answer, whatever it is asked for. */
function answerFindings(result: CellResult): Omit<Finding, "line">[] {
  const {columns, rows} = result;
  const found: Omit<Finding, "line">[] = unreadable(result).map(({column, type}) => ({
    severity: "error",
    message: `Kolonnen "${column}" er ${type}, som en browser ikke læser som en almindelig værdi; skriv ::VARCHAR efter udtrykket.`
  }));
  for (const column of new Set(columns.filter((column, i, all) => all.indexOf(column) < i))) {
    const message = `To kolonner hedder "${column}", og siden ser kun den ene; giv dem hver sit navn med AS.`;
    found.push({severity: "error", message});
  }
  if (rows.length > manyRows) {
    const message =
      "Cellen giver mere end 10.000 rækker, som ingen læser og en browser er længe om; tæl sammen, eller sæt en LIMIT.";
    found.push({severity: "warning", message});
  }
  return found;
}

async function hiddenFindings(cell: Cell, session: Session): Promise<Finding[]> {
  const {read: tables} = await readQuery(session, cell.parts.join("?"));
  const query = cell.own.join("?");
  const hidden = await hiddenInQuery(session, query, protectedIn(tables));
  return hidden.map(({offset, message}) => {
    const before = Buffer.from(query).subarray(0, offset).toString().split("\n");
    const place = {line: before.length, column: before.at(-1)!.length + 1};
    return {...placeInPage(cell, place, cell.own), severity: "warning", message};
  });
}
