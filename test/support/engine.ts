import {readdirSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";

/** A query with `?` for each value. */
export interface Question {
  text: string;
  values: string[];
}

/** What DuckDB-wasm, as the built site brings it, answers in an open page: the rows, or its complaint. */
export async function askInPage(
  page: Page,
  project: string,
  questions: readonly Question[]
): Promise<(Record<string, unknown>[] | string)[]> {
  const module = readdirSync(join(project, "dist/_site")).find((file) => /^database\..*\.js$/.test(file));
  if (!module) throw new Error("the built site has no piece of its own for the database");
  // As text: the import is the page's own, which vitest would otherwise take for one of the test's.
  return page.evaluate(`(async () => {
    const {query} = await import("/_site/${module}");
    const answers = [];
    for (const {text, values} of ${JSON.stringify(questions)}) {
      answers.push(await query(text, values).catch((error) => error.message));
    }
    return answers;
  })()`);
}
