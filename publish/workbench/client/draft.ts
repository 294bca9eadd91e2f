import type {Rows} from "../../../src/components/data/rows.js";
import {ask} from "./ask.js";

/**
 * The tag by which SQL cells of draft pages ask the bench: rows as `sql` gives them, of tables that are never
 * published. The cells know it by its name in the window.
 */
async function workspaceSql(parts: TemplateStringsArray, ...values: unknown[]): Promise<Rows> {
  const asked = performance.now();
  const {columns, rows, total} = await ask("ask", {text: parts.join("?"), values});
  const dates = columns.filter(({type}) => type === "DATE");
  const named = rows.map((row) => {
    const one = Object.fromEntries(columns.map(({name}, i) => [name, row[i]]));
    for (const {name} of dates) one[name] = one[name] === null ? null : new Date(one[name] as string);
    return one;
  });
  return Object.assign(named, {
    sql: parts.join("?"),
    columns: columns.map(({name}) => name),
    isCut: total > rows.length,
    milliseconds: performance.now() - asked
  });
}

Object.assign(window, {workspaceSql});
