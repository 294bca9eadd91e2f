import {posix} from "node:path";
import {parse, type AnyNode, type Program} from "acorn";
import {full} from "acorn-walk";
import {textContent} from "domutils";
import {hashOf} from "../../data-loaders/engine/seal.js";
import type {Session} from "../../data-loaders/engine/session.js";
import {Refusal} from "../../data-loaders/ground/refusal.js";
import {answerKey, valuesKey, answersElement, type PageAnswers} from "../../src/components/data/answers.js";
import {RefusedQuery, refusedQuery} from "../answers/query.js";
import {all, one} from "../html.js";
import {datesOf} from "../answers/cellResult.js";
import {runCell} from "../answers/runCell.js";
import {pagesOf, parseJson, type FinishedSite} from "./finishedSite.js";
import {hashOfTables, type GatedTable} from "./gatedTables.js";
import type {Known} from "./proofs.js";

/**
 * Whether every query of a page's script reads published tables alone, and every answer that
 * was computed beforehand, in a page or beside it, is what the page's own query gives on
 * them: then no answer says more than they do. A proof on the very same tables counts. Returns one sentence a fault.
 * @param session with every published table under its own name
 */
export async function answers(
  site: FinishedSite,
  tables: GatedTable[],
  session: Session,
  {proofs, code}: Known
): Promise<string[]> {
  const faults: string[] = [];
  const about = hashOf(code, hashOfTables(tables));
  const agree = (parts: string[], shape: Shape, given: PageAnswers[string]["answers"], where: string) =>
    proofs.faults(hashOf("answers", about, JSON.stringify([where, parts, shape, given])), () =>
      differing(session, parts, shape, given, where)
    );
  const used = new Set<string>();
  for (const page of pagesOf(site)) {
    const own = one(`script#${answersElement}`, site.page(page));
    const queries = new Map(
      all("script[type=module]", site.page(page))
        .flatMap((script) => queriesOf(textContent(script), page))
        .map((parts) => [answerKey(parts), parts])
    );
    for (const parts of queries.values()) {
      const refused = await refusedQuery(session, parts.join("?"));
      if (refused) faults.push(`${page}: ${refused.message}`);
    }
    if (!own) continue;
    const files = new Set<string>();
    for (const [key, cell] of Object.entries(parseJson<PageAnswers>(textContent(own), page))) {
      const parts = queries.get(key);
      if (!parts) {
        faults.push(`${page} har et svar, som ingen af sidens forespørgsler giver; kør npm run build igen.`);
        continue;
      }
      const beside = cell.file && posix.join(posix.dirname(page), cell.file);
      if (beside) files.add(beside);
      const shape = {columns: cell.columns, dates: cell.dates ?? []};
      faults.push(...(await agree(parts, shape, cell.answers, page)));
      if (beside && site.files.includes(beside))
        faults.push(...(await agree(parts, shape, parseJson(site.text(beside), beside), beside)));
    }
    for (const file of files) used.add(file);
  }
  const unasked = site.files.filter((file) => file.startsWith("_answers/") && !used.has(file));
  return [...faults, ...unasked.map((file) => `${file} hører ikke til nogen forespørgsel på nogen side.`)];
}

/** What the columns of an answer are called, and which of them hold dates. */
type Shape = Required<Pick<PageAnswers[string], "columns" | "dates">>;

async function differing(
  session: Session,
  parts: string[],
  {columns, dates}: Shape,
  given: PageAnswers[string]["answers"],
  where: string
): Promise<string[]> {
  const answers = Object.entries(given).map(([key, rows]) => ({key, rows, values: parseJson<string[]>(key, where)}));
  let asked = 0;
  try {
    for await (const result of runCell(
      session,
      parts,
      answers.map(({values}) => values)
    )) {
      const {key, rows} = answers[asked++]!;
      const same =
        JSON.stringify([result.columns, datesOf(result)]) === JSON.stringify([columns, dates]) &&
        sorted(result.rows) === sorted(rows);
      if (!same)
        return [
          `${where}: svaret for ${key === valuesKey([]) ? "siden" : key} er ikke det, som de offentliggjorte tabeller giver.`
        ];
    }
  } catch (error) {
    // What a query may not read has been said of its page.
    return error instanceof RefusedQuery
      ? []
      : [`${where}: en forespørgsel kan ikke køres på de offentliggjorte tabeller.`];
  }
  return [];
}

/** Rows without their order, which a query need not decide. */
function sorted(rows: unknown[][]): string {
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join("\n");
}

/** The text between the interpolated values of each query that a script asks. */
function queriesOf(script: string, page: string): string[][] {
  const found: string[][] = [];
  full(parsed(script, page), (any) => {
    const node = any as AnyNode;
    if (node.type !== "TaggedTemplateExpression" || node.tag.type !== "Identifier" || node.tag.name !== "sql") return;
    found.push(node.quasi.quasis.map(({value}) => value.cooked ?? value.raw));
  });
  return found;
}

function parsed(script: string, page: string): Program {
  try {
    return parse(script, {ecmaVersion: "latest", sourceType: "module"});
  } catch {
    throw new Refusal(`${page} har et script, der ikke kan læses; kør npm run build igen.`);
  }
}
