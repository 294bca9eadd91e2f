import {readFileSync} from "node:fs";
import {join} from "node:path";
import {checkout} from "./project.js";

/** The project's snippets by their prefix, as VS Code reads them. */
export function snippets(): Record<string, {scope: string; description: string; body: string}> {
  const file = join(checkout, ".vscode/rygatlas.code-snippets");
  const all = JSON.parse(readFileSync(file, "utf8")) as Record<
    string,
    {prefix: string; scope: string; description: string; body: string[]}
  >;
  return Object.fromEntries(
    Object.values(all).map(({prefix, scope, description, body}) => [
      prefix,
      {scope, description, body: body.join("\n")}
    ])
  );
}

/**
 * What stands on the page when an author inserts the whole-page snippet and changes nothing but where the page lies.
 */
export function pageFromSnippet(toSrc: string): string {
  return expand(snippets()["ryg-side"]!.body).replaceAll(/(from ")\.\/(?=components)/g, `$1${toSrc}`);
}

/** The same page with its query and its figure put in by the snippets for one cell. */
export function pageFromCells(toSrc: string): string {
  const cells = snippets();
  const head = pageFromSnippet(toSrc).split("```sql")[0]!;
  return [head, expand(cells["ryg-sql"]!.body), expand(cells["ryg-figur"]!.body)].join("\n");
}

/** A snippet with every placeholder at its default. `\$` is a dollar sign of the page's own. */
export function expand(body: string): string {
  const defaults = new Map(
    Array.from(body.matchAll(/(?<!\\)\$\{(\d+):([^}]*)\}/g), ([, number, text]) => [number!, text!])
  );
  return body
    .replaceAll(/(?<!\\)\$\{(\d+):([^}]*)\}/g, "$2")
    .replaceAll(/(?<!\\)\$\{\d+\|([^,|]*)[^}]*\|\}/g, "$1")
    .replaceAll(/(?<!\\)\$\{?(\d+)\}?/g, (_, number: string) => defaults.get(number) ?? "")
    .replaceAll("\\$", "$")
    .replaceAll("\\}", "}");
}
