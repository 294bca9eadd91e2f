// Rests on Framework 1.13.4: its markdown looks for `${…}` in the core rule `placeholder`, and has the
// address of the page in `path` of its environment.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import MarkdownIt from "markdown-it";
import type {ParameterPage} from "../pages/parameterPage.js";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** Plain markdown: no HTML, and no blocks of code, which Framework would run. */
const plain = new MarkdownIt({html: false}).disable(["fence", "code"]);

/**
 * Teaches Framework's markdown to lay a text of a page's own into a page made from a template:
 * `{{begrundelse}}`, a paragraph of its own, becomes what stands before the first heading of
 * `<folder>/<id>.md`, `{{anbefalinger}}` what stands from there. People edit these files without
 * knowing of code, so nothing in them runs. A page without such a file gets nothing.
 */
export function fillTexts(md: MarkdownIt, pages: readonly ParameterPage[], folder: string): MarkdownIt {
  // After Framework has looked for its own placeholders: what is laid in is not looked through.
  md.core.ruler.after("placeholder", "page_texts", (state) => {
    const {path} = state.env as {path: string};
    const id = pages.find(({address}) => `/${address}` === path)?.params.id;
    if (id === undefined) return;
    const texts = textsOf(join(folder, `${id}.md`));
    state.tokens = state.tokens.flatMap((token, i, tokens) => {
      // A paragraph is three tokens; its text stands in the middle one.
      const named = [tokens[i - 1], token, tokens[i + 1]].map((t) =>
        t?.type === "inline" ? texts[t.content] : undefined
      );
      const [after, own, before] = named;
      return own ?? (after !== undefined || before !== undefined ? [] : [token]);
    });
  });
  return md;
}

function textsOf(file: string): Record<string, Token[]> {
  const tokens = existsSync(file) ? plain.parse(readFileSync(file, "utf8"), {}) : [];
  const heading = tokens.findIndex(({type}) => type === "heading_open");
  const end = heading < 0 ? tokens.length : heading;
  return {"{{begrundelse}}": tokens.slice(0, end), "{{anbefalinger}}": tokens.slice(end)};
}
