import {ask} from "./ask.js";

/**
 * The tag by which SQL cells of draft pages ask the bench: rows as `sql` gives them, of tables that are never published.
 * The cells know it by its name in the window.
 */
async function workspaceSql(parts: TemplateStringsArray, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  const {columns, rows} = await ask("ask", {text: parts.join("?"), values});
  return Object.assign(
    rows.map((row) => Object.fromEntries(columns.map(({name}, i) => [name, row[i]]))),
    {sql: parts.join("?")}
  );
}

Object.assign(window, {workspaceSql});
